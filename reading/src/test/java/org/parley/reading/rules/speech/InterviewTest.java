package org.parley.reading.rules.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.Speaker;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.people.Coreference;

/// Which paragraphs of a conversation ask and which answer, and whose word a common statement is.
@NullMarked
class InterviewTest {

  private static Interview of(String text) {
    ParsedText parsed = Parser.parse(text, "en");
    Coreference people = Coreference.of(parsed, "en");
    return new Interview(parsed, new Turns(parsed.lexicon(), people), people);
  }

  /// For each paragraph `?` if it asks, `!` if it answers, `.` if neither.
  private static String paragraphs(String text) {
    Interview interview = of(text);
    int count = (int) text.lines().filter(each -> !each.isBlank()).count();
    StringBuilder all = new StringBuilder();
    IntStream.range(0, count)
        .forEach(
            i ->
                all.append(
                    interview.isAsked(i) ? '?' : interview.answererOf(i).isPresent() ? '!' : '.'));
    return all.toString();
  }

  @Test
  void threeQuestionsMakeAConversationWithTheFirstOneNamed() {
    String text =
        """
        Ann Berg leads the delegation.
        Is the map agreed?
        It is open.
        And the census?
        That is settled.
        What about the court?
        The court is out of the question.
        """;
    assertEquals(".?!?!?!", paragraphs(text));
    assertEquals("Ann Berg", of(text).answererOf(2).orElseThrow().name());
    assertFalse(of(text).isTranscript());
  }

  @Test
  void anAnswerGoesOnInTheFirstPerson() {
    String text =
        """
        Ann Berg leads the delegation.
        Is the map agreed?
        It is open.
        We will not give up the harbour.
        And the census?
        That is settled.
        What about the court?
        The court is out of the question.
        """;
    assertEquals(".?!!?!?!", paragraphs(text));
  }

  @Test
  void twoQuestionsMakeNoConversation() {
    String text =
        """
        Ann Berg leads the delegation.
        Is the map agreed?
        It is open.
        And the census?
        That is settled.
        """;
    assertEquals(".....", paragraphs(text));
  }

  @Test
  void withoutANameThereIsNobodyToAnswer() {
    String text =
        """
        Is the map agreed?
        It is open.
        And the census?
        That is settled.
        What about the court?
        The court is out of the question.
        """;
    assertEquals("......", paragraphs(text));
  }

  @Test
  void namesBeforeColonsMakeATranscript() {
    String text =
        """
        Press conference of Prime Minister Ann Berg and Chancellor Karl Oye.
        PRIME MINISTER BERG: The treaty is agreed.
        QUESTION: Is the map agreed?
        CHANCELLOR OYE: The map is open.
        PRIME MINISTER BERG: The annex is open.
        """;
    assertTrue(of(text).isTranscript());
    assertTrue(of(text).answererOf(1).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Is the map agreed?               | true
          "Is the map agreed?"             | true
          Is the map agreed? .             | true
          The map is agreed.               | false
          He asked: "Is it agreed?" twice. | false
          ?                                | true
          """)
  void questions(String text, boolean isQuestion) {
    assertEquals(isQuestion, Interview.isQuestion(Parser.parse(text, "en").sentences().getLast()));
  }

  /// A first line, and whose word the text is; nobody's if it is no common statement.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          Joint statement of the parties, 3 May                | The parties
          The parties published a joint statement on 3 May.    | ''
          """)
  void commonStatements(String first, String speaker) {
    String text = first + "\n\nThe parties agreed to a truce. The parties will meet again.\n";
    assertEquals(
        speaker,
        String.join(
            "",
            JointText.of(Parser.parse(text, "en")).speakers().stream()
                .map(Speaker::name)
                .toList()));
    assertEquals(List.of(), JointText.of(Parser.parse("", "en")).speakers());
  }

  /// How a common statement introduces those whom it then calls "the Ministers".
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Minister of Trade of Arland and the Minister of Finance of Bornia",
        "The Ministers of Trade of Arland, Bornia and the Isles"
      })
  void whoIssuesACommonStatement(String introduced) {
    String text =
        "JOINT STATEMENT\n\n"
            + introduced
            + " met in Oslo on 3 May.\n\nThe Ministers agreed to a truce. The Ministers parted.\n";
    assertEquals(
        List.of(introduced),
        JointText.of(Parser.parse(text, "en")).speakers().stream().map(Speaker::name).toList());
  }
}
