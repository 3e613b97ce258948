package org.parley.bargain.linked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The vectors found so far and the corners between them that are not yet known to be empty.
final class Corners {

  /// A vector with a package.
  ///
  /// @param steps the step of each point
  record Entry(long first, long second, List<Integer> steps) {}

  /// A corner and the direction that is to rule it out.
  record Open(SplitTree.Corner corner, int direction) {}

  private final LinkedForm form;
  private final long[] low = new long[2];
  private final long[] top = new long[2];

  /// By worth to the first party.
  private final TreeMap<Long, Entry> front = new TreeMap<>();

  private List<Open> open = new ArrayList<>();
  private int version;

  Corners(LinkedForm form) {
    this.form = form;
    long[] domains = form.domains();
    for (int signer = 0; signer < 2; signer++) {
      low[signer] = Math.max(form.floor(signer), form.least(signer));
      top[signer] = Math.min(form.cap(signer), form.most(signer, domains));
    }
  }

  /// A copy with the open corners of one direction.
  Corners of(int direction) {
    Corners copy = new Corners(form);
    copy.front.putAll(front);
    copy.open = new ArrayList<>(open.stream().filter(each -> each.direction == direction).toList());
    return copy;
  }

  boolean areOpen(int direction) {
    return open.stream().anyMatch(each -> each.direction == direction);
  }

  /// Grows with every new vector.
  int version() {
    return version;
  }

  List<Open> open() {
    return open;
  }

  /// The vectors, by falling worth of the first party.
  List<Entry> front() {
    return List.copyOf(front.descendingMap().values());
  }

  /// Takes a package if no known one is worth as much to both.
  void offer(int[] steps) {
    if (form.allows(steps)) {
      long[] worths = form.worths(steps);
      offer(steps, 0, steps[0], worths[0], worths[1]);
    }
  }

  /// Takes an allowed package, with another step of one point, if no known one is worth as much to
  /// both.
  void offer(int[] steps, int point, int step, long one, long two) {
    if (one < low[0] || two < low[1]) {
      return;
    }
    Map.Entry<Long, Entry> next = front.ceilingEntry(one);
    if (next != null && next.getValue().second >= two) {
      return;
    }
    Map.Entry<Long, Entry> before = front.floorEntry(one);
    while (before != null && before.getValue().second <= two) {
      front.remove(before.getKey());
      before = front.floorEntry(one);
    }
    int[] whole = steps.clone();
    whole[point] = step;
    front.put(one, new Entry(one, two, Arrays.stream(whole).boxed().toList()));
    version++;
    split(new long[] {one, two});
  }

  /// Whether a package is worth as much to both as could be, so that nothing is left to find.
  boolean areNone() {
    return front.size() == 1 && all().isEmpty();
  }

  private void split(long[] worths) {
    List<Open> next = new ArrayList<>();
    for (Open each : open) {
      SplitTree.Corner corner = each.corner;
      if (!corner.holds(worths[0], worths[1])) {
        next.add(each);
        continue;
      }
      if (worths[1] < top[1]) {
        next.add(new Open(new SplitTree.Corner(corner.first(), worths[1] + 1), each.direction));
      }
      if (worths[0] < top[0]) {
        next.add(new Open(new SplitTree.Corner(worths[0] + 1, corner.second()), each.direction));
      }
    }
    open = next;
  }

  /// The corners of the vectors found so far.
  List<SplitTree.Corner> all() {
    List<SplitTree.Corner> corners = new ArrayList<>();
    long first = low[0];
    for (Entry each : front.values()) {
      if (each.second < top[1] && first <= top[0]) {
        corners.add(new SplitTree.Corner(first, each.second + 1));
      }
      first = each.first + 1;
    }
    if (first <= top[0] && low[1] <= top[1]) {
      corners.add(new SplitTree.Corner(first, low[1]));
    }
    return corners;
  }

  /// Gives each corner a direction.
  void open(List<Open> corners) {
    open = new ArrayList<>(corners);
  }

  /// The corners of a direction, which are empty now.
  List<SplitTree.Corner> close(int direction) {
    List<SplitTree.Corner> closed =
        open.stream().filter(each -> each.direction == direction).map(Open::corner).toList();
    open.removeIf(each -> each.direction == direction);
    return closed;
  }
}
