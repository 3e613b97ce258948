package org.parley.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.model.PartyId;
import org.parley.model.step.StepId;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.exposure.UnavoidableExposure;
import org.parley.sequence.plan.Plan;

/// Checks that an order of irreversible steps can be dated, has the stated exposure, and that no
/// order has less.
public final class ExposureCheck {

  private final SequenceProblem problem;
  private final List<PlannedStep> irreversible;
  private final Map<StepId, Set<StepId>> notAfter = new HashMap<>();
  private final Meter meter;

  private ExposureCheck(SequenceProblem problem, Plan plan, Budget budget) {
    this.problem = problem;
    meter = new Meter(budget);
    irreversible = problem.steps().stream().filter(step -> !step.reversible()).toList();
    List<SequenceBounds.Bound> bounds = SequenceBounds.of(plan, problem);
    irreversible.forEach(step -> notAfter.put(step.id(), notAfter(step.id(), bounds)));
  }

  /// By the clauses, the irreversible steps that cannot come later than one.
  private Set<StepId> notAfter(StepId one, List<SequenceBounds.Bound> bounds) {
    Map<Moment, Long> atMost = SequenceBounds.atMost(place(one), bounds);
    Set<StepId> steps = new HashSet<>();
    for (PlannedStep other : irreversible) {
      Long most = atMost.get(place(other.id()));
      if (!other.id().equals(one) && most != null && most <= 0) {
        steps.add(other.id());
      }
    }
    return steps;
  }

  private Moment place(StepId step) {
    return problem.get(step).duration().most() == 0 ? Moment.start(step) : Moment.end(step);
  }

