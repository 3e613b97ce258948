package org.parley.web.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Which way out of a knot touches which demand: ways across, demands down.
///
/// @param ways the numbers of the ways, as the list below has them
/// @param rows the readings and demands, those of most ways first
public record RemedyMatrix(List<Integer> ways, List<Row> rows) {

  /// A reading to settle on, or a demand to drop.
  ///
  /// @param words the reading or demand
  /// @param isReading whether it is a reading
  /// @param in by way, whether it is part of it
  public record Row(String words, boolean isReading, List<Boolean> in) {
    public Row {
      in = List.copyOf(in);
    }

    /// How many ways it is part of.
    public long count() {
      return in.stream().filter(each -> each).count();
    }
  }

  public RemedyMatrix {
    ways = List.copyOf(ways);
    rows = List.copyOf(rows);
  }

  static RemedyMatrix of(List<WayView> ways) {
    Set<String> readings = new LinkedHashSet<>();
    Set<String> demands = new LinkedHashSet<>();
    ways.forEach(way -> readings.add(way.settle()));
    ways.forEach(way -> demands.addAll(way.giveUp()));
    readings.remove("");
    List<Row> rows = new ArrayList<>();
    readings.forEach(
        each ->
            rows.add(
                new Row(each, true, ways.stream().map(way -> way.settle().equals(each)).toList())));
    demands.forEach(
        each ->
            rows.add(
                new Row(
                    each, false, ways.stream().map(way -> way.giveUp().contains(each)).toList())));
    rows.sort(Comparator.comparingLong(Row::count).reversed());
    return new RemedyMatrix(IntStream.rangeClosed(1, ways.size()).boxed().toList(), rows);
  }

  /// Whether it says more than the list: there are several ways.
  public boolean isDrawn() {
    return ways.size() > 1 && !rows.isEmpty();
  }
}
