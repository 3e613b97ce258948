package org.parley.bargain.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.exact.StoppedBy;

/// The packages as paths of a layered graph: one layer per point, one step per option. They respect
/// the linkages and cross no red line of the signers.
///
/// The state between two layers is the set of conditions that have begun, are unfinished and still
/// hold; without linkages there is one. Sums are sums along a path, optima are longest paths,
/// counts are sums over paths. Dead ends are removed. This is variable elimination with the width
/// measured in open conditions. It has at most min(k^w, 2^c) states for w open points of k options
/// and c open conditions.
///
/// If that exceeds the budget, the graph is relaxed: one state, with linkages of several points
/// dropped. No package is worth more than its path. Bounds over all paths then hold for all
/// packages, and each package is checked with [#worthsOf]. [#exclusions] lists the dropped
/// linkages.
public final class Layers {

  /// The most steps of a graph; beyond, it is relaxed.
  public static final int MOST_STEPS = 1_000_000;

  /// The steps of one layer, sorted by the state they come from.
  public static final class Layer {
    private final int point;
    private final int[] from;
    private final int[] option;
    private final int[] to;
    private final long[][] worth;
    private final int[] first;

    Layer(int point, int[] from, int[] option, int[] to, long[][] worth, int[] first) {
      this.point = point;
      this.from = from;
      this.option = option;
      this.to = to;
      this.worth = worth;
      this.first = first;
    }

    /// The point settled in this layer.
    public int point() {
      return point;
    }

    /// The source state of each step.
    public int[] from() {
      return from;
    }

    /// The option of each step.
    public int[] option() {
      return option;
    }

    /// The target state of each step.
    public int[] to() {
      return to;
    }

    /// The worth of each step, by signer.
    public long[][] worth() {
      return worth;
    }

    /// The first step of each state; one entry more than states.
    public int[] first() {
      return first;
    }

    public int steps() {
      return from.length;
    }
  }

  public final Problem problem;

  /// The signers, as indices into the problem.
  public final int[] signers;

  public final List<Layer> layers;

  /// The number of states before each layer, and at the end.
  public final int[] states;

  private final @Nullable Loosened loosened;

  Layers(Problem problem, int[] signers, List<Layer> layers, int[] states) {
    this(problem, signers, layers, states, null);
  }

  Layers(
      Problem problem,
      int[] signers,
      List<Layer> layers,
      int[] states,
      @Nullable Loosened loosened) {
    this.problem = problem;
    this.signers = signers;
    this.layers = layers;
    this.states = states;
    this.loosened = loosened;
  }

  /// The relaxation of a graph.
  ///
  /// @param because why it was relaxed
  /// @param exclusions the dropped exclusions
  /// @param above by signer, the largest excess of a path over the worth of its package
  record Loosened(StoppedBy because, List<Exclusion> exclusions, List<Long> above) {}

  /// An exclusion: no package may fulfil all of it.
  ///
  /// @param layers the layers of its points
  /// @param options by layer, the options that fulfil it
  public record Exclusion(List<Integer> layers, List<BitSet> options) {}

  public int size() {
    return layers.size();
  }

  public int parties() {
    return signers.length;
  }

  /// Whether no package is left: the linkages and red lines contradict each other.
  public boolean isEmpty() {
    return states[0] == 0;
  }

  /// Whether no linkages apply: one state throughout.
  public boolean isAdditive() {
    return Arrays.stream(states).allMatch(count -> count == 1);
  }

  /// The baseline of a signer; [Long#MIN_VALUE] where it has none.
  public long baseline(int signer) {
    Long baseline = problem.parties().get(signers[signer]).baseline();
    return baseline == null ? Long.MIN_VALUE : baseline;
  }

