package org.parley.web.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.parley.board.word.Stance;
import org.parley.web.view.Say;

/// Bars of the timeline: each counts the entries of one span of time, in pieces by stance.
///
/// @param axis the axis
/// @param unit the span of a bar
record TimelineBars(DayAxis axis, TimelineUnit unit) {

  private static final int HEIGHT = 38;

  /// From above: the stances that share a bar; empty for entries without one.
  private static final List<Optional<Stance>> STANCES =
      List.of(
          Optional.of(Stance.AGREED),
          Optional.of(Stance.AD_REFERENDUM),
          Optional.of(Stance.CONDITIONAL),
          Optional.of(Stance.OPEN),
          Optional.of(Stance.REJECTED),
          Optional.empty());

  /// How the bars of a lane are told.
  interface Telling {

    /// A number of entries of a span, in words.
    String words(String when, int count);

    /// The address of a list that has the entries of a span.
    ///
    /// @param from its first day
    /// @param to its last day
    /// @param stance of those entries
    String link(LocalDate from, LocalDate to, Optional<Stance> stance);
  }

  /// The first day of the span of a day; days outside the axis stand at its ends.
  LocalDate start(LocalDate day) {
    return unit.start(axis.inside(day));
  }

  /// The entries by the first day of their span.
  <T> SortedMap<LocalDate, List<T>> bySpan(List<T> all, Function<T, LocalDate> day) {
    SortedMap<LocalDate, List<T>> bars = new TreeMap<>();
    for (T each : all) {
      bars.computeIfAbsent(start(day.apply(each)), _ -> new ArrayList<>()).add(each);
    }
    return bars;
  }

  /// The bars of a lane, by the first day of their span.
  ///
  /// @param counts the number of entries by stance
  record Bars(SortedMap<LocalDate, Map<Optional<Stance>, Integer>> counts) {

    /// Those of entries by span.
    static <T> Bars of(Map<LocalDate, List<T>> spans, Function<T, Optional<Stance>> stance) {
      Bars bars = new Bars(new TreeMap<>());
      spans.forEach(
          (start, entries) -> entries.forEach(each -> bars.add(start, stance.apply(each), 1)));
      return bars;
    }

    void add(LocalDate start, Optional<Stance> stance, int count) {
      counts.computeIfAbsent(start, _ -> new HashMap<>()).merge(stance, count, Integer::sum);
    }

    /// The number of entries of the highest bar, at least 1.
    int most() {
      return counts.values().stream()
          .mapToInt(each -> each.values().stream().mapToInt(Integer::intValue).sum())
          .max()
          .orElse(1);
    }
  }

  /// The marks of bars.
  ///
  /// @param most the number of entries of a bar of full height
  List<TimelineChart.Mark> of(Bars bars, int most, Telling telling) {
    List<TimelineChart.Mark> marks = new ArrayList<>();
    bars.counts.forEach((start, counts) -> add(marks, start, counts, most, telling));
    return marks;
  }

  private void add(
      List<TimelineChart.Mark> marks,
      LocalDate start,
      Map<Optional<Stance>, Integer> counts,
      int most,
      Telling telling) {
    LocalDate last = unit.next(start).minusDays(1);
    int x = axis.x(start);
    int width = Math.max(3, Math.min(14, axis.x(last.plusDays(1)) - x - 1));
    int below = 0;
    String when = when(start);
    for (Optional<Stance> stance : STANCES) {
      int count = counts.getOrDefault(stance, 0);
      if (count > 0) {
        int height = Math.max(3, (int) ((long) HEIGHT * count / most));
        marks.add(
            new TimelineChart.Mark(
                "bar",
                x,
                width,
                height,
                below,
                stance.map(each -> "s-" + Say.key(each)).orElse(""),
                telling.words(when, count)
                    + stance.map(each -> " (" + Say.stance(each) + ")").orElse(""),
                telling.link(start, last, stance)));
        below += height;
      }
    }
  }

  private String when(LocalDate start) {
    return unit == TimelineUnit.DAY
        ? Say.day(start)
        : Say.text("timeline.from", "unit", unit, "day", start);
  }
}
