package org.parley.web.reading;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FormValue;
import org.parley.intake.IncomingText;
import org.parley.intake.Texts;
import org.parley.model.claim.Item;
import org.parley.reading.Article;
import org.parley.reading.ArticleReading;
import org.parley.reading.cases.Candidate;
import org.parley.reading.source.Articles;
import org.parley.web.service.CaseService;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.wording.Complaint;

/// Accepts texts for reading, and applies the decisions on their proposals.
public final class ReadingService {

  /// How long is waited before a page says that the text is still being read.
  private static final long PATIENCE_MILLIS = 1_500;

  private static final String LANGUAGE = "en";

  private final CaseService service;
  private final Texts texts;
  private static final int LATEST = 8;

  private final RecentTexts kept;

  public ReadingService(CaseService service, Texts texts) {
    this(service, texts, InstantSource.system());
  }

  /// @param clock tells when a text is forgotten
  public ReadingService(CaseService service, Texts texts, InstantSource clock) {
    this.service = service;
    this.texts = texts;
    kept = new RecentTexts(clock);
  }

  /// The reader of texts, and their permitted origins.
  public Texts reader() {
    return texts;
  }

  /// All texts of a visitor, the latest first.
  public List<BroughtText> texts(Visitor visitor) {
    return kept.list(visitor);
  }

  /// Takes a text in to be read later; false if too many wait.
  ///
  /// @param size the characters or bytes it has
  public boolean take(
      Visitor visitor, ReadRequest given, BroughtText.TextOrigin origin, long size) {
    return kept.begin(visitor, given, origin, size, texts.reader()).isPresent();
  }

  /// Forgets texts that were read.
  public void forget(Visitor visitor, List<String> keys) {
    kept.forget(visitor, keys);
  }

  private List<BroughtText> latest(Visitor visitor) {
    return kept.list(visitor).stream().limit(LATEST).toList();
  }

  /// The result of submitting a text.
  public sealed interface Brought {

    /// It is being read, or was.
    record Begun(String key) implements Brought {}

    /// The input has faults.
    record Wrong(ReadPage page) implements Brought {}
  }

  /// The empty form.
  public ReadPage form(Visitor visitor, OpenCase open) {
    return ReadPage.of(open, texts, ReadRequest.NOTHING, Map.of(), latest(visitor));
  }

  /// All texts of a visitor that can be read, the latest first.
  public List<ReadPage.Earlier> earlier(Visitor visitor, OpenCase open) {
    return ReadPage.of(open, texts, ReadRequest.NOTHING, Map.of(), kept.list(visitor)).latest();
  }

  /// Takes in a text that was pasted, or lies at an address.
  public Brought bring(Visitor visitor, OpenCase open, ReadRequest given) {
    Map<String, Complaint> problems = given.problems(texts.fetcher() != null, false);
    Texts.Fetcher fetcher = texts.fetcher();
    if (problems.isEmpty() && given.text().isBlank() && fetcher != null) {
      try {
        URI address = URI.create(given.address());
        return begin(visitor, open, given, () -> fetcher.fetch(address), 0);
      } catch (IllegalArgumentException _) {
        problems.put("address", new Complaint(ReadingRefusal.Plain.NOT_A_WEB_ADDRESS));
      }
    }
    return problems.isEmpty()
        ? begin(visitor, open, given, () -> Articles.of(given.text(), null, null, LANGUAGE), 0)
        : new Brought.Wrong(ReadPage.of(open, texts, given, problems, latest(visitor)));
  }

  /// Accepts a file.
  ///
  /// @param type the media type declared by the browser
  public Brought bring(
      Visitor visitor, OpenCase open, ReadRequest given, byte[] bytes, @Nullable String type) {
    Map<String, Complaint> problems = new LinkedHashMap<>(given.problems(false, true));
    if (bytes.length == 0) {
      problems.put("text", new Complaint(ReadingRefusal.Plain.EMPTY_FILE));
    }
    return problems.isEmpty()
        ? begin(visitor, open, given, () -> article(bytes, type), bytes.length)
        : new Brought.Wrong(ReadPage.of(open, texts, given, problems, latest(visitor)));
  }

  private static Article article(byte[] bytes, @Nullable String type) throws IOException {
    return IncomingText.of(bytes, type, LANGUAGE);
  }

  /// Reads the same text again with corrected metadata.
  public Brought again(Visitor visitor, OpenCase open, BroughtText text, ReadRequest given) {
    if (!(text.state() instanceof BroughtText.State.Read(ArticleReading reading))) {
      return new Brought.Begun(text.key());
    }
    Article article = reading.article();
    Map<String, Complaint> problems = given.problems(false, true);
    return problems.isEmpty()
        ? begin(
            visitor,
            open,
            given,
            () -> new Article(article.text(), null, null, null, null, article.language()),
            article.text().length())
        : new Brought.Wrong(
            ReadPage.of(
                open,
                texts,
                new ReadRequest(
                    article.text(),
                    given.address(),
                    given.publisher(),
                    given.title(),
                    given.published()),
                problems,
                latest(visitor)));
  }

