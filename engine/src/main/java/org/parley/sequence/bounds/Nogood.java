package org.parley.sequence.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.exact.Meter;

/// Labels that cannot all hold, with the negative cycles that prove it: one for each choice among
/// alternatives.
///
/// @param labels the labels, ascending
/// @param cycles which cycles, by their place in a list
@SuppressWarnings("ArrayRecordComponent") // numbers of a search, never compared
public record Nogood(int[] labels, SortedSet<Integer> cycles) {

  /// A label that stands for one choice of several, and what follows when all choices are closed.
  ///
  /// @param labels the choices
  /// @param closed the label of what then cannot hold; -1 for nothing further
  /// @param keep whether what depends on a single choice is of interest as well
  public record Alternatives(int[] labels, int closed, boolean keep) {}

  /// What follows from nogoods once one of each group of alternatives must be chosen: for each
  /// group one nogood per choice, put together. Resolution with clauses of several values, as in
  /// Tison's method for prime implicates: minimal and complete, unless the meter stops it: then
  /// those that rest on no choice of ways.
  public static List<Nogood> resolve(
      List<Nogood> nogoods, List<Alternatives> groups, int[] groupOf, Meter meter) {
    List<Nogood> all = minimal(nogoods, meter);
    for (Alternatives group : groups) {
      List<Nogood> partial = List.of(new Nogood(LabelSet.EMPTY, new TreeSet<>()));
      for (int label : group.labels) {
        List<Nogood> longer = new ArrayList<>();
        for (Nogood nogood : all) {
          if (meter.heed(1)) {
            return settled(all, groups);
          }
          if (!LabelSet.contains(nogood.labels, label)) {
            continue;
          }
          for (Nogood before : partial) {
            Nogood joined = before.join(LabelSet.without(nogood.labels, label), nogood.cycles);
            if (meter.spend(1)) {
              return settled(all, groups);
            }
            if (!excluded(joined.labels, groupOf)) {
              longer.add(joined);
            }
          }
        }
        partial = minimal(longer, meter);
      }
      List<Nogood> next = new ArrayList<>();
      for (Nogood nogood : all) {
        boolean chooses =
            Arrays.stream(group.labels).anyMatch(l -> LabelSet.contains(nogood.labels, l));
        if (group.keep || !chooses) {
          next.add(nogood);
        }
      }
      for (Nogood resolved : partial) {
        next.add(
            group.closed < 0 ? resolved : resolved.join(new int[] {group.closed}, new TreeSet<>()));
      }
      all = minimal(next, meter);
    }
    return meter.stopped() ? settled(all, groups) : all;
  }

  private Nogood join(int[] others, SortedSet<Integer> otherCycles) {
    SortedSet<Integer> both = new TreeSet<>(cycles);
    both.addAll(otherCycles);
    return new Nogood(LabelSet.union(labels, others), both);
  }

  private static boolean excluded(int[] labels, int[] groupOf) {
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; groupOf[labels[i]] >= 0 && j < i; j++) {
        if (groupOf[labels[j]] == groupOf[labels[i]]) {
          return true;
        }
      }
    }
    return false;
  }

  /// Those that hold no other, fewest labels first.
  private static List<Nogood> minimal(List<Nogood> nogoods, Meter meter) {
    List<Nogood> sorted = new ArrayList<>(nogoods);
    sorted.sort(
        Comparator.<Nogood>comparingInt(each -> each.labels.length)
            .thenComparing(Nogood::labels, Arrays::compare)
            .thenComparingInt(each -> each.cycles.size()));
    return LabelSet.minimal(sorted, Nogood::labels, meter);
  }

  /// Those that rest on no choice that others could make otherwise.
  private static List<Nogood> settled(List<Nogood> nogoods, List<Alternatives> groups) {
    Set<Integer> open = new HashSet<>();
    for (Alternatives group : groups) {
      if (!group.keep) {
        Arrays.stream(group.labels).forEach(open::add);
      }
    }
    return nogoods.stream()
        .filter(each -> Arrays.stream(each.labels).noneMatch(open::contains))
        .toList();
  }
}
