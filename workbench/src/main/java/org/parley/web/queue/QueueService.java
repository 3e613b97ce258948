package org.parley.web.queue;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.form.FieldProblem;
import org.parley.casefile.form.FormOutcome;
import org.parley.intake.IncomingText;
import org.parley.intake.StatementDecision;
import org.parley.intake.StatementEdits;
import org.parley.intake.Texts;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.source.SourceId;
import org.parley.newsfeed.FeedTrouble;
import org.parley.newsfeed.NewsEntry;
import org.parley.newsfeed.NewsWatch;
import org.parley.newsfeed.WatchedFeed;
import org.parley.reading.Article;
import org.parley.reading.cases.CaseReading;
import org.parley.reading.cases.ClaimDraft;
import org.parley.reading.source.Articles;
import org.parley.reading.statements.StatementGroup;
import org.parley.reading.statements.Statements;
import org.parley.web.reading.BroughtText;
import org.parley.web.reading.ReadRequest;
import org.parley.web.reading.ReadingRefusal;
import org.parley.web.reading.ReadingService;
import org.parley.web.reading.RecentTexts;
import org.parley.web.service.CaseService;
import org.parley.web.service.Rights;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.service.Visitor;
import org.parley.web.view.OpenCase;

/// Takes many texts in, and writes what is decided on their statements. Thread-safe.
public final class QueueService {

  private static final String LANGUAGE = "en";

  /// How many batches are kept, each for one state of case and texts.
  private static final int KEPT = 16;

  /// How many texts may be on the queue before feeds wait: less than are kept.
  private static final int MOST_FROM_FEEDS = RecentTexts.KEPT_EACH - 20;

  private record Kept(OpenCase open, List<String> state, QueueBatch batch) {}

