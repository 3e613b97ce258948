package org.parley.sequence.knots;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.exact.Meter;

/// The minimal sets that hit each of some sets, by the algorithm of Berge. There may be
/// exponentially many. A step of the meter is one set considered.
final class HittingSets {

  private HittingSets() {}

  /// The minimal sets that hit each of these; none if the meter stopped.
  static <T extends Comparable<? super T>> List<Set<T>> of(List<Set<T>> sets, Meter meter) {
    List<Set<T>> all = List.of(Set.of());
    for (Set<T> set : sets) {
      all = also(all, set, meter);
    }
    return all;
  }

  /// Those of `before` that hit one set more, and others with one of its members.
  static <T extends Comparable<? super T>> List<Set<T>> also(
      List<Set<T>> before, Set<T> set, Meter meter) {
    List<Set<T>> hit = new ArrayList<>();
    List<Set<T>> miss = new ArrayList<>();
    for (Set<T> each : before) {
      (set.stream().anyMatch(each::contains) ? hit : miss).add(each);
    }
    List<Set<T>> next = new ArrayList<>(hit);
    for (Set<T> each : miss) {
      for (T added : set) {
        Set<T> longer = new TreeSet<>(each);
        longer.add(added);
        if (meter.spend(1) || meter.holds(next.size())) {
          return List.of();
        }
        meter.heed(hit.size());
        if (hit.stream().noneMatch(longer::containsAll)) {
          next.add(longer);
        }
      }
    }
    return next;
  }
}
