package org.parley.sequence.exposure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.model.PartyId;
import org.parley.model.step.StepId;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.bounds.ShortestDistances;

/// The irreversible steps of a problem, their precedence and their worths.
///
/// @param steps the steps, in groups that must end simultaneously
/// @param before by group, its possible predecessors only, as a bit set
/// @param parties the giving and receiving parties
/// @param worth the worth of each group to each party
record Exchange(
    List<List<StepId>> steps, List<Long> before, List<PartyId> parties, List<List<Long>> worth) {

  static final int MOST = 62;

  static Exchange of(SequenceProblem problem, ExchangeDates dates) {
    List<PlannedStep> irreversible =
        problem.steps().stream().filter(step -> !step.reversible()).toList();
    int count = irreversible.size();
    if (count > MOST) {
      throw new IllegalArgumentException(
          "ordering irreversible steps: "
              + count
              + " are more than "
              + MOST
              + ". Maybe mark those as reversible that do not matter here.");
    }
    boolean[][] notAfter = new boolean[count][count];
    for (int i = 0; i < count; i++) {
      ShortestDistances from = dates.from(Moment.end(irreversible.get(i).id()));
      for (int j = 0; j < count; j++) {
        // j at most 0 after i: j cannot come later than i.
        notAfter[j][i] = from.of(dates.nodeOf(Moment.end(irreversible.get(j).id()))) <= 0;
      }
    }
    return grouped(irreversible, notAfter);
  }

  private static Exchange grouped(List<PlannedStep> steps, boolean[][] notAfter) {
    Map<Integer, Integer> groupOf = new HashMap<>();
    List<List<StepId>> groups = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int group = groups.size();
      for (int j = 0; j < i; j++) {
        if (notAfter[i][j] && notAfter[j][i]) {
          group = groupOf.getOrDefault(j, group);
        }
      }
      if (group == groups.size()) {
        groups.add(new ArrayList<>());
      }
      groups.get(group).add(steps.get(i).id());
      groupOf.put(i, group);
    }
    long[] before = new long[groups.size()];
    for (int i = 0; i < steps.size(); i++) {
      for (int j = 0; j < steps.size(); j++) {
        int one = groupOf.getOrDefault(i, 0);
        int other = groupOf.getOrDefault(j, 0);
        if (one != other && notAfter[i][j]) {
          before[other] |= 1L << one;
        }
      }
    }
    Set<PartyId> parties = new TreeSet<>();
    steps.forEach(step -> parties.addAll(step.worth().keySet()));
    List<List<Long>> worth = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      List<Long> ofGroup = new ArrayList<>();
      for (PartyId party : parties) {
        long sum = 0;
        for (int i = 0; i < steps.size(); i++) {
          if (groupOf.getOrDefault(i, -1) == g) {
            sum = Math.addExact(sum, steps.get(i).worth().getOrDefault(party, 0L));
          }
        }
        ofGroup.add(sum);
      }
      worth.add(ofGroup);
    }
    List<Long> masks = new ArrayList<>();
    for (long mask : before) {
      masks.add(mask);
    }
    return new Exchange(List.copyOf(groups), masks, List.copyOf(parties), worth);
  }

  /// All groups, as a bit set.
  long all() {
    return steps.isEmpty() ? 0 : -1L >>> (Long.SIZE - steps.size());
  }

  /// The largest exposure in an order.
  long largest(List<List<StepId>> order) {
    long[] balance = new long[parties.size()];
    long largest = 0;
    for (List<StepId> each : order) {
      List<Long> worths = worth.get(steps.indexOf(each));
      for (int party = 0; party < balance.length; party++) {
        balance[party] = Math.addExact(balance[party], worths.get(party));
        largest = Math.max(largest, Math.negateExact(balance[party]));
      }
    }
    return largest;
  }

  /// The exchange with two groups merged; empty if one must come between them.
  Optional<Exchange> together(int one, int other) {
    for (int between = 0; between < steps.size(); between++) {
      boolean afterOne = (before.get(between) >> one & 1) == 1;
      boolean afterOther = (before.get(between) >> other & 1) == 1;
      boolean beforeOne = (before.get(one) >> between & 1) == 1;
      boolean beforeOther = (before.get(other) >> between & 1) == 1;
      if (between != one
          && between != other
          && ((afterOne && beforeOther) || (afterOther && beforeOne))) {
        return Optional.empty();
      }
    }
    List<List<StepId>> merged = new ArrayList<>();
    List<Long> masks = new ArrayList<>();
    List<List<Long>> worths = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (i == other) {
        continue;
      }
      List<StepId> ids = new ArrayList<>(steps.get(i));
      List<Long> sums = new ArrayList<>(worth.get(i));
      long mask = before.get(i);
      if (i == one) {
        ids.addAll(steps.get(other));
        mask |= before.get(other);
        mask &= ~(1L << one) & ~(1L << other);
        for (int p = 0; p < sums.size(); p++) {
          sums.set(p, Math.addExact(sums.get(p), worth.get(other).get(p)));
        }
      } else if ((mask >> other & 1) == 1) {
        mask |= 1L << one;
      }
      merged.add(ids);
      masks.add(without(mask, other));
      worths.add(sums);
    }
    return Optional.of(new Exchange(merged, masks, parties, worths));
  }

  private static long without(long mask, int bit) {
    long low = mask & ((1L << bit) - 1);
    return low | (mask >> (bit + 1) << bit);
  }
}
