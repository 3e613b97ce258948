package org.parley.reading.rules.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.Article;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.rules.RuleReader;

/// Which claims a sentence makes, by the rules alone, against Wednesday 14 May 2031: the stance
/// under negation, doubt and condition, when it was said, and on whose word.
@NullMarked
class ClaimsTest {

  private static Article article(String text) {
    return Article.of(text + "\n", LocalDate.of(2031, 5, 14));
  }

  private static List<Proposal.OfClaim> claims(String text) {
    return RuleReader.byRulesAlone().propose(article(text)).stream()
        .filter(Proposal.OfClaim.class::isInstance)
        .map(Proposal.OfClaim.class::cast)
        .toList();
  }

  private static Proposal.OfClaim only(String text) {
    List<Proposal.OfClaim> found = claims(text);
    assertEquals(1, found.size(), found.toString());
    return found.getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg said the map was agreed.                         | AGREED
          Ann Berg said the map was not agreed.                     | OPEN
          Ann Berg said the map was no longer agreed.               | OPEN
          Ann Berg said the map had not yet been agreed.            | OPEN
          Ann Berg said the map would be agreed by Friday.          | FINAL_SOON
          Ann Berg said the map was nearly agreed.                  | MOSTLY_AGREED
          Ann Berg said the map was agreed in principle.            | MOSTLY_AGREED
          Ann Berg said the map was all but agreed.                 | MOSTLY_AGREED
          Ann Berg said neither the map nor the annex was agreed.   | OPEN
          Ann Berg said nothing had been agreed on wages.           | OPEN
          Ann Berg said the map must be agreed.                     | OPEN
          Ann Berg denied that the map was agreed.                  | DENIED_REPORT
          Ann Berg could not say whether the map was agreed.        | OPEN
          Ann Berg said Norway had not received the draft.          | NOT_RECEIVED
          Ann Berg said she had received the draft.                 | RECEIVED
          Ann Berg said 100 percent of the map was agreed.          | AGREED
          Ann Berg said we want the quotas kept.                    | PREFERS
          Ann Berg said the mines are not for negotiation.          | REJECTED
          Ann Berg said the rebels renewed their consent to a map.  | AGREED
          Norway rejects the map.                                   | REJECTED
          Norway has rejected the map.                              | REJECTED
          Norway accepted the map on Tuesday.                       | AGREED
          Ann Berg said Norway had sort of agreed to the map.       | MOSTLY_AGREED
          Ann Berg said a lasting peace required a monitor.         | CONDITIONAL
          Ann Berg said the map required further discussion.        | OPEN
          Ann Berg said the map, if you can call it one, is agreed. | AGREED
          """)
  void stances(String text, SaidStance stance) {
    assertEquals(stance, only(text).stance(), text);
  }

  /// What might be, and what nobody says.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Berg said the map might be agreed.",
        "Ann Berg said the council wants the map settled by Friday.",
        "Ann Berg said the council hoped for compromises.",
        "Ann Berg declined to disclose details of the map.",
        "Ann Berg said the map could be agreed.",
        "Ann Berg said the map would be agreed.",
        "It is said that the map is agreed.",
        "I said the map was agreed.",
        "Nobody said the map was agreed.",
        "Ann Berg did not say that the map was agreed.",
        "Ann Berg, the prime minister of Norway, never said that the map had been settled.",
        "Ann Berg never said the map was agreed.",
        "Ann Berg has not claimed that the map is agreed.",
        "Ann Berg did not tell reporters that Norway accepted the map.",
        "She said the map was agreed.",
        "Ann Berg said she was tired.",
        "Ann Berg said the price had risen by 90 percent.",
        "Ann Berg said the football club had agreed to the transfer of its player."
      })
  void noClaim(String text) {
    assertEquals(List.of(), claims(text));
  }

  /// The condition of a claim, in the words of the text.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg said the treaty would be signed only if Chile withdrew.  | Chile withdrew
          Ann Berg said the treaty would be signed unless Chile objected.   | Chile objected
          Ann Berg said the treaty depended on money.                       | money
          Ann Berg said the treaty was subject to ratification.             | ratification
          Ann Berg said Chile would accept a court if Norway paid.          | Norway paid
          Norway will sign nothing "until Chile pays", Ann Berg said.       | Chile pays
          "Unless Chile pays, the treaty is not signed," Ann Berg said.     | Chile pays
          Ann Berg said the treaty hinges on "a credible path" with Chile.  | "a credible path" with Chile
          """)
  void conditions(String text, String condition) {
    Proposal.OfClaim claim = only(text);
    assertEquals(SaidStance.CONDITIONAL, claim.stance());
    assertEquals(condition, claim.condition());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg said 90 percent of the map was agreed.          | 90 %
          Ann Berg said nine tenths of the map were agreed.        | 90 %
          Ann Berg said the map was 90 percent done.               | 90 %
          Ann Berg said three quarters of the text were agreed.    | 75 %
          Ann Berg said 12 of the 15 articles were agreed.         | 12 of 15
          """)
  void shares(String text, String share) {
    Proposal.OfClaim claim = only(text);
    assertEquals(SaidStance.SHARE, claim.stance());
    assertEquals(share, claim.share());
  }

  /// When it was said; nothing if the text does not tell.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Ann Berg said the map was agreed.                            | -
          Ann Berg says the map is agreed.                             | 2031-05-14
          Ann Berg said on Monday that the map was agreed.             | 2031-05-12
          Last week Ann Berg said the map was agreed.                  | 2031-05-05/2031-05-11
          Ann Berg said in March that the map was agreed.              | 2031-03
          Ann Berg told the Courier on 3 May that the map was agreed.  | 2031-05-03
          Norway accepted the map on Tuesday.                          | 2031-05-13
          """)
  void days(String text, @Nullable String said) {
    assertEquals(said, only(text).said() == null ? null : String.valueOf(only(text).said()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          Ann Berg said the map was agreed.                                    | REPORTED_SPEECH | -
          "The map is agreed," Ann Berg said.                                  | DIRECT_QUOTE    | -
          “The map is agreed,” Ann Berg said.                                  | DIRECT_QUOTE    | -
          «The map is agreed,» Ann Berg said.                                  | DIRECT_QUOTE    | -
          „The map is agreed“, Ann Berg said.                                  | DIRECT_QUOTE    | -
          Ann Berg said Norway had accepted the timetable.                     | RELAYED         | Norway
          Karl Oye, Ann Berg said, had agreed to the timetable.                | RELAYED         | Karl Oye
          Ann Berg said: "Karl Oye told me: 'The map is agreed.'"              | RELAYED         | Karl Oye
          Ann Berg said the border between Norway and Chile was agreed.        | REPORTED_SPEECH | -
          "The border between Norway and Chile is agreed," Ann Berg said.      | DIRECT_QUOTE    | -
          Ann Berg said the treaty with Chile had been rejected.               | REPORTED_SPEECH | -
          According to two people familiar with the talks, the map is agreed.  | UNATTRIBUTED    | -
          The rebels' spokesman, who asked not to be named, said the map was agreed. | REPORTED_SPEECH | -
          """)
  void onWhoseWord(String text, Attribution attribution, @Nullable String relayed) {
    assertEquals(attribution, only(text).attribution());
    assertEquals(relayed, only(text).relayedFrom());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          Ann Berg said the map was agreed between Norway and Chile. | Norway, Chile
          Ann Berg said Norway had accepted the timetable.           | Norway
          Ann Berg said the map was agreed.                          | ''
          """)
  void betweenWhom(String text, String parties) {
    assertEquals(parties, String.join(", ", only(text).between()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Ann Berg wrote on X that the map was agreed.                | Ann Berg
          Ann Berg was told by Karl Oye that the map was agreed.      | Karl Oye
          In a statement, the ministry said the map was agreed.       | the ministry
          The White House said the map was agreed.                    | The White House
          An aide to President Berg said the map was agreed.          | An aide to President Berg
          Both delegations said the map was agreed.                   | Both delegations
          """)
  void speakers(String text, String speaker) {
    assertEquals(speaker, only(text).speaker().name());
  }

  @Test
  void twoSpeakersMakeOneClaimEach() {
    List<Proposal.OfClaim> found = claims("Ann Berg and Karl Oye said the map was agreed.");
    assertEquals(
        List.of("Ann Berg", "Karl Oye"),
        found.stream().map(each -> each.speaker().name()).toList());
  }

  /// "So did Karl Oye" repeats the stance of the clause, or of the sentence, before.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg rejected the map. So did Karl Oye.              | Ann Berg REJECTED the map; Karl Oye REJECTED the map
          Ann Berg rejected the map. So, too, did Karl Oye.        | Ann Berg REJECTED the map; Karl Oye REJECTED the map
          Norway rejected the map, and so did Chile.               | Norway REJECTED the map; Chile REJECTED the map
          The map is agreed, Ann Berg said; so, too, is the annex. | Ann Berg AGREED The map; Ann Berg AGREED the annex
          Ann Berg said the map is open. So did nobody.            | Ann Berg OPEN the map
          """)
  void aRepeatedPredicate(String text, String expected) {
    assertEquals(
        expected,
        claims(text).stream()
            .map(each -> each.speaker().name() + " " + each.stance() + " " + each.subject())
            .collect(Collectors.joining("; ")),
        text);
  }

  @Test
  void twoClausesMakeOneClaimEach() {
    List<Proposal.OfClaim> found =
        claims("\"The map,\" said Ann Berg, \"is agreed, but the annex is open.\"");
    assertEquals(
        List.of(SaidStance.AGREED, SaidStance.OPEN),
        found.stream().map(Proposal.OfClaim::stance).toList());
    assertTrue(found.stream().allMatch(each -> each.speaker().name().equals("Ann Berg")));
  }

  // traces and the model

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg said the map was agreed.                    | CLAIMED
          Ann Berg said the mood was friendly.                 | NO_STATE
          Ann Berg said it was rumoured that the map was agreed. | RUMOUR
          """)
  void whatBecomesOfAClause(String text, ClauseTrace.Outcome outcome) {
    assertTrue(
        RuleReader.byRulesAlone().traces(article(text)).stream()
            .anyMatch(each -> each.outcome() == outcome),
        RuleReader.byRulesAlone().traces(article(text)).toString());
  }

  @Test
  void likelihoodsAreSortedAndNoMoreThanOne() {
    StanceModel model = StanceModel.of("en").orElseThrow();
    for (Set<String> features : List.of(Set.<String>of(), Set.of("x"), features())) {
      List<StanceModel.Likely> likely = model.of(features);
      double sum = likely.stream().mapToDouble(StanceModel.Likely::probability).sum();
      assertTrue(sum > 0 && sum <= 1 + 1e-9, "" + sum);
      for (int i = 1; i < likely.size(); i++) {
        assertTrue(likely.get(i - 1).probability() >= likely.get(i).probability());
      }
    }
    assertEquals(SaidStance.AGREED, model.of(features()).getFirst().stance());
  }

  private static Set<String> features() {
    return new RuleReader()
        .traces(article("Ann Berg said the treaty had been agreed."))
        .getFirst()
        .features();
  }
}
