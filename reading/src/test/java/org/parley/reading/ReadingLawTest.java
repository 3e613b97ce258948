package org.parley.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.reading.rules.RuleReader;

/// What holds for the reading of any text: quotations stand where they are said to, and what means
/// nothing changes nothing.
@NullMarked
class ReadingLawTest {

  private static final LocalDate DAY = LocalDate.of(2031, 5, 14);

  /// Articles of several kinds: an agency, an interview, a statement, one with asides and quotes.
  private static final List<String> TEXTS =
      List.of(
          """
          OSLO, 13 May (Agency) - Norway and Chile have settled the map of the strait, Foreign Minister Ann Berg said on Monday.

          The annex on fishing is still open, she told reporters. "We will not sign before the prisoners are home," Berg said.

          Chile's envoy, Karl Oye, denied that the map was agreed. The delegations will meet in Geneva on 20 May.

          Two officials familiar with the talks said 27 of the 30 articles had been closed.
          """,
          """
          Ann Berg leads the delegation of the rebels. She spoke to us in Oslo.

          Is the map agreed?

          It is open. We will not give up the harbour.

          And the census?

          That is settled.

          What about the court?

          The court is out of the question.
          """,
          """
          Joint statement of the parties, 3 May 2031

          The parties agreed to a truce of ninety days.

          On the integration of forces, no agreement was reached.

          The parties will return to Geneva next week.
          """,
          """
          "The treaty," said Karl Oye, the mediator, "is all but complete." He expects it to be signed by Friday.

          The union rejected the offer; its members vote on 3 June. If the company pays, union leader Tom Hale said, the strike will end.

          Hale, who had met the minister on Tuesday, called reports of a deal "an invention".
          """);

  private static Stream<String> texts() {
    return TEXTS.stream();
  }

  private static ArticleReading read(String text) {
    return read(text, DAY);
  }

  private static ArticleReading read(String text, LocalDate day) {
    try {
      return ArticleReading.of(Article.of(text, day), new RuleReader());
    } catch (ReaderUnavailableException e) {
      throw new AssertionError(e);
    }
  }

  /// What is proposed, without the positions.
  private static List<String> gist(ArticleReading reading) {
    return reading.proposals().stream().map(ReadingLawTest::gist).sorted().toList();
  }