  private final CaseService service;
  private final ReadingService reading;
  private final Map<Visitor, Kept> batches =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Visitor, Kept> eldest) {
          return size() > KEPT;
        }
      };

  public QueueService(CaseService service, ReadingService reading) {
    this.service = service;
    this.reading = reading;
  }

  /// The reader of texts, and their permitted origins.
  Texts reader() {
    return reading.reader();
  }

  /// The watch over feeds; null if none is watched here.
  public @Nullable NewsWatch feeds() {
    return reader().feeds();
  }

  /// Begins to take in what watched feeds bring, for the person at this machine.
  public void watchFeeds() {
    NewsWatch feeds = reader().feeds();
    if (feeds != null) {
      Visitor here = Visitor.mediator(System.getProperty("user.name", "unknown"));
      feeds.start((feed, entry, text) -> take(here, feed, entry, text));
    }
  }

  /// Takes in an entry of a feed. No undecided text makes room for it.
  private boolean take(
      Visitor visitor, WatchedFeed feed, NewsEntry entry, NewsWatch.EntryText text) {
    Instant published = entry.published();
    ReadRequest given =
        new ReadRequest(
            "",
            entry.link() == null ? "" : entry.link().toString(),
            feed.name(),
            entry.title(),
            published == null ? "" : LocalDate.ofInstant(published, ZoneOffset.UTC).toString());
    return texts(visitor).size() < MOST_FROM_FEEDS && reading.take(visitor, given, text::get, 0);
  }

  /// Watches a feed, changes its interval, stops watching it, or asks for all feeds now.
  ///
  /// @param wish `watch`, `forget` or `look`
  /// @return why it was not done; empty if it was
  public List<FieldProblem> feed(String wish, String address, String minutes) {
    NewsWatch feeds = reader().feeds();
    if (feeds == null) {
      return QueueTroubles.of(FeedRefusal.Plain.FEEDS_ELSEWHERE);
    }
    return switch (wish) {
      case "watch" ->
          minutes.matches("\\d{1,4}")
              ? watched(feeds.watch(address, Integer.parseInt(minutes)), address)
              : QueueTroubles.of(FeedRefusal.Plain.NOT_AN_INTERVAL, minutes);
      case "forget" ->
          feeds.forget(address)
              ? List.of()
              : QueueTroubles.of(FeedRefusal.Plain.NOT_WATCHED, address);
      case "look" -> {
        feeds.lookNow();
        yield List.of();
      }
      default -> QueueTroubles.of(ReadingRefusal.Plain.NO_SUCH_DECISION, wish);
    };
  }

  private static List<FieldProblem> watched(NewsWatch.Named named, String address) {
    return switch (named) {
      case NewsWatch.Named.Watched _ -> List.of();
      case NewsWatch.Named.Failed(FeedTrouble trouble) ->
          QueueTroubles.of(FeedRefusal.of(trouble), address);
      case NewsWatch.Named.TooMany(int most) ->
          QueueTroubles.of(new FeedRefusal.TooManyFeeds(most));
      case NewsWatch.Named.NoAddress _ ->
          QueueTroubles.of(ReadingRefusal.Plain.NOT_A_WEB_ADDRESS, address);
    };
  }

  /// The texts of a visitor, in the order in which they came.
  List<BroughtText> texts(Visitor visitor) {
    return reading.texts(visitor).reversed();
  }

  /// Whether a visitor's queue is still in the state that a page was made of.
  ///
  /// @param state the mark on that page
  public boolean isStill(Visitor visitor, OpenCase open, String state) {
    return batch(visitor, open).mark().equals(state);
  }

  /// The batch of a visitor's texts, for the present case.
  QueueBatch batch(Visitor visitor, OpenCase open) {
    List<BroughtText> texts = texts(visitor);
    List<String> state = texts.stream().map(each -> each.key() + " " + each.changes()).toList();
    Kept kept;
    synchronized (batches) {
      kept = batches.get(visitor);
    }
    boolean isSameCase = kept != null && isOf(kept.open, open);
    if (kept != null && isSameCase && kept.state.equals(state)) {
      return kept.batch;
    }
    QueueBatch batch = QueueBatch.of(open.view(), texts, kept == null ? null : kept.batch);
    synchronized (batches) {
      batches.put(visitor, new Kept(open, state, batch));
    }
    return batch;
  }

  /// Every state of a case is opened once.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isOf(OpenCase one, OpenCase other) {
    return one == other;
  }

  /// Takes in what was pasted: texts with a line of equals signs between them, or addresses.
  ///
  /// @return why it was not all taken in; empty if it was
  public List<FieldProblem> paste(Visitor visitor, ReadRequest given) {
    Texts.Fetcher fetcher = reader().fetcher();
    List<String> pieces = PastedTexts.of(given.text());
    if (pieces.isEmpty()) {
      return QueueTroubles.of(new ReadingRefusal.NoText(fetcher != null));
    }
    for (String each : pieces) {
      boolean isFetched = fetcher != null && PastedTexts.isAddress(each);
      ReadRequest one =
          new ReadRequest(
              isFetched ? "" : each,
              isFetched ? each : "",
              given.publisher(),
              "",
              given.published());
      BroughtText.TextOrigin origin =
          isFetched && fetcher != null
              ? () -> fetched(fetcher, each)
              : () -> Articles.of(each, null, null, LANGUAGE);
      if (!reading.take(visitor, one, origin, 0)) {
        return QueueTroubles.of(ReadingRefusal.Plain.TOO_MANY_TEXTS);
      }
    }
    return List.of();
  }

  private static Article fetched(Texts.Fetcher fetcher, String address) throws IOException {
    return fetcher.fetch(URI.create(address));
  }

  /// Takes in a file.
  ///
  /// @param type the media type declared by the browser
  public List<FieldProblem> file(
      Visitor visitor, byte[] bytes, @Nullable String type, String name) {
    if (bytes.length == 0) {
      return QueueTroubles.of(ReadingRefusal.Plain.EMPTY_FILE);
    }
    boolean isTaken =
        reading.take(
            visitor,
            ReadRequest.NOTHING,
            () -> IncomingText.named(IncomingText.of(bytes, type, LANGUAGE), name),
            bytes.length);
    return isTaken ? List.of() : QueueTroubles.of(ReadingRefusal.Plain.TOO_MANY_TEXTS);
  }

  /// Forgets the texts of which nothing is open, or one text. Returns whether there were any.
  ///
  /// @param key the text; empty for all that are decided
  public boolean forget(Visitor visitor, OpenCase open, String key) {
    List<String> done = key.isEmpty() ? done(visitor, open) : List.of(key);
    int before = texts(visitor).size();
    reading.forget(visitor, done);
    return texts(visitor).size() < before;
  }

  private List<String> done(Visitor visitor, OpenCase open) {
    QueueBatch batch = batch(visitor, open);
    Set<String> waiting = new HashSet<>();
    batch.events().forEach(each -> waiting.add(each.ref().text()));
    batch.statements().stream()
        .filter(each -> !each.isOnRecord())
        .flatMap(each -> each.told().stream())
        .forEach(each -> waiting.add(each.ref().text()));
    return texts(visitor).stream()
        .map(BroughtText::key)
        .filter(each -> !waiting.contains(each))
        .toList();
  }

  /// A decision on a statement.
  ///
  /// @param told its reports as they were shown, the fullest first
  /// @param wish `new`, `otherwise`, `confirms`, `dismiss` or `reopen`
  /// @param record the claim on record it was shown against; empty for none
  /// @param fields what is changed in place
  public record Wish(
      List<ProposalRef> told, String wish, String record, Map<String, List<String>> fields) {

    /// The decision of a form.
    public static Wish of(Map<String, List<String>> sent) {
      return new Wish(
          ProposalRef.listed(first(sent, "told")), first(sent, "as"), first(sent, "record"), sent);
    }

    private static String first(Map<String, List<String>> sent, String name) {
      List<String> values = sent.getOrDefault(name, List.of());
      return values.isEmpty() ? "" : values.getFirst();
    }
  }

  /// Decides on a statement. Returns the reasons of a refusal; empty for success.
  public List<FieldProblem> decide(Visitor visitor, OpenCase open, Wish wish) {
    if (wish.told.isEmpty()) {
      return QueueTroubles.of(ReadingRefusal.Plain.NO_STATEMENT_NAMED);
    }
    QueueBatch batch = batch(visitor, open);
    if (wish.wish.equals("reopen")) {
      return reopen(visitor, open, wish.told);
    }
    List<QueuedStatement.Told> told = batch.told(wish.told);
    if (told.isEmpty()) {
      return event(visitor, open, batch, wish);
    }
    if (wish.wish.equals("dismiss")) {
      told.forEach(each -> each.text().decide(each.ref().number(), DISMISSED));
      return List.of();
    }
    Optional<StatementDecision> decision = decision(wish.wish);
    return decision.isEmpty()
        ? QueueTroubles.of(ReadingRefusal.Plain.NO_SUCH_DECISION, wish.wish)
        : write(visitor, open, batch, told, wish, decision.get());
  }

  private static final BroughtText.Decision DISMISSED = new BroughtText.Decision.Dismissed(null);

  private static Optional<StatementDecision> decision(String wish) {
    return switch (wish) {
      case "new" -> Optional.of(StatementDecision.NEW);
      case "otherwise" -> Optional.of(StatementDecision.OTHERWISE);
      case "confirms" -> Optional.of(StatementDecision.CONFIRMS);
      default -> Optional.empty();
    };
  }

  private List<FieldProblem> reopen(Visitor visitor, OpenCase open, List<ProposalRef> told) {
    int reopened = 0;
    for (BroughtText text : texts(visitor)) {
      for (ProposalRef each : told) {
        if (each.text().equals(text.key())
            && text.decision(each.number(), open.view())
                instanceof BroughtText.Decision.Dismissed) {
          text.reopen(each.number());
          reopened++;
        }
      }
    }
    return reopened > 0 ? List.of() : QueueTroubles.of(ReadingRefusal.Plain.DECIDED_MEANWHILE);
  }

  /// The record that a decided proposal is part of; empty if it was dismissed, or is open.
  public Optional<String> recordOf(Visitor visitor, OpenCase open, ProposalRef ref) {
    return texts(visitor).stream()
        .filter(each -> each.key().equals(ref.text()))
        .map(each -> each.decision(ref.number(), open.view()))
        .flatMap(each -> each == null ? Stream.empty() : each.record().stream())
        .findFirst();
  }

  /// A meeting, step, act or demand of order: accepted or dismissed.
  private List<FieldProblem> event(Visitor visitor, OpenCase open, QueueBatch batch, Wish wish) {
    ProposalRef ref = wish.told.getFirst();
    Optional<QueueBatch.QueuedEvent> event =
        wish.told.size() > 1
            ? Optional.empty()
            : batch.events().stream().filter(each -> each.ref().equals(ref)).findFirst();
    if (event.isEmpty()) {
      return QueueTroubles.of(ReadingRefusal.Plain.DECIDED_MEANWHILE);
    }
    BroughtText text = event.get().part().text();
    return switch (wish.wish) {
      case "dismiss" -> {
        text.decide(ref.number(), DISMISSED);
        yield List.of();
      }
      case "new" ->
          reading.accept(visitor, open, text, ref.number()).stream()
              .map(QueueTroubles::of)
              .toList();
      default -> QueueTroubles.of(ReadingRefusal.Plain.NO_SUCH_DECISION, wish.wish);
    };
  }

  private List<FieldProblem> write(
      Visitor visitor,
      OpenCase open,
      QueueBatch batch,
      List<QueuedStatement.Told> told,
      Wish wish,
      StatementDecision decision) {
    QueuedStatement.Told lead = told.getFirst();
    Claim record = open.view().find(wish.record).orElse(null) instanceof Claim claim ? claim : null;
    if (decision == StatementDecision.CONFIRMS && record == null) {
      return QueueTroubles.of(ReadingRefusal.Plain.NO_CLAIM_TO_CONFIRM);
    }
    ClaimDraft draft = QueueBatch.completed(batch.draft(lead), record);
    ClaimFields fields = ClaimFields.of(draft).with(wish.fields);
    StatementEdits edits = edits(visitor, open);
    boolean isAppended =
        decision == StatementDecision.CONFIRMS && record != null && isSameOccasion(told, record);
    if (isAppended && !fields.equals(ClaimFields.of(draft))) {
      return QueueTroubles.of(ReadingRefusal.Plain.CHANGED_CONFIRMS_NOTHING);
    }
    Claim claim;
    if (isAppended && record != null) {
      claim = record;
    } else {
      switch (fields.claim(open.view(), draft, lead.reading().source())) {
        case FormOutcome.Faulty(List<FieldProblem> problems) -> {
          return problems;
        }
        case FormOutcome.Made(var made) -> claim = (Claim) made;
      }
    }
    List<CaseReading> readings =
        told.stream().map(QueuedStatement.Told::reading).distinct().toList();
    ClaimId id = edits.add(readings, claim, decision, record, isAppended);
    return save(visitor, open, edits, List.of(new Written(told, id, isAppended)));
  }

  /// Whether a claim on record was made within the window of days of a report.
  private static boolean isSameOccasion(List<QueuedStatement.Told> told, Claim record) {
    return told.stream()
        .anyMatch(each -> Statements.isOneOccasion(each.proposal(), published(each), record));
  }

  private static @Nullable LocalDate published(QueuedStatement.Told told) {
    return told.reading().reading().article().published();
  }

  private static StatementEdits edits(Visitor visitor, OpenCase open) {
    return new StatementEdits(
        open.view(),
        new StatementEdits.Writer(
            Rights.beginningOfIds(visitor), Rights.defaultVisibility(visitor)));
  }

  /// The reports that a claim holds from now on.
  private record Written(List<QueuedStatement.Told> told, ClaimId claim, boolean isAppended) {}

  private List<FieldProblem> save(
      Visitor visitor, OpenCase open, StatementEdits edits, List<Written> written) {
    List<CaseEdit> all = edits.edits();
    Map<String, Version> basedOn = new HashMap<>();
    for (CaseEdit each : all) {
      if (each instanceof CaseEdit.Change(var changed)) {
        String id = changed.id().value();
        open.view().find(id).ifPresent(before -> basedOn.put(id, Version.of(before)));
      }
    }
    List<FieldProblem> troubles =
        all.isEmpty() ? List.of() : troubles(service.change(visitor, all, why(written), basedOn));
    if (troubles.isEmpty()) {
      written.forEach(each -> remember(edits, each));
    }
    return troubles;
  }

  private static String why(List<Written> written) {
    String publishers =
        written.stream()
            .flatMap(each -> each.told.stream())
            .map(each -> each.reading().source().publisher())
            .distinct()
            .limit(5)
            .collect(Collectors.joining(", "));
    return "Read in " + publishers + ".";
  }

  private static List<FieldProblem> troubles(SaveOutcome outcome) {
    return switch (outcome) {
      case SaveOutcome.Saved _ -> List.of();
      case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) ->
          troubles.stream().map(each -> QueueTroubles.of(each.complaint())).toList();
      case SaveOutcome.Widens _ -> QueueTroubles.of(ReadingRefusal.Plain.NEEDS_CONFIRMATION);
      case SaveOutcome.Later later -> throw later.exception();
      case SaveOutcome.Conflict _ ->
          QueueTroubles.of(ReadingRefusal.Plain.RECORD_CHANGED_MEANWHILE);
    };
  }

  private static void remember(StatementEdits edits, Written written) {
    String id = written.claim.value();
    for (QueuedStatement.Told each : written.told) {
      SourceId source = edits.sourceOf(each.reading());
      each.text().sourceIs(source);
      each.text()
          .decide(
              each.ref().number(),
              written.isAppended
                  ? new BroughtText.Decision.Confirmed(id, source)
                  : new BroughtText.Decision.Accepted(id));
    }
  }

  /// The records that accepting all sure statements from a confidence on would write.
  ///
  /// @param least the least confidence, in percent
  public BulkPreview bulk(Visitor visitor, OpenCase open, QueueFilter filter, int least) {
    return prepared(visitor, open, filter, least).preview;
  }

  private record Prepared(BulkPreview preview, StatementEdits edits, List<Written> written) {}

  private Prepared prepared(Visitor visitor, OpenCase open, QueueFilter filter, int least) {
    StatementEdits edits = edits(visitor, open);
    List<BulkPreview.Entry> entries = new ArrayList<>();
    List<Written> written = new ArrayList<>();
    for (QueuedStatement each : batch(visitor, open).statements()) {
      if (each.confidence() < least || !each.isSure() || !filter.isOfSource(each)) {
        continue;
      }
      boolean isAppended =
          each.relation() == StatementGroup.Relation.CONFIRMS && each.isSameOccasion();
      ClaimFields fields = ClaimFields.of(each.draft());
      if (fields.claim(open.view(), each.draft(), each.lead().reading().source())
          instanceof FormOutcome.Made(var made)) {
        ClaimId id =
            edits.add(each.readings(), (Claim) made, each.suggested(), each.record(), isAppended);
        entries.add(new BulkPreview.Entry(each, id));
        written.add(new Written(each.told(), id, isAppended));
      }
    }
    return new Prepared(new BulkPreview(least, entries, edits.edits()), edits, written);
  }

  /// Accepts all that was shown. Returns the reasons of a refusal; empty for success.
  ///
  /// @param digest what was shown
  public List<FieldProblem> acceptAll(
      Visitor visitor, OpenCase open, QueueFilter filter, int least, String digest) {
    Prepared prepared = prepared(visitor, open, filter, least);
    if (prepared.written.isEmpty() || !prepared.preview.digest().equals(digest)) {
      return QueueTroubles.of(ReadingRefusal.Plain.SHOWN_OTHERWISE);
    }
    return save(visitor, open, prepared.edits, prepared.written);
  }
}
