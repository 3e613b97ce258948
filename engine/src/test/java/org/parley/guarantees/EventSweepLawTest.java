package org.parley.guarantees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.exact.Budget;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.watch.CommitmentGroups;
import org.parley.guarantees.watch.Logs;
import org.parley.guarantees.watch.Watch;
import org.parley.sweep.Seeds;
import org.parley.sweep.SweepParts;

/// Groups of commitments may be computed anywhere: verdicts are those of all of them in one
/// process. Logs have late, disputed and contradictory records, and breaches that trigger others.
@NullMarked
class EventSweepLawTest {

  private static final Comparator<DutyVerdict> BY_DUTY = Comparator.comparing(DutyVerdict::duty);

  @Test
  void groupsMayBeComputedAnywhere() {
    int apart = 0;
    int together = 0;
    int duties = 0;
    for (long seed = 0; seed < 400; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = seed % 3 == 0 ? world.linked() : world.commitments();
      List<LoggedFact> log = world.log(25, 3);
      EventSweep sweep = new EventSweep(commitments, log, Logs.END);
      List<DutyVerdict> inParts = new ArrayList<>();
      for (Seeds part : sweep.seeds().parts(sweep.partSize())) {
        inParts.addAll(sweep.part(part, Budget.unlimited()).duties());
      }
      inParts.sort(BY_DUTY);
      List<LoggedFact> known = log.stream().filter(each -> each.recorded() <= Logs.END).toList();
      List<DutyVerdict> whole =
          Guarantees.stateWithConsequences(commitments, known, Logs.END, Moments.NEVER).stream()
              .sorted(BY_DUTY)
              .toList();
      assertEquals(whole, inParts, "seed " + seed);
      List<DutyVerdict> watched = watched(commitments, known);
      assertEquals(states(watched), states(inParts), "seed " + seed);
      assertEquals(counts(watched), SweepParts.anyhow(sweep, new Random(seed)));
      int groups = CommitmentGroups.of(commitments).size();
      apart += groups > 1 ? 1 : 0;
      together += groups < commitments.size() ? 1 : 0;
      duties += watched.size();
    }
    assertTrue(
        apart > 50 && together > 20 && duties > 1_000, apart + " " + together + " " + duties);
  }

  /// The states by a watch that follows the entries as they are recorded.
  private static List<DutyVerdict> watched(List<Commitment> commitments, List<LoggedFact> known) {
    Watch watch = Watch.of(commitments, 0, null);
    known.stream().sorted(LoggedFact.AS_RECORDED).forEach(watch::follow);
    watch.advanceTo(Logs.END);
    return watch.state();
  }

  private static Map<Duty, Set<Lifecycle>> states(List<DutyVerdict> verdicts) {
    Map<Duty, Set<Lifecycle>> states = new TreeMap<>();
    verdicts.forEach(each -> states.put(each.duty(), each.possible()));
    return states;
  }

  private static List<EventSweep.DutyStateCount> counts(List<DutyVerdict> verdicts) {
    Map<String, EventSweep.DutyStateCount> counts = new TreeMap<>();
    for (DutyVerdict each : verdicts) {
      counts.merge(
          each.duty().guarantee().value() + " " + (char) ('a' + each.state().position()),
          new EventSweep.DutyStateCount(each.duty().guarantee(), each.state(), 1),
          (one, other) ->
              new EventSweep.DutyStateCount(
                  one.guarantee(), one.state(), one.duties() + other.duties()));
    }
    return List.copyOf(counts.values());
  }
}
