package org.parley.sequence.bounds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Meter;
import org.parley.model.step.DemandId;
import org.parley.sequence.Loop;

/// Searches for ways, readings and sides of recesses under which demands can all hold.
///
/// Depth first, the choice with the fewest ways left first. A choice that a conflict does not name
/// is not changed because of it (conflict-directed backjumping, Prosser 1993). Conflicts are kept
/// as nogoods for later searches of the same sequence. Cost: shortest distances for each state; the
/// number of states is exponential in the worst case.
public final class ChoiceSearch {

  /// The number of a cycle that is no loop of the sequence.
  private static final int NONE = -1;

  /// Longer nogoods prevent little.
  private static final int LONGEST_KEPT = 24;

  /// Labels that cannot all hold, and why: a negative cycle, or a conflict for each choice.
  @SuppressWarnings("ArrayRecordComponent") // Internal arrays, never compared.
  private record Conflict(int[] labels, List<Conflict> because, int loop) {}

  /// Alternatives being tried in turn.
  private static final class Branch {
    private final int[] ways;
    private final List<Conflict> because = new ArrayList<>();
    private int[] labels;
    private int at = -1;

    Branch(Nogood.Alternatives alternatives) {
      ways = alternatives.labels();
      labels = alternatives.closed() < 0 ? LabelSet.EMPTY : new int[] {alternatives.closed()};
    }

    void close(Conflict conflict) {
      because.add(conflict);
      labels = LabelSet.union(labels, LabelSet.without(conflict.labels, ways[at]));
    }
  }

  private final Encoding encoding;
  private final int[][] labelsOf;
  private final List<Nogood.Alternatives> choices = new ArrayList<>();
  private final Map<Integer, Nogood.Alternatives> sides = new HashMap<>();
  private final Map<Integer, List<Conflict>> keptWith = new HashMap<>();
  private final List<Loop> loops = new ArrayList<>();
  private final boolean[] holds;
  private final Deque<Branch> open = new ArrayDeque<>();
  private Meter meter;
  private @Nullable Long end;
  private long kept;
  private long[] times = {};

  /// @param meter a step is one state
  public ChoiceSearch(Encoding encoding, Meter meter) {
    this.encoding = encoding;
    this.meter = meter;
    MinimalCycles.LabelledBounds labelled = encoding.labelled();
    labelsOf = labelled.labels();
    holds = new boolean[labelled.group().length];
    Set<Integer> used = new HashSet<>();
    for (int[] labels : labelsOf) {
      Arrays.stream(labels).forEach(used::add);
    }
    for (Nogood.Alternatives each : encoding.alternatives()) {
      if (encoding.meaning(each.labels()[0]) instanceof Encoding.Meaning.SideOf(int recess, _)) {
        sides.put(recess, each);
      } else if (Arrays.stream(each.labels()).anyMatch(used::contains)) {
        choices.add(each);
      }
    }
  }

  /// Goes on with what is known, at the cost of another meter.
  public void goOn(Meter other) {
    meter = other;
  }

  /// Lets no moment lie after a time, in this and all later searches. Conflicts are then without
  /// the proof that they need it.
  ///
  /// @param time no later than one given before
  public void endBy(long time) {
    end = time;
  }

  /// Whether demands and readings cannot all hold, whatever else is chosen.
  ///
  /// @param given whole demands and readings, by label, ascending; other demands are left out, and
  ///   other readings are open
  /// @return those that cannot hold together, with the cycles that prove it; empty if all can hold,
  ///   or if the meter stopped
  public Optional<Nogood> conflict(int[] given) {
    Arrays.fill(holds, false);
    open.clear();
    for (int label : given) {
      holds[label] = true;
    }
    Conflict conflict = known(given);
    return Optional.ofNullable(conflict == null ? search() : conflict).map(this::proved);
  }

  /// The time of each node in the last search without conflict; the origin is node 0.
  public long[] times() {
    return times;
  }

  /// The ways in the last search without conflict, given ones included.
  public Map<DemandId, Integer> ways() {
    return encoding.ways(IntStream.range(0, holds.length).filter(label -> holds[label]));
  }

  /// The loops, as nogoods number their cycles.
  public List<Loop> loops() {
    return loops;
  }

