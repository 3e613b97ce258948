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

/// A nogood: labels that cannot all hold, with the negative cycles that prove it, one for each
/// choice among alternatives.
///
/// @param labels the labels, ascending
/// @param cycles the cycles, by index
@SuppressWarnings("ArrayRecordComponent") // Internal arrays, never compared.
public record Nogood(int[] labels, SortedSet<Integer> cycles) {

  /// Labels of alternative choices, and the consequence if all are closed.
  ///
  /// @param labels the choices
  /// @param closed the label that then cannot hold; -1 for none
  /// @param keep whether nogoods of a single choice are kept as well
  public record Alternatives(int[] labels, int closed, boolean keep) {}

  /// Resolves nogoods over the alternatives of each group, one nogood per choice.
  ///
  /// Resolution with multi-valued clauses, as in Tison's method for prime implicates. The result is
  /// minimal and complete; if the meter stops, it contains only nogoods independent of ways.
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

  /// The minimal ones, fewest labels first.
  private static List<Nogood> minimal(List<Nogood> nogoods, Meter meter) {
    List<Nogood> sorted = new ArrayList<>(nogoods);
    sorted.sort(
        Comparator.<Nogood>comparingInt(each -> each.labels.length)
            .thenComparing(Nogood::labels, Arrays::compare)
            .thenComparingInt(each -> each.cycles.size()));
    return LabelSet.minimal(sorted, Nogood::labels, meter);
  }

  /// Those independent of open choices.
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
