package org.parley.reading.rules.claim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.reading.Proposal;
import org.parley.reading.ReadClaims;
import org.parley.reading.SaidStance;
import org.parley.reading.rules.RuleReader;

/// The agent of a passive takes the position: "the plan was rejected by Kyiv".
@NullMarked
class PassiveAgentsLawTest {

  private final RuleReader reader = new RuleReader();

  private List<Proposal.OfClaim> claims(String text) {
    return ReadClaims.of(reader, text);
  }

  @Test
  void agentsOfPassivesTakePositions() {
    List<String> wrong = new ArrayList<>();
    for (String who : List.of("Kyiv", "Hamas", "Ann Berg", "Norway")) {
      for (String thing : List.of("The plan for the port", "The inspection of the border")) {
        check(thing + " was rejected by " + who + ".", who, SaidStance.REJECTED, wrong);
        check(thing + " has been accepted by " + who + ".", who, SaidStance.AGREED, wrong);
        check(thing + " was turned down by " + who + ".", who, SaidStance.REJECTED, wrong);
      }
    }
    assertTrue(wrong.isEmpty(), wrong.size() + "\n" + String.join("\n", wrong));
  }

  private void check(String text, String who, SaidStance stance, List<String> wrong) {
    List<Proposal.OfClaim> found = claims(text);
    boolean isRight =
        found.size() == 1
            && found.getFirst().speaker().name().contains(who)
            && found.getFirst().stance() == stance;
    if (!isRight) {
      wrong.add(text + " " + found);
    }
  }
}
