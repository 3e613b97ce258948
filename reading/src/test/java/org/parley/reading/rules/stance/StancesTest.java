package org.parley.reading.rules.stance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.SaidStance;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.TokenRange;

/// Which stance a clause has, and which it must not be taken for: a denial, a question, a plan.
@NullMarked
class StancesTest {

  private static Optional<Judgement> judged(String text, String said) {
    ParsedText parsed = Parser.parse(text, "en");
    Sentence s = parsed.sentences().getFirst();
    return new Stances(parsed.lexicon()).of(s, new TokenRange(0, s.size()), said);
  }

  private static String stance(String text) {
    return judged(text, "say").map(each -> each.stance().name()).orElse("-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The map is agreed. | AGREED
          The two sides have settled the border. | AGREED
          The annex has been finalised. | AGREED
          We accept the ceasefire. | AGREED
          The text is almost finished. | MOSTLY_AGREED
          Most of the treaty is agreed. | MOSTLY_AGREED
          The annex is 90 percent done. | SHARE
          The status of the port remains open. | OPEN
          The border is still being discussed. | OPEN
          There is no agreement on the border. | OPEN
          The prisoners remain a sticking point. | OPEN
          We reject the proposal. | REJECTED
          We will never accept the map. | REJECTED
          The government refused to withdraw its troops. | REJECTED
          We will sign only if the troops leave. | CONDITIONAL
          We have received the draft. | RECEIVED
          We have not received the draft. | NOT_RECEIVED
          The treaty will be signed within days. | FINAL_SOON
          """)
  void isThatOfTheClause(String text, String expected) {
    assertEquals(expected, stance(text), text);
  }

  /// What is denied, or asked, is not settled.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The map is not agreed.",
        "Nothing is agreed.",
        "The annex has not been finalised.",
        "They could not say whether the map is agreed.",
        "The two sides failed to agree on the border.",
        "The text is far from finished."
      })
  void isNotAgreement(String text) {
    assertTrue(
        judged(text, "say")
            .filter(each -> each.stance() == SaidStance.AGREED)
            .or(() -> judged(text, "say").filter(each -> each.stance() == SaidStance.MOSTLY_AGREED))
            .isEmpty(),
        text + " is " + stance(text));
  }

  /// Nobody refuses a settlement who refuses to speak, or does not refuse.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "He declined to comment.",
        "They refused to say more.",
        "We do not reject the proposal.",
        "The rejection of the first draft was in May."
      })
  void isNotRefusal(String text) {
    assertTrue(
        judged(text, "say").filter(each -> each.stance() == SaidStance.REJECTED).isEmpty(),
        text + " is " + stance(text));
  }

  /// Most sentences of an article say nothing of the state of a settlement.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "They met in Geneva on 12 May.",
        "It rained all day.",
        "He is the foreign minister.",
        "The delegation arrived by train."
      })
  void isNone(String text) {
    assertEquals("-", stance(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          We will sign only if the troops leave. | the troops leave
          Unless the annex is agreed, nothing is. | the annex is agreed
          The map is agreed. |
          """)
  void aConditionIsKeptInItsWords(String text, String words) {
    ParsedText parsed = Parser.parse(text, "en");
    Optional<String> condition =
        new Stances(parsed.lexicon()).condition(parsed.sentences().getFirst());
    assertEquals(words != null, condition.isPresent(), text + " " + condition);
    assertTrue(words == null || condition.orElseThrow().contains(words), text + " " + condition);
  }

  /// The token it rests on is one of the clause: a page marks it.
  @ParameterizedTest
  @ValueSource(
      strings = {"The map is agreed.", "We reject the proposal.", "The border remains open."})
  void restsOnAWordOfTheClause(String text) {
    Judgement judgement = judged(text, "say").orElseThrow();
    int words = Parser.parse(text, "en").sentences().getFirst().size();
    assertTrue(judgement.key() >= 0 && judgement.key() < words, judgement.toString());
    assertTrue(judgement.confidence() > 0 && judgement.confidence() <= 100, judgement.toString());
  }
}
