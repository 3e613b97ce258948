package org.parley.reading.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.Article;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;

/// What the rules make of one sentence or two: who speaks, of what, and how far it has come.
@NullMarked
class RuleReaderTest {

  private static List<Proposal.OfClaim> claims(String text) {
    return RuleReader.byRulesAlone().propose(Article.of(text, LocalDate.of(2031, 5, 16))).stream()
        .filter(Proposal.OfClaim.class::isInstance)
        .map(Proposal.OfClaim.class::cast)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Ann Berg: The map is agreed. | Ann Berg | AGREED
          17:40 The mediator, Ann Berg: "We have received the draft." | Ann Berg | RECEIVED
          "The text is done", said the envoy, Ann Berg. | Ann Berg | AGREED
          What is missing, the minister Ann Berg said, is the annex. | Ann Berg | OPEN
          The envoy, Ann Berg, expects the annex to be settled within two weeks. | Ann Berg | FINAL_SOON
          OSLO, 12 March 2031 (Agency) - The envoy, Ann Berg, said the map was agreed. | Ann Berg | AGREED
          The union denies having signed the contract. | The union | DENIED_REPORT
          Both delegations described the treaty as closed. | Both delegations | AGREED
          There would be no treaty without a court, warned Justice Minister Karl Oye. | Karl Oye | CONDITIONAL
          If the neighbours accept the map, the treaty will be signed, said Ann Berg. | Ann Berg | CONDITIONAL
          The movement writes that it accepts the timetable, with the exception of the last phase. | The movement | MOSTLY_AGREED
          A mediator said 27 of 30 annexes had been agreed. | A mediator | SHARE
          Her ministry had not received any answer, Ann Berg added. | Ann Berg | NOT_RECEIVED
          The council says it will sign as soon as the militias have left. | The council | CONDITIONAL
          Ann Berg said the lines were not in dispute. | Ann Berg | AGREED
          Ann Berg, the minister, rejects the treaty. | Ann Berg | REJECTED
          """)
  void oneSentence(String text, String speaker, SaidStance stance) {
    List<Proposal.OfClaim> found = claims(text);
    assertEquals(1, found.size(), found.toString());
    assertEquals(speaker, found.getFirst().speaker().name());
    assertEquals(stance, found.getFirst().stance());
  }

  @Test
  void somebodyWithoutANameIsMeantByAPronounUntilAnotherIsNamed() {
    String minister = "The minister said on Sunday that the map was agreed. ";
    assertEquals(
        List.of("The minister", "The minister"),
        claims(minister + "\"The annex is settled,\" he told reporters.").stream()
            .map(each -> each.speaker().name())
            .toList());
    assertEquals(
        List.of("The minister", "Ann Berg"),
        claims(minister + "Then came Ann Berg. \"The annex is settled,\" she told reporters.")
            .stream()
            .map(each -> each.speaker().name())
            .toList());
  }

  @Test
  void aJointStatementIsTheWordOfTheParties() {
    List<Proposal.OfClaim> found =
        claims(
            """
            Joint statement of the parties, 3 May

            The parties agreed to a truce of ninety days.

            On the integration of forces, no agreement was reached.""");
    assertEquals(
        List.of(SaidStance.AGREED, SaidStance.OPEN),
        found.stream().map(Proposal.OfClaim::stance).toList());
    assertTrue(found.stream().allMatch(each -> each.speaker().name().equals("The parties")));
  }

  @Test
  void theNewsroomClaimsNothing() {
    assertEquals(List.of(), claims("The parties agreed to a truce of ninety days."));
    assertEquals(List.of(), claims("It is said that the treaty is agreed."));
  }

  @Test
  void anAnswerTakesTheQuestionAlong() {
    Proposal.OfClaim denial =
        claims(
                "Ann Berg came before the press. Asked about a report that the rebels had accepted"
                    + " the annex, she answered: \"That is an invention.\"")
            .getFirst();
    assertEquals(SaidStance.DENIED_REPORT, denial.stance());
    assertTrue(denial.quotation().words().startsWith("Asked about a report"));
    assertEquals("the annex", denial.subject());
  }

  @Test
  void pronounsTitlesAndDescriptionsMeanAPerson() {
    List<Proposal.OfClaim> found =
        claims(
            "Foreign Minister Karl Oye said on Monday that the treaty was agreed. He said the annex"
                + " was open. The foreign minister rejects the map.");
    assertEquals(3, found.size(), found.toString());
    assertTrue(found.stream().allMatch(each -> each.speaker().name().equals("Karl Oye")));
  }

  @Test
  void whatAnotherDidIsRelayed() {
    Proposal.OfClaim told = claims("Ann Berg said Norway had rejected the treaty.").getFirst();
    assertEquals(Attribution.RELAYED, told.attribution());
    assertEquals("Norway", told.relayedFrom());
  }

  @Test
  void whatSomebodyWasToldIsRelayedByWhoeverTellsIt() {
    Proposal.OfClaim told =
        claims("Ann Berg said Karl Oye had told her that the annex was agreed.").getFirst();
    assertEquals("Ann Berg", told.speaker().name());
    assertEquals("Karl Oye", told.relayedFrom());
    assertEquals(Attribution.RELAYED, told.attribution());
    assertEquals(SaidStance.AGREED, told.stance());
    assertTrue(told.quotation().words().contains("the annex was agreed"));
  }

  @Test
  void whoSaysItOfThemselvesRelaysNothing() {
    Proposal.OfClaim told = claims("Ann Berg said she believed the annex was agreed.").getFirst();
    assertEquals(Attribution.REPORTED_SPEECH, told.attribution());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg said they were close to 95 percent there. | 95 %
          Ann Berg put the plan at 90 percent. | 90 %
          Ann Berg put it at two thirds. | 66.7 %
          Ann Berg said three-fifths of the treaty was agreed. | 60 %
          A quarter of the treaty is settled, Ann Berg said. | 25 %
          Ann Berg said all but two of the 20 articles were settled. | 18 of 20
          Ann Berg said that of 31 chapters, 27 had been closed. | 27 of 31
          """)
  void howMuchIsSettled(String text, String share) {
    List<Proposal.OfClaim> found = claims(text);
    assertEquals(1, found.size(), found.toString());
    assertEquals(SaidStance.SHARE, found.getFirst().stance());
    assertEquals(share, found.getFirst().share());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg: We will not sell the island. | REJECTED
          The council said it had reached an understanding on fees. | AGREED
          There were doubts about the map, Ann Berg said. | OPEN
          Ann Berg said the annex had yet to be discussed. | OPEN
          Ann Berg said the first article had been settled and the second had not. | AGREED
          """)
  void framesWhateverTheVerb(String text, SaidStance stance) {
    List<Proposal.OfClaim> found = claims(text);
    assertTrue(!found.isEmpty(), text);
    assertEquals(stance, found.getFirst().stance());
  }

  @Test
  void oneVerbForTwoStates() {
    List<Proposal.OfClaim> found =
        claims("Ann Berg said the first article had been settled and the second had not.");
    assertEquals(
        List.of(SaidStance.AGREED, SaidStance.OPEN),
        found.stream().map(Proposal.OfClaim::stance).toList());
  }

  @Test
  void aTranscriptGoesOnOverParagraphs() {
    List<Proposal.OfClaim> found =
        claims(
            """
            Remarks of Prime Minister Ann Berg and Chancellor Karl Oye, 3 May 2031

            PRIME MINISTER BERG: Good evening.

            The treaty is agreed.

            QUESTION: Is the map agreed?

            CHANCELLOR OYE: The map is open.

            PRIME MINISTER BERG: The annex is open.""");
    assertEquals(
        List.of("Ann Berg", "Karl Oye", "Ann Berg"),
        found.stream().map(each -> each.speaker().name()).toList());
  }
}
