package org.parley.guarantees.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.model.GeneratorCensus;

/// Measures what random commitments and logs are made of.
class LogsCensusTest {

  @Test
  void randomCommitmentsHaveEverythingOneCanHave() {
    var census =
        GeneratorCensus.of(Commitment.class)
            .exclude("Commitment.obligors = empty", "somebody owes")
            .exclude("Commitment.ladder = empty", "something is owed")
            .exclude("Commitment.ties = empty", "every tie has its place")
            .exclude("Commitment.ties = one", "every tie has its place")
            .exclude("Guarantee.Voiding.claims = one", "claims decide nothing")
            .exclude("Guarantee.Voiding.claims = several", "claims decide nothing")
            .exclude("Trigger.Combined.patterns = empty", "a trigger asks for something")
            .exclude("Determination.Council.members = empty", "a council has members")
            .exclude("Period.Calendar.rounding = REFUSE", "a guarantee says how it rounds");
    for (long seed = 0; seed < 2_000; seed++) {
      var logs = new Logs(seed);
      logs.commitments().forEach(census::count);
      logs.linked().forEach(census::count);
    }
    assertEquals(List.of(), census.neverProduced());
  }

  @Test
  void randomLogsHaveEverythingOneCanHave() {
    var census =
        GeneratorCensus.of(LoggedFact.class)
            .expect(
                "recorded long after it was reported",
                "at an unsure time",
                "corrected by a retraction",
                "corrected by another of its kind",
                "an act too late for any window",
                "two entries at one moment");
    for (long seed = 0; seed < 500; seed++) {
      var logs = new Logs(seed);
      List<LoggedFact> log = logs.log(30, (int) (seed % 4));
      log.forEach(census::count);
      for (LoggedFact each : log) {
        census.see("recorded long after it was reported", each.recorded() > each.reported() + 9);
        census.see("at an unsure time", each.earliest() < each.latest());
        census.see(
            "corrected by a retraction",
            each.supersedes() != null && each.fact() instanceof Fact.Retraction);
        census.see(
            "corrected by another of its kind",
            each.supersedes() != null && !(each.fact() instanceof Fact.Retraction));
        census.see(
            "an act too late for any window",
            each.fact() instanceof Fact.Act && each.earliest() > 30);
        census.see(
            "two entries at one moment",
            log.stream().filter(other -> other.earliest() == each.earliest()).count() > 1);
      }
    }
    assertEquals(List.of(), census.neverProduced());
  }
}
