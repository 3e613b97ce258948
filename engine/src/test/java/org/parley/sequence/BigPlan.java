package org.parley.sequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;

/// A plan of many steps, each after one to three of the forty before it, some of them within so
/// many days, all between a first day and a last; and demands planted so that each makes one knot.
public record BigPlan(SequenceProblem problem, Set<String> planted) {

  private static final int REACH = 40;
  private static final PartyId PARTY = new PartyId("p");

  public static BigPlan of(int steps, int knots, long seed) {
    var random = new Random(seed);
    List<PlannedStep> planned = new ArrayList<>();
    List<TimedDemand> demands = new ArrayList<>();
    long[] time = new long[steps];
    for (int i = 0; i < steps; i++) {
      planned.add(PlannedStep.milestone(step(i), "step " + i));
      for (int b = Math.min(i, 1 + random.nextInt(3)); b > 0; b--) {
        int before = i - 1 - random.nextInt(Math.min(i, REACH));
        long lag = 1L + random.nextInt(10);
        time[i] = Math.max(time[i], time[before] + lag);
        demands.add(demand(demands.size(), Clause.atLeast(at(before), at(i), lag)));
      }
    }
    for (int i = 1; i < steps; i += 7) {
      int before = Math.max(0, i - 1 - random.nextInt(REACH));
      long most = Math.max(1, time[i] - time[before] + random.nextInt(60) + 60L);
      demands.add(demand(demands.size(), new Clause(at(before), at(i), null, most)));
    }
    demands.add(demand(demands.size(), Clause.notBefore(at(0), 0)));
    long end = 0;
    for (long each : time) {
      end = Math.max(end, each);
    }
    for (int i = steps - REACH; i < steps; i++) {
      demands.add(demand(demands.size(), Clause.notAfter(at(i), end + 1000)));
    }
    Set<String> planted = new TreeSet<>();
    for (int k = 0; k < knots; k++) {
      int at = (int) ((long) (k + 1) * steps / (knots + 1));
      int first = demands.size();
      for (int i = 0; i < 4; i++) {
        planned.add(PlannedStep.milestone(step(steps + 4 * k + i), "planted " + k));
      }
      int p = steps + 4 * k;
      // in the plan on both sides, so that the knot is tied into everything else
      demands.add(demand(first, Clause.atLeast(at(at), at(p), 3)));
      demands.add(demand(first + 1, Clause.atLeast(at(p), at(p + 1), 5)));
      demands.add(demand(first + 2, Clause.atLeast(at(p + 1), at(p + 2), 5)));
      demands.add(demand(first + 3, Clause.after(at(p + 2), at(p + 3))));
      demands.add(demand(first + 4, new Clause(at(p), at(p + 3), null, 4L + random.nextInt(6))));
      demands.add(demand(first + 5, Clause.notAfter(at(p + 3), end + 2000)));
      planted.add(
          "[d"
              + (first + 1)
              + ", d"
              + (first + 2)
              + ", d"
              + (first + 3)
              + ", d"
              + (first + 4)
              + "]");
    }
    return new BigPlan(
        new SequenceProblem(
            TimeScale.ofDays(LocalDate.of(2026, 1, 1)),
            planned,
            List.of(),
            demands,
            List.of(),
            null),
        planted);
  }

  public static TimedDemand demand(int index, Clause clause) {
    return TimedDemand.of(new DemandId("d" + index), "demand " + index, PARTY, clause);
  }

  public static StepId step(int i) {
    return new StepId("s" + i);
  }

  public static Moment at(int i) {
    return Moment.start(step(i));
  }
}