  private @Nullable Conflict search() {
    while (!meter.spend(1)) {
      Conflict conflict = negativeCycle();
      if (conflict == null) {
        Nogood.Alternatives next = meter.stopped() ? null : next();
        if (next == null) {
          return null;
        }
        open.push(new Branch(next));
        conflict = advance(open.element());
      }
      while (conflict != null) {
        if (open.isEmpty()) {
          return conflict;
        }
        conflict = goBack(open.element(), conflict);
      }
    }
    return null;
  }

  /// Takes the next way that no nogood excludes; if there is none, the conflict of all.
  private @Nullable Conflict advance(Branch branch) {
    while (++branch.at < branch.ways.length) {
      int way = branch.ways[branch.at];
      Conflict excluded = exclusion(way);
      if (excluded == null) {
        holds[way] = true;
        return null;
      }
      branch.close(excluded);
    }
    open.pop();
    return keep(new Conflict(branch.labels, List.copyOf(branch.because), NONE));
  }

  private @Nullable Conflict goBack(Branch branch, Conflict conflict) {
    int way = branch.ways[branch.at];
    holds[way] = false;
    if (!LabelSet.contains(conflict.labels, way)) {
      open.pop();
      return conflict;
    }
    branch.close(conflict);
    return advance(branch);
  }

  private @Nullable Conflict negativeCycle() {
    int[] arcs =
        IntStream.range(0, labelsOf.length)
            .filter(arc -> Arrays.stream(labelsOf[arc]).allMatch(label -> holds[label]))
            .toArray();
    meter.heed(labelsOf.length);
    DifferenceBounds bounds = encoding.differences(arcs);
    var potentials = new BellmanFord(end == null ? bounds : bounds.endingBy(end));
    List<int[]> cycles = potentials.run(meter);
    times = potentials.times();
    if (cycles.isEmpty()) {
      return null;
    }
    int[] whole = cycles.getFirst();
    int[] cycle =
        Arrays.stream(whole).filter(arc -> arc < arcs.length).map(arc -> arcs[arc]).toArray();
    int[] labels = LabelSet.EMPTY;
    for (int arc : cycle) {
      labels = LabelSet.union(labels, labelsOf[arc]);
    }
    if (cycle.length == whole.length) {
      loops.add(encoding.loop(cycle));
    }
    return keep(
        new Conflict(labels, List.of(), cycle.length == whole.length ? loops.size() - 1 : NONE));
  }

  /// The open choice with the fewest ways left; else the sides of a recess in which a step ends.
  private Nogood.@Nullable Alternatives next() {
    Nogood.Alternatives fewest = null;
    long least = Long.MAX_VALUE;
    for (Nogood.Alternatives each : choices) {
      if ((each.closed() < 0 || holds[each.closed()])
          && Arrays.stream(each.labels()).noneMatch(label -> holds[label])) {
        long left = Arrays.stream(each.labels()).filter(way -> exclusion(way) == null).count();
        if (left < least) {
          least = left;
          fewest = each;
        }
      }
    }
    return fewest != null
        ? fewest
        : RecessSides.broken(encoding, times).map(side -> sides.get(side.index())).orElse(null);
  }

  private @Nullable Conflict exclusion(int way) {
    List<Conflict> with = keptWith.getOrDefault(way, List.of());
    meter.heed(with.size());
    for (Conflict each : with) {
      if (Arrays.stream(each.labels).allMatch(label -> label == way || holds[label])) {
        return each;
      }
    }
    return null;
  }

  private @Nullable Conflict known(int[] given) {
    for (int label : given) {
      Conflict conflict = exclusion(label);
      if (conflict != null) {
        return conflict;
      }
    }
    return null;
  }

  private Conflict keep(Conflict conflict) {
    if (conflict.labels.length <= LONGEST_KEPT && !meter.holds(++kept)) {
      for (int label : conflict.labels) {
        keptWith.computeIfAbsent(label, _ -> new ArrayList<>()).add(conflict);
      }
    }
    return conflict;
  }

  private Nogood proved(Conflict conflict) {
    SortedSet<Integer> cycles = new TreeSet<>();
    Set<Conflict> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Conflict> rest = new ArrayDeque<>(List.of(conflict));
    while (!rest.isEmpty()) {
      Conflict next = rest.pop();
      if (seen.add(next)) {
        rest.addAll(next.because);
        if (next.loop != NONE) {
          cycles.add(next.loop);
        }
      }
    }
    return new Nogood(conflict.labels, cycles);
  }
}