  /// That a file cannot be taken in.
  public ReadPage refused(Visitor visitor, OpenCase open, ReadRequest given, ReadingRefusal why) {
    return ReadPage.of(open, texts, given, Map.of("text", new Complaint(why)), latest(visitor));
  }

  private Brought begin(
      Visitor visitor, OpenCase open, ReadRequest given, BroughtText.TextOrigin origin, long size) {
    Optional<BroughtText> begun = kept.begin(visitor, given, origin, size, texts.reader());
    if (begun.isEmpty()) {
      return new Brought.Wrong(refused(visitor, open, given, ReadingRefusal.Plain.TOO_MANY_TEXTS));
    }
    begun.get().await(PATIENCE_MILLIS);
    return new Brought.Begun(begun.get().key());
  }

  /// A text of this visitor.
  ///
  /// @throws NotOnRecord if there is none
  public BroughtText text(Visitor visitor, String key) {
    return kept.find(visitor, key).orElseThrow(() -> new NotOnRecord("text", key, List.of()));
  }

  /// The page of a text: its content, its progress, or the form with its faults.
  ///
  /// @param troubles the reasons of refusals, by the number of the proposal
  public Object page(
      Visitor visitor, OpenCase open, BroughtText text, Map<Integer, List<String>> troubles) {
    return switch (text.state()) {
      case BroughtText.State.Working working -> ReadingPage.working(open, text, working.said());
      case BroughtText.State.Failed(String field, Complaint why) ->
          ReadPage.of(open, texts, text.given(), Map.of(field, why), latest(visitor));
      case BroughtText.State.Read(ArticleReading reading) ->
          ReadingPage.of(open, visitor, text, reading, troubles);
    };
  }

  private ProposalHandler handler(Visitor visitor, OpenCase open, BroughtText text) {
    if (text.state() instanceof BroughtText.State.Read(ArticleReading reading)) {
      return new ProposalHandler(service, visitor, open, text, reading);
    }
    throw new NotOnRecord("text that was read", text.key(), List.of());
  }

  /// Accepts a proposal. Returns the reasons of a refusal; empty for success.
  public List<Complaint> accept(Visitor visitor, OpenCase open, BroughtText text, int number) {
    ProposalHandler handler = handler(visitor, open, text);
    return handler.accept(candidate(handler, number));
  }

  /// The draft record of a proposal; empty if this visitor may not write it.
  public Optional<ProposalHandler.Draft> draft(
      Visitor visitor, OpenCase open, BroughtText text, int number) {
    ProposalHandler handler = handler(visitor, open, text);
    return handler.draft(candidate(handler, number));
  }

  /// Writes a corrected proposal.
  public ProposalHandler.Corrected correct(
      Visitor visitor,
      OpenCase open,
      BroughtText text,
      int number,
      ProposalHandler.Draft draft,
      FormValue.Keys corrected) {
    ProposalHandler handler = handler(visitor, open, text);
    return handler.correct(candidate(handler, number), draft, corrected);
  }

  /// Dismisses a proposal.
  ///
  /// @param ground the key of why: `off-topic`; anything else keeps no reason
  public List<Complaint> dismiss(
      Visitor visitor,
      OpenCase open,
      BroughtText text,
      int number,
      String ground,
      String because,
      LocalDate today) {
    ProposalHandler handler = handler(visitor, open, text);
    Item.Ground named = null;
    for (Item.Ground each : Item.Ground.values()) {
      if (each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(ground)) {
        named = each;
      }
    }
    if (named == null && !ground.isEmpty()) {
      return List.of(new Complaint(ReadingRefusal.Plain.NO_SUCH_GROUND, ground));
    }
    return handler.dismiss(
        candidate(handler, number), visitor.role() == Role.MEDIATOR ? named : null, because, today);
  }

  /// Opens a proposal again that was dismissed.
  public void reopen(BroughtText text, int number) {
    text.reopen(number);
  }

  /// The form of a proposal; of a claim of selected words for 0.
  ///
  /// @param words the selected words; empty for an empty claim
  public ProposalHandler.Form edit(
      Visitor visitor,
      OpenCase open,
      BroughtText text,
      int number,
      String words,
      Map<String, List<String>> sent,
      String action) {
    ProposalHandler handler = handler(visitor, open, text);
    if (number != 0) {
      candidate(handler, number);
    }
    return handler.form(number, words, sent, action);
  }

  /// Remembers that the form of a proposal was saved.
  public void saved(Visitor visitor, OpenCase open, BroughtText text, int number, String id) {
    handler(visitor, open, text).saved(number, id);
  }

  private static Candidate candidate(ProposalHandler handler, int number) {
    return handler
        .candidate(number)
        .orElseThrow(() -> new NotOnRecord("proposal", Integer.toString(number), List.of()));
  }
}