  private static String gist(Proposal proposal) {
    String what =
        switch (proposal) {
          case Proposal.OfClaim claim ->
              String.join(
                  " | ",
                  claim.speaker().name(),
                  claim.stance().name(),
                  claim.subject(),
                  String.valueOf(claim.share()),
                  String.valueOf(claim.condition()),
                  String.valueOf(claim.said()),
                  claim.attribution().name());
          case Proposal.OfMeeting meeting ->
              meeting.place() + " | " + meeting.when() + " | " + meeting.participants();
          case Proposal.OfStep step -> step.what() + " | " + step.when();
          case Proposal.OfInstrument instrument -> instrument.name() + " | " + instrument.state();
          case Proposal.OfOrder order -> order.later() + " | " + order.earlier();
        };
    return proposal.getClass().getSimpleName()
        + " | "
        + what
        + " | "
        + proposal.quotation().words();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void somethingIsReadAndNothingDropped(String text) {
    ArticleReading reading = read(text);
    assertTrue(reading.proposals().size() >= 3, reading.proposals().toString());
    assertEquals(Map.of(), reading.dropped());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void everyQuotationStandsWhereItIsSaidTo(String text) {
    int last = 0;
    for (Proposal each : read(text).proposals()) {
      TextSpan at = each.quotation().at();
      assertEquals(each.quotation().words(), text.substring(at.start(), at.end()));
      assertFalse(each.quotation().words().isBlank());
      assertTrue(at.start() >= last, "in the order of the text");
      last = at.start();
      assertTrue(each.confidence() > 0 && each.confidence() <= 100, each.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void theSecondReadingIsTheFirst(String text) {
    assertEquals(read(text).proposals(), read(text).proposals());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void blankLinesSayNothing(String text) {
    assertEquals(gist(read(text)), gist(read(text.replace("\n\n", "\n\n \t\n\n\n"))));
    assertEquals(gist(read(text)), gist(read("\n\n" + text + "\n\n\n")));
    assertEquals(gist(read(text)), gist(read(text.replace("\n", "\r\n"))));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void spacesAtTheEndsOfLinesSayNothing(String text) {
    assertEquals(gist(read(text)), gist(read(text.replace("\n", "  \n"))));
  }

  /// Curly quotation marks are quotation marks.
  @ParameterizedTest
  @MethodSource("texts")
  void curlyQuotationMarksMeanTheSame(String text) {
    StringBuilder other = new StringBuilder();
    boolean isOpen = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      other.append(c == '"' ? (isOpen ? '”' : '“') : c);
      isOpen ^= c == '"';
    }
    List<String> plain =
        gist(read(other.toString())).stream()
            .map(each -> each.replaceAll("[“”]", "\""))
            .sorted()
            .toList();
    assertEquals(gist(read(text)), plain);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void typographicApostrophesMeanTheSame(String text) {
    List<String> other =
        gist(read(text.replace('\'', '’'))).stream()
            .map(each -> each.replace('’', '\''))
            .sorted()
            .toList();
    assertEquals(gist(read(text)), other);
  }

  /// A paragraph about nothing, before or after, adds and takes nothing.
  @ParameterizedTest
  @MethodSource("texts")
  void anotherParagraphAddsNothing(String text) {
    String weather = "The weather in the north was fine, and the harbour was calm.";
    assertEquals(gist(read(text)), gist(read(text + "\n" + weather + "\n")));
  }

  /// A text appended to another in between of which nobody is named again.
  @Test
  void twoTextsAreReadAsOneAfterTheOther() {
    String one = "Foreign Minister Ann Berg said the map was agreed.\n";
    String other = "Union leader Tom Hale said the offer on pay was open.\n";
    List<String> both = gist(read(one + "\n" + other));
    assertTrue(both.containsAll(gist(read(one))), both.toString());
    assertTrue(both.containsAll(gist(read(other))), both.toString());
    assertEquals(gist(read(one)).size() + gist(read(other)).size(), both.size());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void otherNamesAreOnlyOtherNames(String text) {
    String other = text.replace("Berg", "Lind").replace("Oye", "Moe").replace("Hale", "Dahl");
    List<String> back =
        gist(read(other)).stream()
            .map(each -> each.replace("Lind", "Berg").replace("Moe", "Oye").replace("Dahl", "Hale"))
            .sorted()
            .toList();
    assertEquals(gist(read(text)), back);
  }

  @Test
  void withoutAPublicationNoDayIsGuessed() throws ReaderUnavailableException {
    ArticleReading reading =
        ArticleReading.of(Article.of(TEXTS.getFirst(), null), new RuleReader());
    assertTrue(reading.proposals().size() >= 3);
    for (Proposal each : reading.proposals()) {
      if (each instanceof Proposal.OfClaim claim) {
        assertNull(claim.said(), claim.toString());
      }
    }
  }

  /// A week later everything that is told by days of the week is a week later.
  @Test
  void daysMoveWithThePublication() {
    String text = "Ann Berg said on Monday that the map was agreed. They will meet on Friday.\n";
    for (int week = 0; week < 60; week += 7) {
      List<Proposal> found = read(text, DAY.plusWeeks(week)).proposals();
      Proposal.OfClaim claim = (Proposal.OfClaim) found.getFirst();
      assertEquals(
          LocalDate.of(2031, 5, 12).plusWeeks(week).toString(), String.valueOf(claim.said()));
    }
  }

  @Test
  void textsOfNothingHaveNothing() {
    for (String text : List.of("", " ", "\n\n", "\"", "Map.", "said said said", "The weather.")) {
      assertEquals(List.of(), read(text).proposals(), text);
    }
  }
}
