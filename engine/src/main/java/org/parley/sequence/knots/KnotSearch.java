package org.parley.sequence.knots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.exact.Meter;
import org.parley.sequence.Loop;
import org.parley.sequence.bounds.ChoiceSearch;
import org.parley.sequence.bounds.Encoding;
import org.parley.sequence.bounds.LabelSet;
import org.parley.sequence.bounds.Nogood;

/// Enumerates knots by the hitting sets of those found (Reiter 1987).
///
/// Under each reading of the terms, demands that hit every knot are left out. If the others cannot
/// hold, they contain a further knot; demands are left out one at a time to find it. Once all can
/// hold, every knot is known. Knots under some readings are then resolved as in [Nogood#resolve].
///
/// Cost: a search for each knot and each minimal hitting set, of which there may be exponentially
/// many. Few knots among many ways take little.
final class KnotSearch {

  private final Encoding encoding;
  private Meter meter;
  private final ChoiceSearch search;
  private final List<Nogood> knots = new ArrayList<>();
  private final int[] demands;

  KnotSearch(Encoding encoding, Meter meter) {
    this.encoding = encoding;
    this.meter = meter;
    search = new ChoiceSearch(encoding, meter);
    demands = encoding.demands();
  }

  List<Loop> loops() {
    return search.loops();
  }

  /// The knots; some of them if the meter stopped. Another call goes on with these.
  List<Nogood> knots(Meter charged) {
    meter = charged;
    search.goOn(charged);
    List<Nogood.Alternatives> terms =
        encoding.alternatives().stream().filter(Nogood.Alternatives::keep).toList();
    search(terms, 0, LabelSet.EMPTY);
    return meter.stopped()
        ? List.copyOf(knots)
        : Nogood.resolve(knots, terms, encoding.groups(), meter);
  }

  private void search(List<Nogood.Alternatives> terms, int at, int[] readings) {
    if (at == terms.size()) {
      searchUnder(readings);
      return;
    }
    for (int reading : terms.get(at).labels()) {
      if (!meter.stopped()) {
        search(terms, at + 1, LabelSet.union(readings, new int[] {reading}));
      }
    }
  }

  private void searchUnder(int[] readings) {
    List<Set<Integer>> hitting =
        HittingSets.of(
            knots.stream().filter(knot -> isUnder(knot, readings)).map(this::demandsOf).toList(),
            meter);
    Set<Set<Integer>> hold = new HashSet<>();
    for (int at = 0; at < hitting.size(); at++) {
      Set<Integer> dropped = hitting.get(at);
      if (hold.contains(dropped)) {
        continue;
      }
      int[] left = Arrays.stream(demands).filter(label -> !dropped.contains(label)).toArray();
      Optional<Nogood> conflict = search.conflict(LabelSet.union(readings, left));
      Nogood knot = conflict.map(each -> smallest(each, readings)).orElse(null);
      if (meter.stopped()) {
        return;
      }
      if (knot == null) {
        hold.add(dropped);
      } else {
        knots.add(knot);
        hitting = HittingSets.also(hitting, demandsOf(knot), meter);
        at = -1;
      }
    }
  }

  private Set<Integer> demandsOf(Nogood knot) {
    return Arrays.stream(knot.labels())
        .filter(this::isDemand)
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isUnder(Nogood knot, int[] readings) {
    return Arrays.stream(knot.labels())
        .allMatch(label -> isDemand(label) || LabelSet.contains(readings, label));
  }

  private boolean isDemand(int label) {
    return LabelSet.contains(demands, label);
  }

  /// A knot within a conflict: fewest demands first, then fewest readings.
  private Nogood smallest(Nogood conflict, int[] readings) {
    Nogood knot = conflict;
    for (int demand : conflict.labels()) {
      if (isDemand(demand) && LabelSet.contains(knot.labels(), demand)) {
        int[] rest = LabelSet.without(knot.labels(), demand);
        knot = search.conflict(LabelSet.union(readings, rest)).orElse(knot);
      }
    }
    for (int reading : knot.labels()) {
      if (!isDemand(reading) && LabelSet.contains(knot.labels(), reading)) {
        knot = search.conflict(LabelSet.without(knot.labels(), reading)).orElse(knot);
      }
    }
    return knot;
  }
}
