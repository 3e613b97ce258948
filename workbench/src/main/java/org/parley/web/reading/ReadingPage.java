package org.parley.web.reading;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.intake.Intake;
import org.parley.model.source.Source;
import org.parley.reading.Article;
import org.parley.reading.ArticleReading;
import org.parley.reading.TextLanguage;
import org.parley.reading.cases.CaseReading;
import org.parley.web.service.Rights;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;

/// A text with its proposals; or the progress of reading it.
///
/// @param frame the page frame
/// @param open the case
/// @param text the text
/// @param stage the stage; empty once it is read
/// @param reading its candidates; null while it is being read
/// @param paragraphs its text, with quotations marked
/// @param proposals the proposals, in the order of the text
/// @param readers the readers of accepted records, in words
/// @param keepsReasons whether a dismissal may keep its reason in the inbox
public record ReadingPage(
    Frame frame,
    OpenCase open,
    BroughtText text,
    String stage,
    @Nullable CaseReading reading,
    List<List<Piece>> paragraphs,
    List<ProposalView> proposals,
    String readers,
    boolean keepsReasons) {

  /// A stretch of a paragraph.
  ///
  /// @param numbers the proposals that rest on these words; empty for words between
  /// @param begins the proposals whose words begin here
  public record Piece(String words, List<Integer> numbers, List<Integer> begins) {
    public Piece {
      numbers = List.copyOf(numbers);
      begins = List.copyOf(begins);
    }
  }

  /// A text that is being fetched or read.
  static ReadingPage working(OpenCase open, BroughtText text, String stage) {
    return new ReadingPage(
        Frame.of(Say.text("reading.title"), open.view().info(), "read"),
        open,
        text,
        stage,
        null,
        List.of(),
        List.of(),
        "",
        false);
  }

  /// @param troubles why accepting was refused, in sentences, by the number of the proposal
  static ReadingPage of(
      OpenCase open,
      Visitor visitor,
      BroughtText text,
      ArticleReading read,
      Map<Integer, List<String>> troubles) {
    CaseReading reading = text.in(open.view(), read);
    return new ReadingPage(
        Frame.of(ReadPage.title(read.article()), open.view().info(), "read"),
        open,
        text,
        "",
        reading,
        MarkedText.of(
            read.article().text(),
            read.proposals().stream().map(each -> each.quotation().at()).toList()),
        reading.candidates().stream()
            .map(
                each ->
                    ProposalView.of(
                        open,
                        visitor,
                        each,
                        text.decision(each.number(), open.view()),
                        troubles.getOrDefault(each.number(), List.of())))
            .toList(),
        Say.readers(open.view(), Rights.defaultVisibility(visitor)),
        visitor.role() == Role.MEDIATOR);
  }

  /// Whether readers of accepted records are named: if others have access to the case.
  public boolean marksReaders() {
    return Visit.current().marksPublic();
  }

  private CaseReading read() {
    if (reading == null) {
      throw new IllegalStateException("not read yet");
    }
    return reading;
  }

  /// The source, as it is or would be on record.
  public Source source() {
    return read().source();
  }

  public boolean isKnownSource() {
    return read().isKnownSource();
  }

  /// Why the source is graded so, as a sentence.
  public String whyReliable() {
    return Say.sentence(ReadingWording.reason(read().grounds())) + ".";
  }

  /// Whether the day of publication is known.
  public boolean isDated() {
    return read().reading().article().published() != null;
  }

  /// The counts of proposals.
  public String found() {
    return Say.sentence(ReadingWording.found(read()));
  }

  /// The language in which the text was read, as a sentence.
  public String language() {
    return Intake.language(read());
  }

  /// The same for programs.
  public TextLanguage readLanguage() {
    return read().reading().language();
  }

  /// The kinds that alone are read of its language, as a sentence; empty for all.
  public String languageLimits() {
    return Intake.limits(read());
  }

  /// The counts of rejected proposals by reason; empty for none.
  public String dropped() {
    return ReadingWording.dropped(read());
  }

  public long decided() {
    return proposals.stream().filter(each -> !each.isOpen()).count();
  }

  /// The title of the text.
  public String title() {
    return ReadPage.title(read().reading().article());
  }

  /// The metadata of the source, as input of the form.
  public ReadRequest asGiven() {
    Article article = read().reading().article();
    return new ReadRequest(
        "",
        article.address() == null ? "" : article.address(),
        article.publisher() == null ? "" : article.publisher(),
        article.title() == null ? "" : article.title(),
        article.published() == null ? "" : article.published().toString());
  }

  /// Numbers with blanks between them.
  public String words(List<Integer> numbers) {
    return String.join(" ", numbers.stream().map(each -> Integer.toString(each)).toList());
  }

  /// Where the form of a proposal is; 0 is an empty one.
  public String edit(int number) {
    return Link.to(Address.PROPOSAL, text.key(), number);
  }
}
