package org.parley.bargain.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Meter;

/// Finds the first acceptable package.
///
/// Cost: as a [Solutions] search that ends with its first package; a step of the meter is a node.
public final class AnyPackage {

  /// The most weighted sums kept that ruled out every package.
  private static final int MOST_SUMS = 256;

  private final Problem bare;
  private final Layers layers;

  /// Multipliers of the signers that ruled out every package, the latest useful one first.
  private final List<long[]> weights = new ArrayList<>();

  private AnyPackage(Problem bare, Layers layers) {
    this.bare = bare;
    this.layers = layers;
  }

  /// Finds a package acceptable to these parties.
  ///
  /// @param parties party `i` as bit `i`
  /// @return empty if there is none; unreliable if the meter stopped
  public static Optional<int[]> find(Problem problem, int parties, Meter meter) {
    int[] first = first(problem, parties);
    if (isAcceptable(problem, parties, first)) {
      return Optional.of(first);
    }
    Layers layers = Layers.of(problem.withoutCaps(), parties, meter::look);
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    Goal goal = new AnyGoal(layers, baselines(layers));
    SolutionSearch.of(layers, goal, meter).findBest();
    return found(goal);
  }

  /// The first option of each point that crosses no red line.
  private static int[] first(Problem problem, int parties) {
    int[] options = new int[problem.points().size()];
    for (int point = 0; point < options.length; point++) {
      int size = problem.points().get(point).options().size();
      while (options[point] + 1 < size && isCrossed(problem, parties, point, options[point])) {
        options[point]++;
      }
    }
    return options;
  }

  private static boolean isCrossed(Problem problem, int parties, int point, int option) {
    return IntStream.range(0, problem.parties().size())
        .filter(party -> ((parties >> party) & 1) == 1)
        .anyMatch(
            party -> problem.parties().get(party).redLines().contains(new Choice(point, option)));
  }

  private static boolean isAcceptable(Problem problem, int parties, int[] options) {
    return problem.allows(options)
        && IntStream.range(0, problem.parties().size())
            .filter(party -> ((parties >> party) & 1) == 1)
            .allMatch(party -> problem.acceptableTo(party, options));
  }

  /// A search for packages of one problem under changing red lines and baselines. The graph and the
  /// exclusions found serve all calls.
  ///
  /// @param bare the problem without red lines and baselines
  /// @param meter polled while the graph is built
  public static AnyPackage in(Problem bare, Meter meter) {
    return new AnyPackage(bare, Layers.of(bare.withoutCaps(), bare.everyone(), meter::look));
  }

  /// A search among packages that are laid out already.
  ///
  /// @param layers the graph; its red lines stay closed, and the order of signers is that of
  ///   `baselines`
  public static AnyPackage in(Layers layers) {
    return new AnyPackage(layers.problem, layers);
  }

  /// Finds a package that avoids some options and reaches these baselines.
  ///
  /// @param closed the options to avoid
  /// @param baselines by party, null for none
  /// @return empty if there is none; unreliable if the meter stopped
  public Optional<int[]> find(Set<Choice> closed, @Nullable Long[] baselines, Meter meter) {
    if (layers.isEmpty() || isAboveCap(baselines)) {
      return Optional.empty();
    }
    if (!PointBranchAndBound.suits(layers) && !closed.isEmpty()) {
      return find(variant(closed, baselines), bare.everyone(), meter);
    }
    if (!PointBranchAndBound.suits(layers)) {
      Goal goal = new AnyGoal(layers, baselines);
      SolutionSearch.of(layers, goal, meter).findBest();
      return found(goal);
    }
    long[] steps = new long[layers.size()];
    for (int at = 0; at < steps.length; at++) {
      Layers.Layer layer = layers.layers.get(at);
      for (int step = 0; step < layer.steps(); step++) {
        boolean isClosed = closed.contains(new Choice(layer.point(), layer.option()[step]));
        steps[at] |= isClosed ? 1L << step : 0;
      }
    }
    if (isRuledOut(steps, baselines)) {
      return Optional.empty();
    }
    Goal goal = new AnyGoal(layers, baselines);
    PointBranchAndBound search = new PointBranchAndBound(layers, goal, meter, steps);
    search.findBest();
    Optional<int[]> found = found(goal);
    if (found.isEmpty() && !meter.stopped() && !search.multipliers().isEmpty()) {
      long[] last =
          search.multipliers().getLast().ofParties().stream().mapToLong(Long::longValue).toArray();
      weights.addFirst(last);
      if (weights.size() > MOST_SUMS) {
        weights.removeLast();
      }
    }
    return found;
  }

