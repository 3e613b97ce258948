package org.parley.bargain.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Meter;
import org.parley.exact.Rational;

/// Finds the leximin optimum if too many packages attain the largest least gain to list them.
///
/// Some party has no more than the largest least gain. Each in turn is fixed there, and the least
/// gain of the others is maximised. The one that allows the most is fixed for good, and so on; ties
/// are all followed. Each step is one feasibility search ([AnyPackage]): at most one for each set
/// of parties, plus a few for the maximum.
final class Leximin {

  private final Layers layers;
  private final Meter meter;
  private final MaxMinGoal goal;
  private final AnyPackage any;

  /// The parties that can gain.
  private final int[] gaining;

  /// Worths of packages found so far.
  private final List<long[]> met = new ArrayList<>();

  /// @param goal holds a package with the largest least gain; receives all that are found
  Leximin(Layers layers, MaxMinGoal goal, Meter meter) {
    this.layers = layers;
    this.goal = goal;
    this.meter = meter;
    gaining = IntStream.range(0, layers.parties()).filter(goal::canGain).toArray();
    any = AnyPackage.in(layers);
    goal.best().forEach(each -> met.add(each.worths().stream().mapToLong(w -> w).toArray()));
  }

  /// The worths of fixed parties; [Long#MIN_VALUE] for the others.
  private record Held(List<Long> worths) {
    static Held nobody(int parties) {
      Long[] worths = new Long[parties];
      Arrays.fill(worths, Long.MIN_VALUE);
      return new Held(List.of(worths));
    }

    boolean holds(int party) {
      return worths.get(party) != Long.MIN_VALUE;
    }

    Held with(int party, long worth) {
      List<Long> more = new ArrayList<>(worths);
      more.set(party, worth);
      return new Held(List.copyOf(more));
    }
  }

  /// Offers the optimum and its ties to the goal; stops with the meter.
  void refine() {
    List<Held> held = List.of(Held.nobody(layers.parties()));
    Rational least = goal.value(met.getFirst());
    for (int count = 1; count < gaining.length && !meter.stopped(); count++) {
      List<Held> next = holdOneMore(held, least);
      least = largest(next, least);
      held = allowing(next, least);
    }
  }

  private List<Held> holdOneMore(List<Held> held, Rational least) {
    long[] worths = goal.reaching(least, false);
    Set<Held> next = new LinkedHashSet<>();
    for (Held each : held) {
      for (int party : gaining) {
        if (!each.holds(party) && goal.gainOf(party, worths).equals(least)) {
          next.add(each.with(party, worths[party]));
        }
      }
    }
    return List.copyOf(next);
  }

  /// The largest least gain of the parties that are not fixed.
  private Rational largest(List<Held> held, Rational atLeast) {
    Rational largest = atLeast;
    for (Held each : held) {
      boolean more = true;
      while (more && !meter.stopped()) {
        long @Nullable [] found = find(each, largest, true);
        more = found != null;
        largest = found == null ? largest : leastOfOthers(each, found);
      }
    }
    return largest;
  }

  private List<Held> allowing(List<Held> held, Rational least) {
    List<Held> allowing = new ArrayList<>();
    for (Held each : held) {
      if (!meter.stopped() && find(each, least, false) != null) {
        allowing.add(each);
      }
    }
    return allowing;
  }

  private Rational leastOfOthers(Held held, long[] worths) {
    Rational least = null;
    for (int party : gaining) {
      if (!held.holds(party)) {
        Rational gain = goal.gainOf(party, worths);
        least = least == null || gain.compareTo(least) < 0 ? gain : least;
      }
    }
    return Objects.requireNonNull(least);
  }

  /// The worths of a package that keeps fixed parties at their worths and gives the others at least
  /// a gain, or more.
  private long @Nullable [] find(Held held, Rational gain, boolean strictly) {
    long[] needs = goal.reaching(gain, strictly);
    for (int party : gaining) {
      needs[party] = held.holds(party) ? held.worths().get(party) : needs[party];
    }
    for (long[] each : met) {
      if (reaches(each, needs)) {
        return each;
      }
    }
    @Nullable Long[] baselines = Arrays.stream(needs).boxed().toArray(Long[]::new);
    int[] options = any.find(Set.of(), baselines, meter).orElse(null);
    if (options == null) {
      return null;
    }
    long[] worths =
        Arrays.stream(layers.signers)
            .mapToLong(party -> layers.problem.worth(party, options))
            .toArray();
    met.add(worths);
    goal.offer(worths, options);
    return worths;
  }

  private static boolean reaches(long[] worths, long[] needs) {
    for (int party = 0; party < needs.length; party++) {
      if (worths[party] < needs[party]) {
        return false;
      }
    }
    return true;
  }
}
