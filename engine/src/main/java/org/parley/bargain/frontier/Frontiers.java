package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;

/// Finds the efficient frontier: the packages than which no other is at least as good for all and
/// better for one.
///
/// One point at a time: the kept vectors, shifted by each option, are merged in order and swept for
/// dominance (Bazgan, Hugot and Vanderpooten 2009; the sets are a Minkowski sum, Klamroth, Lang and
/// Stiglmayr 2022). With linkages there is one set of vectors for each state of the layered graph.
/// Cost: options times the vectors kept, summed over points and states, times the cost of the
/// sweep; a step of the budget is one candidate, a state one vector kept in one layer.
///
/// Where the budget ends, vectors are thinned to a grid and the answer covers the frontier within a
/// distance that is stated.
public final class Frontiers {

  /// How many vectors are kept once the search was told to stop: enough to be of use, few enough to
  /// finish at once.
  private static final int KEPT_WHEN_STOPPED = 500;

  private final Layers layers;
  private final Packing packing;
  private final Merge merge;
  private final Sweep sweep;
  private final Meter meter;
  private final long mostKept;
  private final long[] lost;
  private final long[][][] fronts;
  private boolean thinned;
  private boolean stopped;

  private Frontiers(Layers layers, boolean boxesOnly, Budget budget) {
    this.layers = layers;
    packing = new Packing(layers);
    merge = new Merge(packing);
    sweep = new Sweep(packing, boxesOnly);
    meter = new Meter(budget);
    mostKept = budget.states();
    lost = new long[layers.parties()];
    fronts = new long[layers.size() + 1][][];
  }

  /// How far a thinned frontier may be from the full one.
  ///
  /// @param within by party: each acceptable package that every party values at its baseline plus
  ///   this at the least is matched by an entry that is worth at most this much less to anyone
  public record Cover(List<Long> within) implements Bound {
    public Cover {
      within = List.copyOf(within);
    }

    @Override
    public String inWords() {
      return "every package this far above the baselines is matched within " + within;
    }
  }

  /// The frontier among the packages acceptable to all that have to sign together: every party.
  public static Finding<Frontier> find(Problem problem, Budget budget) {
    return find(problem, problem.everyone(), budget);
  }

  /// The frontier among the packages acceptable to these parties, in their worths alone.
  ///
  /// @param parties party `i` as bit `i`, at least one
  /// @return proved; bounded where the budget ended; impossible where nothing is acceptable to them
  public static Finding<Frontier> find(Problem problem, int parties, Budget budget) {
    return find(problem, parties, false, budget);
  }

  static Finding<Frontier> find(Problem problem, int parties, boolean boxesOnly, Budget budget) {
    Layers layers = Layers.of(problem, parties);
    if (layers.isEmpty()) {
      return new Finding.Impossible<>(NothingAcceptable.contradiction(parties));
    }
    return new Frontiers(layers, boxesOnly, budget).search(parties);
  }

  private Finding<Frontier> search(int parties) {
    long[][][] most = layers.most();
    fronts[0] = new long[][] {new long[packing.words]};
    for (int at = 0; at < layers.size(); at++) {
      meter.report("frontier", at, layers.size());
      advance(at, most[at + 1]);
    }
    meter.report("frontier", layers.size(), layers.size());
    Frontier frontier = new Frontier(layers, packing, fronts);
    if (frontier.size() > 0 && thinned) {
      return new Finding.Bounded<>(
          frontier,
          new Cover(Arrays.stream(lost).boxed().toList()),
          stopped ? meter.stoppedBy() : StoppedBy.STATES);
    }
    if (frontier.size() > 0) {
      return new Finding.Proved<>(frontier, new FrontierCertificate(frontier, parties));
    }
    return thinned
        ? new Finding.Bounded<>(
            frontier,
            new Cover(Arrays.stream(lost).boxed().toList()),
            stopped ? meter.stoppedBy() : StoppedBy.STATES)
        : new Finding.Impossible<>(NothingAcceptable.outOfReach(parties));
  }

  private void advance(int at, long[][] mostAfter) {
    long[][] next = next(at, mostAfter, meter);
    if (meter.stopped() && !stopped) {
      stopped = true;
      thin(at, KEPT_WHEN_STOPPED);
      next = next(at, mostAfter, new Meter(Budget.unlimited()));
    }
    fronts[at + 1] = next;
    long kept = Arrays.stream(next).mapToLong(front -> front.length / packing.words).sum();
    long allowed = stopped ? KEPT_WHEN_STOPPED : mostKept;
    if (kept > allowed && at + 1 < layers.size()) {
      thin(at + 1, allowed);
    }
  }

  private long[][] next(int at, long[][] mostAfter, Meter spending) {
    Layers.Layer layer = layers.layers.get(at);
    List<List<long[]>> into = new ArrayList<>();
    for (int state = 0; state < layers.states[at + 1]; state++) {
      into.add(new ArrayList<>());
    }
    for (int step = 0; step < layer.steps(); step++) {
      int to = layer.to()[step];
      into.get(to).add(shifted(fronts[at][layer.from()[step]], at, step, mostAfter[to]));
    }
    long[][] next = new long[into.size()][];
    for (int state = 0; state < next.length; state++) {
      Meter each = stopped ? new Meter(Budget.unlimited()) : spending;
      next[state] = each.stopped() ? new long[0] : sweep.filter(merge.all(into.get(state)), each);
    }
    return next;
  }

  /// The vectors after a step, without those from which a baseline is out of reach.
  private long[] shifted(long[] front, int at, int step, long[] most) {
    int words = packing.words;
    long[] needed = new long[packing.parties()];
    for (int party = 0; party < needed.length; party++) {
      long baseline = layers.baseline(party);
      long least =
          baseline == Long.MIN_VALUE ? 0 : baseline - most[party] - packing.offset[at + 1][party];
      if (least > packing.range[party]) {
        return new long[0];
      }
      needed[party] = Math.max(0, least);
    }
    long[] need = packing.pack(needed);
    long[] result = new long[front.length];
    int count = 0;
    for (int from = 0; from < front.length; from += words) {
      for (int w = 0; w < words; w++) {
        result[count + w] = front[from + w] + packing.adds[at][step * words + w];
      }
      if (packing.covers(result, count / words, need, 0)) {
        count += words;
      }
    }
    return count == front.length ? result : Arrays.copyOf(result, count);
  }

  /// Keeps one vector in each cell of a grid, the coarsest that keeps at most so many.
  private void thin(int at, long most) {
    long[][] full = fronts[at];
    long before = Arrays.stream(full).mapToLong(front -> front.length / packing.words).sum();
    if (before <= most) {
      return;
    }
    // Thirty-two grids, each a quarter wider, from a 4000th of each range to all of it.
    long[][] coarse = full;
    long[] cell = new long[lost.length];
    for (double share = 1.0 / 4000; share < 2; share *= 1.25) {
      for (int party = 0; party < cell.length; party++) {
        cell[party] = Math.max(1, (long) Math.ceil(share * (packing.range[party] + 1.0)));
      }
      coarse = new long[full.length][];
      long count = 0;
      for (int state = 0; state < full.length; state++) {
        coarse[state] = Grid.onePerCell(packing, full[state], cell);
        count += coarse[state].length / packing.words;
      }
      if (count <= most) {
        break;
      }
    }
    for (int party = 0; party < lost.length; party++) {
      lost[party] += cell[party] - 1;
    }
    thinned = true;
    fronts[at] = coarse;
  }
}
