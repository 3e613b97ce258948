package org.parley.sequence.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.exact.Meter;
import org.parley.sequence.Loop;

/// The sides of recesses that bounds force.
///
/// Difference constraints with recesses are closed under the pointwise minimum and maximum of
/// solutions. So the earliest dates of all moments are a solution, and so are the latest. A date
/// within a recess is raised past it, or lowered before it, until nothing moves. Cost: shortest
/// distances for each round, of which there are at most as many as recesses.
public final class RecessSides {

  private RecessSides() {}

  /// The sides after which steps certainly end, since their earliest date lies within the recess.
  ///
  /// @param bounds the bounds, with the origin as node 0, and a lower bound on every moment
  /// @return the sides; empty if the bounds cannot all hold, or if the meter stopped
  public static Optional<Set<Loop.Reason.Recess>> later(
      Encoding encoding, DifferenceBounds bounds, Meter meter) {
    return forced(encoding, bounds, true, meter);
  }

  /// The sides before which steps certainly end, since their latest date lies within the recess.
  public static Optional<Set<Loop.Reason.Recess>> earlier(
      Encoding encoding, DifferenceBounds bounds, Meter meter) {
    return forced(encoding, bounds, false, meter);
  }

  private static Optional<Set<Loop.Reason.Recess>> forced(
      Encoding encoding, DifferenceBounds bounds, boolean after, Meter meter) {
    Set<Loop.Reason.Recess> forced = new LinkedHashSet<>();
    while (true) {
      DifferenceBounds with = with(encoding, bounds, forced);
      if (!new BellmanFord(with).run(meter).isEmpty() || meter.stopped()) {
        return Optional.empty();
      }
      List<Loop.Reason.Recess> within = within(encoding, with, after);
      if (!forced.addAll(within)) {
        return Optional.of(forced);
      }
    }
  }

  /// The sides to take next, since the earliest or the latest date lies within the recess.
  ///
  /// @param after whether the earliest dates count; else the latest
  public static List<Loop.Reason.Recess> within(
      Encoding encoding, DifferenceBounds bounds, boolean after) {
    if (encoding.sides().isEmpty()) {
      return List.of();
    }
    ShortestDistances distances =
        after ? ShortestDistances.to(bounds, 0) : ShortestDistances.from(bounds, 0);
    List<Loop.Reason.Recess> within = new ArrayList<>();
    for (Loop.Reason.Recess side : encoding.sides().keySet()) {
      long distance = distances.of(encoding.nodeOf(side));
      if (side.after() == after
          && distance != ShortestDistances.FAR
          && encoding.isWithin(side, after ? -distance : distance)) {
        within.add(side);
      }
    }
    return within;
  }

  /// The bounds with these sides.
  public static DifferenceBounds with(
      Encoding encoding, DifferenceBounds bounds, Set<Loop.Reason.Recess> sides) {
    int[] arcs = sides.stream().mapToInt(side -> encoding.sides().getOrDefault(side, -1)).toArray();
    DifferenceBounds more = encoding.differences(arcs);
    return new DifferenceBounds(
        bounds.nodes(),
        joined(bounds.from(), more.from()),
        joined(bounds.to(), more.to()),
        joined(bounds.atMost(), more.atMost()));
  }

  private static int[] joined(int[] one, int[] other) {
    int[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  private static long[] joined(long[] one, long[] other) {
    long[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  /// The side of a recess within which some dates lie, on which another search is to go on.
  ///
  /// @param times the time of each node
  public static Optional<Loop.Reason.Recess> broken(Encoding encoding, long[] times) {
    return encoding.sides().keySet().stream()
        .filter(
            side ->
                side.after() && encoding.isWithin(side, times[encoding.nodeOf(side)] - times[0]))
        .findFirst();
  }

  /// The other side of a recess.
  public static Loop.Reason.Recess other(Loop.Reason.Recess side) {
    return new Loop.Reason.Recess(side.index(), !side.after());
  }
}
