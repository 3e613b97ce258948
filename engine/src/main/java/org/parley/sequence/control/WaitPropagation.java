package org.parley.sequence.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Meter;
import org.parley.sequence.control.Derivation.Part;

/// Decides dynamic controllability duration by duration, after the RUL algorithms of Cairo,
/// Hunsberger and Rizzi (2018) and Hunsberger and Posenato (2022).
///
/// Take a duration from A to C, between x and y. Distances to C are computed backwards over plain
/// and least-duration arcs, without its own least. Times that satisfy the arcs are the potentials.
/// A node nearer than y - x must wait for C, and the search continues to its predecessors. Any
/// other node gets a plain bound to A. A node that waits for C and must yet precede it proves that
/// no strategy exists. A node at which another duration begins needs that duration first; if that
/// one is in progress, each waits for the other.
///
/// Cost: two shortest-path searches for each duration, over arcs that grow by at most the nodes
/// each time.
final class WaitPropagation {

  private static final int NONE = -1;
  private static final int MOST_PARTS = 1_000_000;

  private enum Status {
    OPEN,
    UNDER_WAY,
    DONE
  }

  private final UncertainNetwork network;
  private final Meter meter;
  private final LabelledGraph graph;
  private final Status[] status;
  private final Map<Integer, List<Integer>> beginningAt = new HashMap<>();

  /// By duration, the arcs by which each node reached C in its last search.
  private final ReachedNodes.@Nullable Arcs[] searches;

  /// The nodes reached by the current search, backwards from C and forwards.
  private final ReachedNodes behind;

  private final ReachedNodes ahead;

  /// The durations in progress, each with the node of the next at which it stopped.
  private record Frame(int contingent, int stoppedAt) {}

  private final List<Frame> underWay = new ArrayList<>();
  private final Map<Integer, Integer> derivedIndex = new HashMap<>();
  private final List<Derivation.Derived> derived = new ArrayList<>();
  private @Nullable Derivation refutation;

  /// A bound derived by the search for a duration.
  private record Bypass(int contingent, int node) {}

  private final Map<Integer, Bypass> bypasses = new HashMap<>();

  private WaitPropagation(UncertainNetwork network, Meter meter) {
    this.network = network;
    this.meter = meter;
    graph = new LabelledGraph(network);
    int count = network.contingents().size();
    status = new Status[count];
    Arrays.fill(status, Status.OPEN);
    searches = new ReachedNodes.Arcs[count];
    behind = new ReachedNodes(graph.nodes());
    ahead = new ReachedNodes(graph.nodes());
    for (int i = 0; i < count; i++) {
      UncertainNetwork.Contingent each = network.contingents().get(i);
      if (!each.isCertain()) {
        beginningAt.computeIfAbsent(each.from(), _ -> new ArrayList<>()).add(i);
      }
    }
  }

  /// The proof that no strategy keeps every bound; null if one does, or if the meter stopped.
  static @Nullable Derivation refute(UncertainNetwork network, Meter meter) {
    return new WaitPropagation(network, meter).run();
  }

  private @Nullable Derivation run() {
    int[] cycle = graph.settle(meter);
    if (cycle.length > 0) {
      return refuteCycle(cycle);
    }
    for (int i = 0; i < status.length && !meter.stopped(); i++) {
      if (!network.contingents().get(i).isCertain() && status[i] == Status.OPEN && !process(i)) {
        return refutation;
      }
    }
    return null;
  }

  /// Processes a duration and all it waits for; returns whether that succeeded, or the meter
  /// stopped.
  private boolean process(int first) {
    begin(first);
    while (!underWay.isEmpty()) {
      int contingent = underWay.getLast().contingent;
      UncertainNetwork.Contingent link = network.contingents().get(contingent);
      int blockedBy = search(contingent, link);
      if (meter.stopped()) {
        return true;
      }
      if (blockedBy != NONE) {
        underWay.set(underWay.size() - 1, new Frame(contingent, blockedBy));
        int next = blockedBy == link.from() ? contingent : firstNotDone(blockedBy);
        if (status[next] == Status.UNDER_WAY) {
          refutation = refuteWaits(sinceBegun(next));
          return false;
        }
        begin(next);
      } else if (overtakes(contingent, link) || !finish(contingent, link)) {
        return false;
      }
    }
    return true;
  }

  private void begin(int contingent) {
    status[contingent] = Status.UNDER_WAY;
    underWay.add(new Frame(contingent, NONE));
  }

  private boolean finish(int contingent, UncertainNetwork.Contingent link) {
    bypass(contingent, link);
    status[contingent] = Status.DONE;
    underWay.removeLast();
    int[] cycle = graph.resettle(link.from(), meter);
    if (cycle.length > 0) {
      refutation = refuteCycle(cycle);
      return false;
    }
    return true;
  }

  /// Computes distances to the end of a duration.
  ///
  /// @return the beginning of a duration to be processed first, or of this duration; NONE if the
  ///   search completed
  private int search(int contingent, UncertainNetwork.Contingent link) {
    int blockedBy = reach(contingent, link);
    searches[contingent] = behind.arcs();
    return blockedBy;
  }

  private int reach(int contingent, UncertainNetwork.Contingent link) {
    behind.begin(link.to());
    long play = link.most() - link.least();
    while (!behind.isDone()) {
      if (meter.spend(1)) {
        return NONE;
      }
      int node = behind.settle();
      if (node == link.from() && behind.distance(node) < link.most()) {
        return node;
      }
      if (behind.distance(node) >= play) {
        continue;
      }
      if (firstNotDone(node) != NONE) {
        return node;
      }
      long offset = graph.time(link.to());
      for (int arc : graph.entering(node)) {
        int before = graph.from(arc);
        meter.heed(1);
        if (!isOwn(arc, contingent)) {
          behind.lower(
              before,
              Math.addExact(behind.distance(node), graph.atMost(arc)),
              arc,
              graph.time(before) - offset);
        }
      }
    }
    return NONE;
  }

