package org.parley.bargain.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.exact.StoppedBy;

/// The packages that respect the linkages and cross no red line of the signers, as paths of a
/// layered graph: one layer a point, one step an option.
///
/// The state between two layers is the set of conditions that have begun, are unfinished and still
/// hold; without linkages there is one. Sums are sums along a path, optima are longest paths,
/// counts are sums over paths. Dead ends are removed. This is variable elimination with the width
/// measured in open conditions: at most min(k^w, 2^c) states for w open points of k options and c
/// open conditions.
///
/// If that exceeds the budget, the graph is relaxed: one state, linkages of several points dropped,
/// and no package worth more than its path says. Bounds over all paths then hold for all packages,
/// and each package is checked with [#worthsOf]. [#ties] lists the dropped linkages.
public final class Layers {

  /// The most steps a graph may have; beyond, it is laid out loosely.
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

    /// The point settled here.
    public int point() {
      return point;
    }

    /// The state each step leaves.
    public int[] from() {
      return from;
    }

    /// The option it takes.
    public int[] option() {
      return option;
    }

    /// The state it reaches.
    public int[] to() {
      return to;
    }

    /// What it adds, signer by signer.
    public long[][] worth() {
      return worth;
    }

    /// Where the steps of each state begin; one entry more than states.
    public int[] first() {
      return first;
    }

    public int steps() {
      return from.length;
    }
  }

  public final Problem problem;

  /// The parties whose worth is followed: indices into the problem.
  public final int[] signers;

  public final List<Layer> layers;

  /// How many states there are before each layer, and at the end.
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

  /// What a loose graph leaves out.
  ///
  /// @param because why
  /// @param ties the combinations that no package may have
  /// @param above by signer, by how much a path may say more than its package is worth
  record Loosened(StoppedBy because, List<Tie> ties, List<Long> above) {}

  /// A forbidden combination: no package may fulfil all of it.
  ///
  /// @param layers the layers of its points
  /// @param options of each, the options that fulfil it
  public record Tie(List<Integer> layers, List<BitSet> options) {}

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

  /// Whether there are no linkages at work: one state throughout.
  public boolean isAdditive() {
    return Arrays.stream(states).allMatch(count -> count == 1);
  }

  /// The baseline of a signer; [Long#MIN_VALUE] where it has none.
  public long baseline(int signer) {
    Long baseline = problem.parties().get(signers[signer]).baseline();
    return baseline == null ? Long.MIN_VALUE : baseline;
  }

  /// The most each signer can still get, by layer and state; at index `size()` zero.
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

  /// Whether some linkages were left out: then [#because] says why.
  public boolean isLoose() {
    return loosened != null;
  }

  /// Why linkages were left out.
  ///
  /// @throws IllegalStateException where none were
  public StoppedBy because() {
    if (loosened == null) {
      throw new IllegalStateException(
          "asking why linkages were left out where none were. Maybe ask isLoose() first.");
    }
    return loosened.because;
  }

  /// The combinations that were left out and that no package may have.
  public List<Tie> ties() {
    return loosened == null ? List.of() : loosened.ties;
  }

  /// What the package of a path is worth to the signers.
  ///
  /// @param options the package, by point
  /// @param along what the path says
  /// @return null where there is no such package, since it breaks a linkage that was left out
  public long @Nullable [] worthsOf(int[] options, long[] along) {
    if (loosened == null) {
      return along;
    }
    return problem.allows(options)
        ? Arrays.stream(signers).mapToLong(party -> problem.worth(party, options)).toArray()
        : null;
  }

  /// The least that any package gives each signer; where the graph is loose, no more than that.
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

  /// Lays out the packages that some parties could sign.
  ///
  /// @param parties the parties that have to accept, party `i` as bit `i`
  /// @param stop asked now and then whether to stop; the graph is then laid out loosely
  public static Layers of(Problem problem, int parties, BooleanSupplier stop) {
    return new LayersBuilder(problem, parties, stop).build();
  }

  /// The same, loosely in any case.
  public static Layers loose(Problem problem, int parties) {
    return new LayersBuilder(problem, parties, () -> true).loose();
  }

  /// The graph of some packages alone, each a path of its own.
  ///
  /// @param packages at least one, each allowed by the linkages
  public static Layers ofPackages(Problem problem, int parties, List<int[]> packages) {
    return LayersBuilder.ofPackages(problem, parties, packages);
  }
}
