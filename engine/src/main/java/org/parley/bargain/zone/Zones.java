package org.parley.bargain.zone;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;

/// Counts the packages acceptable to all, and to each set of parties that could sign.
///
/// By a decision diagram over what each party still lacks: exact where it fits the states of the
/// budget, else counted from above and from below on the finest grid that fits. Cost: nodes times
/// options; with 100-point scoring at most the product of baselines plus one, whatever the number
/// of packages. A step of the budget is a node.
public final class Zones {

  /// The nodes of a diagram where the budget does not say: some 200 bytes each.
  private static final long NODES = 3_000_000;

  private Zones() {}

  /// How many packages there are at least and at most.
  public record Between(BigInteger atLeast, BigInteger atMost) implements Bound {
    @Override
    public String inWords() {
      return "at least " + atLeast + " and at most " + atMost + " packages";
    }
  }

  /// A count proved by adding up: it can be checked by counting again another way.
  public record Counted(BigInteger count) implements Certificate {}

  /// The packages that are acceptable to some parties.
  ///
  /// @param parties party `i` as bit `i`
  /// @return proved, also where there are none; bounded where the count is only known to lie
  ///   between two numbers; impossible where linkages and red lines leave no package at all
  public static Finding<Zone> find(Problem problem, int parties, Budget budget) {
    Layers layers = Layers.of(problem, parties);
    if (layers.isEmpty()) {
      return new Finding.Impossible<>(NothingAcceptable.contradiction(parties));
    }
    long most = Math.min(budget.states(), NODES);
    long[] grains = new long[layers.parties()];
    Arrays.fill(grains, 1);
    Meter meter = new Meter(budget);
    Diagram exact = Diagram.of(layers, grains, true, most, meter);
    if (exact != null) {
      Zone zone = new Zone(layers, parties, exact, exact.total(), true);
      return new Finding.Proved<>(zone, new Counted(exact.total()));
    }
    StoppedBy stoppedBy = meter.stopped() ? meter.stoppedBy() : StoppedBy.STATES;
    Diagram over = null;
    for (int coarser = 0; over == null; coarser++) {
      for (int party = 0; party < grains.length; party++) {
        grains[party] = grains[party] + Math.max(1, grains[party] / 2);
      }
      long allowed = meter.stopped() ? Math.min(most, 20_000) : most;
      over = Diagram.of(layers, grains, true, coarser > 150 ? NODES : allowed, free());
    }
    @Nullable Diagram under = Diagram.of(layers, grains, false, 2 * most, free());
    BigInteger atLeast = under == null ? BigInteger.ZERO : under.total();
    return new Finding.Bounded<>(
        new Zone(layers, parties, over, atLeast, false),
        new Between(atLeast, over.total()),
        stoppedBy);
  }

  private static Meter free() {
    return new Meter(Budget.unlimited());
  }

  /// How many packages each set of parties that could sign accepts, and how many could be signed.
  ///
  /// @param bySet for each set that the signing rule allows, party `i` as bit `i`: how many
  ///   packages are acceptable to all of it, whoever else accepts
  /// @param signable how many packages at least one such set accepts
  public record BySigners(SortedMap<Integer, BigInteger> bySet, BigInteger signable)
      implements Certificate {
    public BySigners {
      bySet = Collections.unmodifiableSortedMap(new TreeMap<>(bySet));
    }
  }

  /// Counts for every set of parties that the signing rule allows; one count a set.
  ///
  /// @return proved, or bounded by nothing but zero where one of the counts is not exact
  public static Finding<BySigners> bySigners(Problem problem, Budget budget) {
    SortedMap<Integer, BigInteger> bySet = new TreeMap<>();
    for (int set = problem.everyone(); set >= 0; set--) {
      if (problem.signing().allows(set)) {
        switch (find(problem, set, budget)) {
          case Finding.Proved<Zone>(Zone zone, _) -> bySet.put(set, zone.atMost());
          case Finding.Impossible<Zone> _ -> bySet.put(set, BigInteger.ZERO);
          case Finding.Bounded<Zone>(Zone zone, _, StoppedBy by) -> {
            bySet.put(set, zone.atLeast());
            return new Finding.Bounded<>(
                new BySigners(bySet, BigInteger.ZERO),
                new Between(zone.atLeast(), zone.atMost()),
                by);
          }
        }
      }
    }
    BySigners result = new BySigners(bySet, signable(bySet));
    return new Finding.Proved<>(result, result);
  }

  /// Adds up the packages by exactly who accepts them: those acceptable to a set, less those that a
  /// larger set accepts as well. The sets that can sign are closed upwards.
  private static BigInteger signable(SortedMap<Integer, BigInteger> bySet) {
    BigInteger sum = BigInteger.ZERO;
    for (int set : bySet.keySet()) {
      for (var larger : bySet.entrySet()) {
        if ((larger.getKey() & set) == set) {
          boolean even = (Integer.bitCount(larger.getKey() ^ set) & 1) == 0;
          sum = even ? sum.add(larger.getValue()) : sum.subtract(larger.getValue());
        }
      }
    }
    return sum;
  }
}