  /// Verifies that an order can be dated, has the stated exposure, and that no order has less.
  ///
  /// @param problem the problem of the plan, with a lower bound on its beginning
  /// @param budget a step is one set of steps
  public static Verdict verify(
      ExchangeOrder.Order order,
      UnavoidableExposure proof,
      Plan plan,
      SequenceProblem problem,
      Budget budget) {
    try {
      var check = new ExposureCheck(problem, plan, budget);
      return Verdict.of(check.wrong(order, proof, plan), check.meter);
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
  }

  private Optional<Flaw> wrong(ExchangeOrder.Order order, UnavoidableExposure proof, Plan plan) {
    List<Flaw> wrong = new ArrayList<>(PlanCheck.broken(order.times(), plan.readings(), problem));
    inOrder(order).ifPresent(wrong::add);
    long exposed = largest(order.steps());
    if (exposed != order.largest()) {
      wrong.add(Flaw.of(Flaw.Code.OTHER_EXPOSURE, exposed));
    }
    if (proof.atLeast() < order.largest()) {
      wrong.add(Flaw.of(Flaw.Code.OTHER_EXPOSURE, proof.atLeast()));
    }
    unavoidable(proof).ifPresent(wrong::add);
    if (!groups(order.steps()).equals(groups(proof.groups()))) {
      wrong.add(Flaw.of(Flaw.Code.OTHER_MEMBERS, proof.groups()));
    }
    return wrong.stream().findFirst();
  }

  private Optional<Flaw> inOrder(ExchangeOrder.Order order) {
    Set<StepId> met = new HashSet<>();
    long last = Long.MIN_VALUE;
    for (List<StepId> group : order.steps()) {
      for (StepId step : group) {
        long time = order.times().getOrDefault(Moment.end(step), Long.MIN_VALUE);
        long first = order.times().getOrDefault(Moment.end(group.getFirst()), Long.MIN_VALUE);
        if (!met.add(step) || time < last || time != first) {
          return Optional.of(Flaw.of(Flaw.Code.OTHER_ORDER, step));
        }
        last = time;
      }
    }
    return met.size() == irreversible.size()
            && irreversible.stream().allMatch(step -> met.contains(step.id()))
        ? Optional.empty()
        : Optional.of(Flaw.of(Flaw.Code.OTHER_MEMBERS, met));
  }

  private static Set<Set<StepId>> groups(List<List<StepId>> groups) {
    return groups.stream().map(Set::copyOf).collect(Collectors.toSet());
  }

  private long largest(List<List<StepId>> order) {
    Map<PartyId, Long> balances = new HashMap<>();
    long largest = 0;
    for (List<StepId> group : order) {
      worth(group).forEach((party, worth) -> balances.merge(party, worth, Math::addExact));
      largest = Math.max(largest, exposure(balances));
    }
    return largest;
  }

  private Map<PartyId, Long> worth(List<StepId> group) {
    Map<PartyId, Long> worth = new HashMap<>();
    for (StepId step : group) {
      problem.get(step).worth().forEach((party, each) -> worth.merge(party, each, Math::addExact));
    }
    return worth;
  }

  private static long exposure(Map<PartyId, Long> balances) {
    return Math.max(0, -balances.values().stream().mapToLong(Long::longValue).min().orElse(0));
  }

  private Optional<Flaw> unavoidable(UnavoidableExposure proof) {
    List<List<StepId>> groups = proof.groups();
    if (groups.size() >= Long.SIZE) {
      return Optional.of(Flaw.of(Flaw.Code.MALFORMED));
    }
    Set<StepId> all = new HashSet<>();
    for (List<StepId> group : groups) {
      for (StepId step : group) {
        if (!all.add(step)
            || !group.stream().allMatch(each -> each.equals(step) || before(step).contains(each))) {
          return Optional.of(Flaw.of(Flaw.Code.OTHER_MEMBERS, step));
        }
      }
    }
    if (all.size() != irreversible.size()) {
      return Optional.of(Flaw.of(Flaw.Code.OTHER_MEMBERS, all));
    }
    return new Turned(groups, proof).wrong();
  }

  private Set<StepId> before(StepId step) {
    return notAfter.getOrDefault(step, Set.of());
  }

  /// The proof, read in its direction.
  private final class Turned {
    private final List<List<StepId>> groups;
    private final UnavoidableExposure proof;
    private final List<Long> before = new ArrayList<>();
    private final List<Long> after = new ArrayList<>();
    private final List<Map<PartyId, Long>> worth = new ArrayList<>();
    private final Map<PartyId, Long> start = new HashMap<>();
    private final Set<Long> sets;

    Turned(List<List<StepId>> groups, UnavoidableExposure proof) {
      this.groups = groups;
      this.proof = proof;
      sets = new HashSet<>(proof.sets());
      Set<PartyId> parties = new TreeSet<>();
      irreversible.forEach(step -> parties.addAll(step.worth().keySet()));
      parties.forEach(party -> start.put(party, 0L));
      for (int i = 0; i < groups.size(); i++) {
        Map<PartyId, Long> given = new HashMap<>();
        Map<PartyId, Long> worths = worth(groups.get(i));
        for (PartyId party : parties) {
          long each = worths.getOrDefault(party, 0L);
          given.put(party, proof.fromTheEnd() ? -each : each);
          start.merge(party, proof.fromTheEnd() ? each : 0, Math::addExact);
        }
        worth.add(given);
        long earlier = 0;
        long later = 0;
        for (int j = 0; j < groups.size(); j++) {
          if (i != j) {
            earlier |= comesBefore(j, i) ? 1L << j : 0;
            later |= comesBefore(i, j) ? 1L << j : 0;
          }
        }
        before.add(proof.fromTheEnd() ? later : earlier);
        after.add(proof.fromTheEnd() ? earlier : later);
      }
    }

    private boolean comesBefore(int one, int other) {
      return groups.get(other).stream()
          .anyMatch(step -> before(step).stream().anyMatch(groups.get(one)::contains));
    }

    private long exposed(long set) {
      Map<PartyId, Long> balances = new HashMap<>(start);
      for (int i = 0; i < groups.size(); i++) {
        if ((set >> i & 1) == 1) {
          worth.get(i).forEach((party, each) -> balances.merge(party, each, Math::addExact));
        }
      }
      return exposure(balances);
    }

    Optional<Flaw> wrong() {
      for (int i = 0; i < groups.size(); i++) {
        // Mutual precedence: no set would ever lead on.
        if ((before.get(i) & after.get(i)) != 0) {
          return Optional.of(Flaw.of(Flaw.Code.OTHER_MEMBERS, groups.get(i)));
        }
      }
      long full = groups.isEmpty() ? 0 : -1L >>> (Long.SIZE - groups.size());
      if (exposed(0) >= proof.atLeast() || exposed(full) >= proof.atLeast()) {
        return Optional.empty();
      }
      if (!sets.contains(0L) || sets.contains(full)) {
        return Optional.of(Flaw.of(Flaw.Code.SETS_LEFT));
      }
      for (long set : sets) {
        if (meter.spend(1) || meter.heed((long) groups.size() * groups.size())) {
          return Optional.empty();
        }
        long available = 0;
        for (int i = 0; i < groups.size(); i++) {
          if ((set >> i & 1) == 0 && (before.get(i) & ~set) == 0) {
            available |= 1L << i;
          }
        }
        for (int i = 0; i < groups.size(); i++) {
          long then = set | 1L << i;
          if ((available >> i & 1) == 1
              && !sets.contains(then)
              && exposed(then) < proof.atLeast()
              && !couldWait(i, available)) {
            return Optional.of(Flaw.of(Flaw.Code.SETS_LEFT, groups.get(i)));
          }
        }
      }
      return Optional.empty();
    }

    /// Whether another available group could change places with this one.
    private boolean couldWait(int group, long available) {
      for (int other = 0; other < groups.size(); other++) {
        boolean equal =
            worth.get(other).equals(worth.get(group)) && after.get(other).equals(after.get(group));
        if (other != group
            && (available >> other & 1) == 1
            && isWorthAsMuch(worth.get(other), worth.get(group))
            && (after.get(group) & ~after.get(other)) == 0
            && (!equal || other < group)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isWorthAsMuch(Map<PartyId, Long> one, Map<PartyId, Long> other) {
      return one.entrySet().stream()
          .allMatch(each -> each.getValue() >= other.getOrDefault(each.getKey(), 0L));
    }
  }
}