  /// Upper bounds on the worth still to be added, by layer and state; zero at index `size()`.
  public long[][][] most() {
    long[][][] most = new long[size() + 1][][];
    most[size()] = new long[states[size()]][parties()];
    for (int at = size() - 1; at >= 0; at--) {
      Layer layer = layers.get(at);
      most[at] = new long[states[at]][parties()];
      for (long[] each : most[at]) {
        Arrays.fill(each, Long.MIN_VALUE);
      }
      for (int step = 0; step < layer.steps(); step++) {
        long[] after = most[at + 1][layer.to[step]];
        long[] before = most[at][layer.from[step]];
        for (int signer = 0; signer < before.length; signer++) {
          before[signer] = Math.max(before[signer], layer.worth[step][signer] + after[signer]);
        }
      }
    }
    return most;
  }

  /// Whether the graph is relaxed: [#because] gives the reason.
  public boolean isLoose() {
    return loosened != null;
  }

  /// The reason of the relaxation.
  ///
  /// @throws IllegalStateException if the graph is strict
  public StoppedBy because() {
    if (loosened == null) {
      throw new IllegalStateException(
          "asking why linkages were left out where none were. Maybe ask isLoose() first.");
    }
    return loosened.because;
  }

  /// The dropped exclusions, which no package may fulfil.
  public List<Exclusion> exclusions() {
    return loosened == null ? List.of() : loosened.exclusions;
  }

  /// The worths of the package of a path to the signers.
  ///
  /// @param options the package, by point
  /// @param along the worths of the path
  /// @return null if the package breaks a dropped linkage
  public long @Nullable [] worthsOf(int[] options, long[] along) {
    if (loosened == null) {
      return along;
    }
    int accepting = Arrays.stream(signers).reduce(0, (set, party) -> set | 1 << party);
    return problem.constraints(accepting).stream().allMatch(each -> each.allows(options))
        ? Arrays.stream(signers).mapToLong(party -> problem.worth(party, options)).toArray()
        : null;
  }

  /// The least worth of any package to each signer; a lower bound if the graph is relaxed.
  public long[] least() {
    long[][] after = new long[states[size()]][parties()];
    for (int at = size() - 1; at >= 0; at--) {
      Layer layer = layers.get(at);
      long[][] before = new long[states[at]][parties()];
      for (long[] each : before) {
        Arrays.fill(each, Long.MAX_VALUE);
      }
      for (int step = 0; step < layer.steps(); step++) {
        long[] into = before[layer.from[step]];
        for (int signer = 0; signer < into.length; signer++) {
          into[signer] =
              Math.min(into[signer], layer.worth[step][signer] + after[layer.to[step]][signer]);
        }
      }
      after = before;
    }
    long[] least = after[0];
    for (int signer = 0; signer < least.length && loosened != null; signer++) {
      least[signer] -= loosened.above.get(signer);
    }
    return least;
  }

  /// The package of a path.
  ///
  /// @param options the option taken in each layer
  public int[] packageOf(int[] options) {
    int[] result = new int[size()];
    for (int at = 0; at < result.length; at++) {
      result[layers.get(at).point()] = options[at];
    }
    return result;
  }

  /// Builds the graph of the packages that some parties could sign.
  ///
  /// @param parties the parties that have to accept, party `i` as bit `i`
  /// @param stop polled now and then; once true, the graph is relaxed
  /// @throws IllegalArgumentException if the problem has caps
  public static Layers of(Problem problem, int parties, BooleanSupplier stop) {
    if (problem.isCapped()) {
      throw new IllegalArgumentException(
          "worths along a path are sums, without caps. Maybe ask Problem.withoutCaps() first.");
    }
    return new LayersBuilder(problem, parties, stop).build();
  }

  /// The relaxed graph.
  public static Layers loose(Problem problem, int parties) {
    return new LayersBuilder(problem, parties, () -> true).loose();
  }

  /// The graph of some packages alone, each on its own path.
  ///
  /// @param packages at least one, each allowed by the linkages
  public static Layers ofPackages(Problem problem, int parties, List<int[]> packages) {
    return LayersBuilder.ofPackages(problem, parties, packages);
  }
}