  private boolean isAboveCap(@Nullable Long[] baselines) {
    for (int party = 0; party < baselines.length; party++) {
      Long baseline = baselines[party];
      Long cap = bare.parties().get(party).cap();
      if (baseline != null && cap != null && baseline > cap) {
        return true;
      }
    }
    return false;
  }

  private Problem variant(Set<Choice> closed, @Nullable Long[] baselines) {
    List<Problem.Party> parties = new ArrayList<>();
    for (int party = 0; party < bare.parties().size(); party++) {
      Problem.Party one = bare.parties().get(party).withBaseline(baselines[party]);
      parties.add(party == 0 ? one.withRedLines(closed) : one);
    }
    return bare.withParties(parties);
  }

  /// Whether multipliers kept from an earlier call rule out every package.
  private boolean isRuledOut(long[] closed, @Nullable Long[] baselines) {
    for (int known = 0; known < weights.size(); known++) {
      long[] weight = weights.get(known);
      if (fallsShort(weight, closed, baselines)) {
        weights.remove(known);
        weights.addFirst(weight);
        return true;
      }
    }
    return false;
  }

  private boolean fallsShort(long[] weight, long[] closed, @Nullable Long[] baselines) {
    double size = 0;
    long sum = 0;
    for (int party = 0; party < weight.length; party++) {
      Long baseline = baselines[party];
      if (weight[party] != 0 && baseline == null) {
        return false;
      }
      sum -= baseline == null ? 0 : weight[party] * baseline;
      size += baseline == null ? 0 : Math.abs((double) weight[party] * baseline);
    }
    for (int at = 0; at < closed.length; at++) {
      Layers.Layer layer = layers.layers.get(at);
      long most = Long.MIN_VALUE;
      for (int step = 0; step < layer.steps(); step++) {
        if (((closed[at] >>> step) & 1) == 0) {
          long each = 0;
          for (int party = 0; party < weight.length; party++) {
            each += weight[party] * layer.worth()[step][party];
          }
          most = Math.max(most, each);
        }
      }
      if (most == Long.MIN_VALUE) {
        return true;
      }
      sum += most;
    }
    // The search keeps sums of worths small; baselines may be anything.
    return size < 1L << 61 && sum < 0;
  }

  private static @Nullable Long[] baselines(Layers layers) {
    @Nullable Long[] baselines = new Long[layers.parties()];
    for (int signer = 0; signer < baselines.length; signer++) {
      long baseline = layers.baseline(signer);
      baselines[signer] = baseline == Long.MIN_VALUE ? null : baseline;
    }
    return baselines;
  }

  private static Optional<int[]> found(Goal goal) {
    return goal.best().stream()
        .findFirst()
        .map(found -> found.options().stream().mapToInt(Integer::intValue).toArray());
  }

  /// Any package that reaches the floor: the search ends with the first. A party without a baseline
  /// has nothing to reach.
  private static final class AnyGoal extends MaxMinGoal {

    AnyGoal(Layers layers, @Nullable Long[] baselines) {
      super(floor(layers, baselines), units(baselines), false);
      endWithNext();
    }

    private static long[] floor(Layers layers, @Nullable Long[] baselines) {
      long[] floor = layers.least();
      for (int signer = 0; signer < floor.length; signer++) {
        Long baseline = baselines[signer];
        floor[signer] = baseline == null ? floor[signer] : baseline;
      }
      return floor;
    }

    private static long[] units(@Nullable Long[] baselines) {
      long[] units = new long[baselines.length];
      for (int signer = 0; signer < units.length; signer++) {
        units[signer] = baselines[signer] == null ? 0 : 1;
      }
      return units;
    }

    @Override
    boolean ask(long[] weights, long sum) {
      return false;
    }
  }
}
