package org.parley.reading.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.people.SpeakerStanding.Ability;
import org.parley.reading.rules.RuleReader;

/// Nothing speaks that cannot speak, and what barely says who speaks is less sure.
@NullMarked
class SpeakerStandingTest {

  private static final String TEXT =
      "Envoy Ann Berg of Norland met the council in Eastwick. MR. Berg was silent.";

  private static Ability of(String name) {
    ParsedText text = Parser.parse(TEXT, "en");
    SpeakerStanding standings = new SpeakerStanding(text, Coreference.of(text, "en"), "en");
    boolean isNamed = Character.isUpperCase(name.charAt(0));
    return standings.of(new Speaker(name, null, new TextSpan(0, 5), isNamed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MR",
        "Mr.",
        "100 percent of what",
        "$3 billion",
        "no government",
        "whose federation",
        "the draft",
        "a statement",
        "the chapter on education",
        "Most of the fisheries chapter",
        "Annex B",
        "the map of 1958",
        "the state news agency",
        "a local newspaper",
        "the Courier",
        "T"
      })
  void documentsSumsTitlesAndOutletsDoNotSpeak(String name) {
    assertEquals(Ability.NOBODY, of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "Ann Berg, ABLE",
    "the envoy of Norland, ABLE",
    "the Norlandic foreign ministry, ABLE",
    "Paris, ABLE",
    "the UN refugee agency, ABLE",
    "the International Monetary Fund, ABLE",
    "two people with knowledge of the draft, ABLE",
    "the ministry, DOUBTFUL",
    "her team, DOUBTFUL",
    "Eastwick, DOUBTFUL"
  })
  void peopleOfficesAndBodiesSpeak(String name, Ability ability) {
    assertEquals(ability, of(name));
  }

  private static List<Proposal.OfClaim> claims(String text) {
    return new RuleReader()
        .propose(Article.of(text, null)).stream()
            .filter(Proposal.OfClaim.class::isInstance)
            .map(Proposal.OfClaim.class::cast)
            .toList();
  }

  @Test
  void aPersonWhoseActAnOutletReportsSpeaks() {
    List<Proposal.OfClaim> claims =
        claims(
            "Envoy Ann Berg came to the peace talks on Monday. Ann Berg rejects the plan for the"
                + " border, the Courier reported.");
    assertTrue(
        claims.stream().allMatch(each -> each.speaker().name().equals("Ann Berg")),
        claims::toString);
  }

  @Test
  void theVerbOfAQuestionIsNoName() {
    List<Proposal.OfClaim> claims =
        claims(
            "Will Hamas accept the ceasefire? Hamas said on Monday that it had accepted the"
                + " ceasefire.");
    assertTrue(
        claims.stream().noneMatch(each -> each.speaker().name().startsWith("Will")),
        claims::toString);
  }

  @Test
  void doubtAboutTheSpeakerLowersConfidence() {
    String said = " said on Monday that the border treaty was agreed.";
    int sure = claims("The Norlandic foreign ministry" + said).getFirst().confidence();
    int unsure = claims("The ministry" + said).getFirst().confidence();
    assertTrue(unsure < sure, unsure + " and " + sure);
  }
}
