package org.parley.web.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// A time axis that is true to length, but for marked breaks.
///
/// A stretch without any event is cut out if it is longer than [#LONG] of what is left of the axis.
/// Outside breaks every unit is as long as every other, so lengths can be compared.
///
/// @param from the first unit
/// @param to the last unit, after the first
/// @param breaks the stretches cut out, in order
public record BrokenAxis(long from, long to, List<Break> breaks) {

  /// The share of the axis that an empty stretch may have, in percent.
  public static final int LONG = 60;

  /// The share of the width that a break has, in percent.
  private static final int WIDTH = 4;

  private static final int MOST = 2;

  /// A stretch cut out: strictly between its ends nothing happens.
  public record Break(long from, long to) {

    long length() {
      return to - from;
    }
  }

  public BrokenAxis {
    breaks = List.copyOf(breaks);
  }

  /// An axis without breaks.
  public static BrokenAxis whole(long from, long to) {
    return new BrokenAxis(from, Math.max(to, Math.addExact(from, 1)), List.of());
  }

  /// The axis of some events; those outside its ends have no say.
  public static BrokenAxis of(long from, long to, Collection<Long> events) {
    TreeSet<Long> all = new TreeSet<>(events);
    all.removeIf(each -> each <= from || each >= to);
    all.add(from);
    all.add(Math.max(to, Math.addExact(from, 1)));
    List<Break> breaks = new ArrayList<>();
    long left = all.getLast() - from;
    while (breaks.size() < MOST) {
      Break longest = longest(all, breaks);
      boolean isAll = longest.length() == left;
      if (isAll || longest.length() <= 2 || longest.length() * 100 <= left * LONG) {
        break;
      }
      breaks.add(longest);
      left -= longest.length();
    }
    breaks.sort(Comparator.comparingLong(Break::from));
    return new BrokenAxis(from, all.getLast(), breaks);
  }

  private static Break longest(TreeSet<Long> events, List<Break> cut) {
    Break longest = new Break(events.getFirst(), events.getFirst());
    long before = events.getFirst();
    for (long each : events) {
      Break stretch = new Break(before, each);
      if (stretch.length() > longest.length() && !cut.contains(stretch)) {
        longest = stretch;
      }
      before = each;
    }
    return longest;
  }

  /// Where a unit lies, in percent of the width; units outside are at the ends.
  public double share(long time) {
    long inside = Math.clamp(time, from, to);
    double perUnit = (100.0 - WIDTH * breaks.size()) / Math.max(1, drawn());
    double share = 0;
    long at = from;
    for (Break each : breaks) {
      if (inside <= each.from()) {
        return share + (inside - at) * perUnit;
      }
      share += (each.from() - at) * perUnit;
      if (inside < each.to()) {
        return share + (double) WIDTH * (inside - each.from()) / each.length();
      }
      share += WIDTH;
      at = each.to();
    }
    return share + (inside - at) * perUnit;
  }

  /// The middle of each break, in percent of the width.
  public List<Double> middles() {
    return breaks.stream().map(each -> share(each.from()) + WIDTH / 2.0).toList();
  }

  /// Whether a unit lies within a break, where nothing is drawn.
  public boolean isCut(long time) {
    return breaks.stream().anyMatch(each -> each.from() < time && time < each.to());
  }

  /// How many units are drawn true to length.
  public long drawn() {
    return to - from - breaks.stream().mapToLong(Break::length).sum();
  }
}