  /// Whether an arc is the least length of the duration itself.
  private boolean isOwn(int arc, int contingent) {
    return graph.part(arc) instanceof Part.AtItsLeast(int c) && c == contingent;
  }

  private int firstNotDone(int node) {
    for (int each : beginningAt.getOrDefault(node, List.of())) {
      if (status[each] != Status.DONE) {
        return each;
      }
    }
    return NONE;
  }

  private void bypass(int contingent, UncertainNetwork.Contingent link) {
    for (int node : behind.nodes()) {
      long distance = behind.distance(node);
      if (distance >= link.most() - link.least() && node != link.from()) {
        int arc =
            graph.add(
                node,
                link.from(),
                Math.subtractExact(distance, link.most()),
                new Part.Followed(NONE));
        bypasses.put(arc, new Bypass(contingent, node));
      }
    }
  }

  /// Whether some node must precede the end of the duration, even at its least, and yet must wait
  /// for that end.
  ///
  /// It is reached from the end over waiting nodes, as the first at a negative distance. If a node
  /// does not wait, its plain bound closes a cycle of its own.
  private boolean overtakes(int contingent, UncertainNetwork.Contingent link) {
    long play = link.most() - link.least();
    ahead.begin(link.to());
    long offset = graph.time(link.to());
    while (!ahead.isDone()) {
      int node = ahead.settle();
      if (ahead.distance(node) < 0) {
        if (ahead.distance(node) + behind.distance(node) < play) {
          refutation = refuteOvertaking(contingent, node);
          return true;
        }
        continue;
      }
      for (int arc : graph.leaving(node)) {
        int next = graph.to(arc);
        if (meter.heed(1)) {
          return false;
        }
        if (!isOwn(arc, contingent) && behind.distance(next) < play) {
          ahead.lower(
              next,
              Math.addExact(ahead.distance(node), graph.atMost(arc)),
              arc,
              offset - graph.time(next));
        }
      }
    }
    return false;
  }

  private Derivation refuteOvertaking(int contingent, int node) {
    List<Part> way = new ArrayList<>();
    int end = network.contingents().get(contingent).to();
    for (int at = node; at != end; at = graph.from(ahead.via(at))) {
      way.add(partOf(ahead.via(at)));
    }
    way.add(new Part.AtItsLeast(contingent));
    Part before = derive(way.reversed());
    return new Derivation(derived, List.of(before, derive(wait(contingent, node))));
  }

  private List<Frame> sinceBegun(int contingent) {
    int at = 0;
    while (underWay.get(at).contingent != contingent) {
      at++;
    }
    return underWay.subList(at, underWay.size());
  }

  /// A cycle of durations, each waiting for the next.
  private Derivation refuteWaits(List<Frame> frames) {
    List<Part> cycle = new ArrayList<>();
    for (Frame frame : frames.reversed()) {
      cycle.add(derive(wait(frame.contingent, frame.stoppedAt)));
    }
    return new Derivation(derived, cycle);
  }

  /// A cycle of plain and least-duration arcs, rotated so that every suffix is negative.
  private Derivation refuteCycle(int[] cycle) {
    long sum = 0;
    long least = 0;
    int start = 0;
    for (int i = 0; i < cycle.length; i++) {
      sum = Math.addExact(sum, graph.atMost(cycle[i]));
      if (sum < least && i + 1 < cycle.length) {
        least = sum;
        start = i + 1;
      }
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < cycle.length; i++) {
      parts.add(partOf(cycle[(start + i) % cycle.length]));
    }
    Part loop = derive(parts);
    return new Derivation(derived, List.of(loop));
  }

  private Part derive(List<Part> parts) {
    if (derived.size() > MOST_PARTS) {
      throw new IllegalStateException("proving that no strategy exists: the proof is too long");
    }
    derived.add(new Derivation.Derived(parts));
    return new Part.Followed(derived.size() - 1);
  }

  /// The parts of the path from a node to the end of a duration and its wait.
  private List<Part> wait(int contingent, int node) {
    List<Part> parts = new ArrayList<>();
    path(contingent, node).forEach(arc -> parts.add(partOf(arc)));
    parts.add(new Part.AtItsMost(contingent));
    return parts;
  }

  private List<Integer> path(int contingent, int node) {
    ReachedNodes.Arcs via = Objects.requireNonNull(searches[contingent]);
    List<Integer> path = new ArrayList<>();
    int end = network.contingents().get(contingent).to();
    for (int at = node; at != end; at = graph.to(via.of(at))) {
      path.add(via.of(at));
    }
    return path;
  }

  private Part partOf(int arc) {
    Bypass bypass = bypasses.get(arc);
    if (bypass == null) {
      return graph.part(arc);
    }
    if (!derivedIndex.containsKey(arc)) {
      deriveWithBasis(arc);
    }
    return new Part.Followed(Objects.requireNonNull(derivedIndex.get(arc)));
  }

  /// Derives a bound and its premises, which have lower numbers.
  private void deriveWithBasis(int arc) {
    SortedSet<Integer> needed = new TreeSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(arc));
    while (!open.isEmpty()) {
      int next = open.pop();
      Bypass bypass = bypasses.get(next);
      if (bypass != null && !derivedIndex.containsKey(next) && needed.add(next)) {
        path(bypass.contingent, bypass.node).forEach(open::push);
      }
    }
    for (int each : needed) {
      Bypass bypass = Objects.requireNonNull(bypasses.get(each));
      derive(wait(bypass.contingent, bypass.node));
      derivedIndex.put(each, derived.size() - 1);
    }
  }
}
