package org.parley.sequence.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Meter;
import org.parley.sequence.bounds.Distances;
import org.parley.sequence.bounds.NodeQueue;
import org.parley.sequence.control.Derivation.Part;

/// Decides dynamic controllability duration by duration, after the RUL algorithms of Cairo,
/// Hunsberger and Rizzi (2018) and Hunsberger and Posenato (2022).
///
/// For each duration from A to C, between x and y, distances to C are computed backwards over plain
/// and least-duration arcs (not its own least), with times that satisfy them as potentials. A node
/// nearer than y - x must wait for C, and what precedes it is looked at in turn; one that is not
/// gets a plain bound to A. A node that waits for C and must yet come before it shows that no
/// strategy exists. A node at which another duration begins needs that duration done first; where
/// that one is already being done, each waits for the other. Cost: of one shortest-path search for
/// each duration, twice, over arcs that grow by at most the nodes each time.
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

  /// Of the last search for each duration, the arc by which each node reaches C.
  private final int[][] searches;

  /// The durations under way, each with the node of the next at which it stopped.
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
    searches = new int[count][];
    for (int i = 0; i < count; i++) {
      UncertainNetwork.Contingent each = network.contingents().get(i);
      if (!each.isCertain()) {
        beginningAt.computeIfAbsent(each.from(), _ -> new ArrayList<>()).add(i);
      }
    }
  }

  /// The proof that no strategy keeps every bound; null where one does, or where the meter stopped
  /// the search.
  static @Nullable Derivation refute(UncertainNetwork network, Meter meter) {
    return new WaitPropagation(network, meter).run();
  }

  private @Nullable Derivation run() {
    int[] cycle = graph.settle();
    if (cycle.length > 0) {
      return refuteCycle(cycle);
    }
    for (int i = 0; i < status.length; i++) {
      if (!network.contingents().get(i).isCertain() && status[i] == Status.OPEN && !process(i)) {
        return refutation;
      }
      if (meter.stopped()) {
        return null;
      }
    }
    return null;
  }

  private boolean process(int contingent) {
    status[contingent] = Status.UNDER_WAY;
    UncertainNetwork.Contingent link = network.contingents().get(contingent);
    long[] distance = new long[graph.nodes()];
    int[] via = new int[graph.nodes()];
    int blockedBy = search(contingent, link, distance, via);
    while (blockedBy != NONE) {
      searches[contingent] = via.clone();
      if (blockedBy == link.from()) {
        refutation = refuteWaits(List.of(new Frame(contingent, blockedBy)));
        return false;
      }
      int first = firstNotDone(blockedBy);
      underWay.add(new Frame(contingent, blockedBy));
      if (status[first] == Status.UNDER_WAY) {
        refutation = refuteWaits(sinceBegun(first));
        return false;
      }
      if (!process(first)) {
        return false;
      }
      underWay.removeLast();
      blockedBy = search(contingent, link, distance, via);
    }
    searches[contingent] = via;
    if (meter.stopped()) {
      return true;
    }
    if (overtakes(contingent, link, distance)) {
      return false;
    }
    bypass(contingent, link, distance);
    return finish(contingent, link);
  }

  private boolean finish(int contingent, UncertainNetwork.Contingent link) {
    status[contingent] = Status.DONE;
    int[] cycle = graph.resettle(link.from());
    if (cycle.length > 0) {
      refutation = refuteCycle(cycle);
      return false;
    }
    return true;
  }

  /// Computes distances to the end of a duration.
  ///
  /// @return a node at which a duration begins that must be done first, or the duration itself;
  ///   NONE where the search went through
  private int search(int contingent, UncertainNetwork.Contingent link, long[] distance, int[] via) {
    Arrays.fill(distance, Distances.FAR);
    Arrays.fill(via, NONE);
    long play = link.most() - link.least();
    boolean[] settled = new boolean[graph.nodes()];
    var queue = new NodeQueue(graph.nodes());
    distance[link.to()] = 0;
    queue.lower(link.to(), 0);
    while (!queue.isEmpty()) {
      if (meter.spend(1)) {
        return NONE;
      }
      int node = queue.poll();
      settled[node] = true;
      if (node == link.from() && distance[node] < link.most()) {
        return node;
      }
      if (distance[node] >= play) {
        continue;
      }
      if (firstNotDone(node) != NONE) {
        return node;
      }
      long offset = graph.time(link.to());
      for (int arc : graph.entering(node)) {
        int before = graph.from(arc);
        long reached = Math.addExact(distance[node], graph.atMost(arc));
        boolean own = graph.part(arc) instanceof Part.AtItsLeast(int c) && c == contingent;
        if (!own && !settled[before] && reached < distance[before]) {
          distance[before] = reached;
          via[before] = arc;
          queue.lower(before, reached + graph.time(before) - offset);
        }
      }
    }
    for (int node = 0; node < settled.length; node++) {
      if (!settled[node]) {
        distance[node] = Distances.FAR;
      }
    }
    return NONE;
  }

  private int firstNotDone(int node) {
    for (int each : beginningAt.getOrDefault(node, List.of())) {
      if (status[each] != Status.DONE) {
        return each;
      }
    }
    return NONE;
  }

  private void bypass(int contingent, UncertainNetwork.Contingent link, long[] distance) {
    for (int node = 0; node < distance.length; node++) {
      if (distance[node] != Distances.FAR
          && distance[node] >= link.most() - link.least()
          && node != link.from()) {
        int arc =
            graph.add(
                node,
                link.from(),
                Math.subtractExact(distance[node], link.most()),
                new Part.Followed(NONE));
        bypasses.put(arc, new Bypass(contingent, node));
      }
    }
  }

  /// Whether some node must come before the end of the duration, even at its least, and yet must
  /// wait for that end. It is reached from the end over nodes that wait, the first at which the way
  /// is below 0; where one does not wait, its plain bound closes a cycle of its own.
  private boolean overtakes(int contingent, UncertainNetwork.Contingent link, long[] distance) {
    long play = link.most() - link.least();
    long[] ahead = new long[graph.nodes()];
    int[] via = new int[graph.nodes()];
    Arrays.fill(ahead, Distances.FAR);
    Arrays.fill(via, NONE);
    boolean[] settled = new boolean[graph.nodes()];
    var queue = new NodeQueue(graph.nodes());
    ahead[link.to()] = 0;
    queue.lower(link.to(), 0);
    long offset = graph.time(link.to());
    while (!queue.isEmpty()) {
      int node = queue.poll();
      settled[node] = true;
      if (ahead[node] < 0) {
        if (ahead[node] + distance[node] < play) {
          refutation = refuteOvertaking(contingent, node, via);
          return true;
        }
        continue;
      }
      for (int arc : graph.leaving(node)) {
        int next = graph.to(arc);
        long reached = Math.addExact(ahead[node], graph.atMost(arc));
        boolean own = graph.part(arc) instanceof Part.AtItsLeast(int c) && c == contingent;
        if (!own && distance[next] < play && !settled[next] && reached < ahead[next]) {
          ahead[next] = reached;
          via[next] = arc;
          queue.lower(next, reached + offset - graph.time(next));
        }
      }
    }
    return false;
  }

  private Derivation refuteOvertaking(int contingent, int node, int[] via) {
    List<Part> ahead = new ArrayList<>();
    int end = network.contingents().get(contingent).to();
    for (int at = node; at != end; at = graph.from(via[at])) {
      ahead.addFirst(partOf(via[at]));
    }
    ahead.addFirst(new Part.AtItsLeast(contingent));
    Part before = derive(ahead);
    return new Derivation(derived, List.of(before, derive(wait(contingent, node))));
  }

  private List<Frame> sinceBegun(int contingent) {
    int at = 0;
    while (underWay.get(at).contingent != contingent) {
      at++;
    }
    return underWay.subList(at, underWay.size());
  }

  /// Each duration waits for the next, and the last for the first.
  private Derivation refuteWaits(List<Frame> frames) {
    List<Part> cycle = new ArrayList<>();
    for (Frame frame : frames.reversed()) {
      cycle.add(derive(wait(frame.contingent, frame.stoppedAt)));
    }
    return new Derivation(derived, cycle);
  }

  /// A cycle of plain and least-duration arcs, turned so that everything from each arc to the end
  /// is below 0.
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
    int[] via = searches[contingent];
    List<Part> parts = new ArrayList<>();
    int end = network.contingents().get(contingent).to();
    for (int at = node; at != end; at = graph.to(via[at])) {
      parts.add(partOf(via[at]));
    }
    parts.add(new Part.AtItsMost(contingent));
    return parts;
  }

  private Part partOf(int arc) {
    Bypass bypass = bypasses.get(arc);
    if (bypass == null) {
      return graph.part(arc);
    }
    Integer known = derivedIndex.get(arc);
    if (known == null) {
      derive(wait(bypass.contingent, bypass.node));
      known = derived.size() - 1;
      derivedIndex.put(arc, known);
    }
    return new Part.Followed(known);
  }
}
