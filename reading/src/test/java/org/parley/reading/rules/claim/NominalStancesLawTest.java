package org.parley.reading.rules.claim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.reading.Proposal;
import org.parley.reading.ReadClaims;
import org.parley.reading.SaidStance;
import org.parley.reading.rules.RuleReader;

/// A stance told as a noun counts as the verb of it: "repeated its rejection of the plan". So does
/// an act behind a day or in a relative clause, and the nearness of an outcome.
@NullMarked
class NominalStancesLawTest {

  private static final List<String> THINGS =
      List.of("the fishing quota", "the ceasefire line", "the plan for the port");

  private final RuleReader reader = new RuleReader();
  private final List<String> wrong = new ArrayList<>();

  @Test
  void nounsTellTheStanceOfWhoeverVoicesThem() {
    Map<String, SaidStance> nouns =
        Map.of(
            "refusal to accept", SaidStance.REJECTED,
            "rejection of", SaidStance.REJECTED,
            "opposition to", SaidStance.REJECTED,
            "objection to", SaidStance.REJECTED,
            "acceptance of", SaidStance.AGREED,
            "consent to", SaidStance.AGREED,
            "agreement to", SaidStance.AGREED,
            "demand for a review of", SaidStance.PREFERS,
            "reservations about", SaidStance.OPEN);
    nouns.forEach(
        (noun, stance) -> {
          for (String verb : List.of("repeated", "announced", "reaffirmed")) {
            for (String thing : THINGS) {
              check("Ann Berg " + verb + " her " + noun + " " + thing + ".", "Berg", stance);
              String late = "On Tuesday Norway's delegation " + verb + " its ";
              check(late + noun + " " + thing + ".", "Norway", stance);
            }
          }
        });
    assertTrue(wrong.isEmpty(), wrong.size() + "\n" + String.join("\n", wrong));
  }

  @Test
  void outcomesThatAreNearAreFinalSoon() {
    for (String outcome : List.of("An agreement", "A deal", "A settlement")) {
      for (String near : List.of("close", "very close", "within reach")) {
        for (String thing : THINGS) {
          String said = outcome + " on " + thing + " is " + near;
          check(said + ", Ann Berg said on Tuesday.", "Berg", SaidStance.FINAL_SOON);
        }
      }
    }
    assertTrue(wrong.isEmpty(), wrong.size() + "\n" + String.join("\n", wrong));
  }

  @Test
  void aRelativeClauseIsOfTheWholePhrase() {
    for (String verb : List.of("rejected", "refuses to accept", "opposes")) {
      for (String thing : THINGS) {
        String text = "The envoy presented " + thing + ", which Norway " + verb + ".";
        check(text, "Norway", SaidStance.REJECTED);
        List<String> subjects =
            ReadClaims.of(reader, text).stream().map(Proposal.OfClaim::subject).toList();
        if (!subjects.equals(List.of(thing))) {
          wrong.add(text + " " + subjects);
        }
      }
    }
    assertTrue(wrong.isEmpty(), wrong.size() + "\n" + String.join("\n", wrong));
  }

  @Test
  void whatWillNotBeTalkedAboutIsRejected() {
    for (String words :
        List.of(
            "There can be no compromise on %s",
            "There will be no concession on %s", "We will never accept %s")) {
      for (String thing : THINGS) {
        check(words.formatted(thing) + ", Ann Berg said on Tuesday.", "Berg", SaidStance.REJECTED);
      }
    }
    assertTrue(wrong.isEmpty(), wrong.size() + "\n" + String.join("\n", wrong));
  }

  @Test
  void somebodyWithAnOfficeBehindTheNameSpeaksOnce() {
    for (String thing : THINGS) {
      check(
          "There is agreement on " + thing + ", Ann Berg, the chief negotiator of Norway, said.",
          "Berg",
          SaidStance.AGREED);
    }
    assertTrue(wrong.isEmpty(), wrong.size() + "\n" + String.join("\n", wrong));
  }

  private void check(String text, String who, SaidStance stance) {
    List<Proposal.OfClaim> found = ReadClaims.of(reader, text);
    boolean isRight =
        found.size() == 1
            && found.getFirst().speaker().name().contains(who)
            && found.getFirst().stance() == stance;
    if (!isRight) {
      wrong.add(text + " " + found);
    }
  }
}
