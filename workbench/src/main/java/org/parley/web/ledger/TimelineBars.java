package org.parley.web.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /// How the entries of a lane are counted and told.
  ///
  /// @param <T> an entry
  interface Telling<T> {

    Optional<Stance> stance(T entry);

    /// A number of entries of a span, in words.
    String words(String when, int count);

    /// The address of a list that has the entries of a span.
    ///
    /// @param from its first day
    /// @param to its last day
    String link(List<T> entries, LocalDate from, LocalDate to);
  }

  /// The entries by the first day of their span; those outside the axis stand at its ends.
  <T> Map<LocalDate, List<T>> bySpan(List<T> all, Function<T, LocalDate> day) {
    Map<LocalDate, List<T>> bars = new TreeMap<>();
    for (T each : all) {
      LocalDate start = unit.start(axis.inside(day.apply(each)));
      bars.computeIfAbsent(start, _ -> new ArrayList<>()).add(each);
    }
    return bars;
  }

  /// The number of entries of the highest bar, at least 1.
  static <T> int most(Collection<List<T>> bars) {
    return bars.stream().mapToInt(List::size).max().orElse(1);
  }

  /// The bars of a lane.
  ///
  /// @param most the number of entries of a bar of full height
  <T> List<TimelineChart.Mark> of(Map<LocalDate, List<T>> bars, int most, Telling<T> telling) {
    List<TimelineChart.Mark> marks = new ArrayList<>();
    bars.forEach((start, entries) -> add(marks, start, entries, most, telling));
    return marks;
  }

  private <T> void add(
      List<TimelineChart.Mark> marks,
      LocalDate start,
      List<T> entries,
      int most,
      Telling<T> telling) {
    LocalDate last = unit.next(start).minusDays(1);
    int x = axis.x(start);
    int width = Math.max(3, Math.min(14, axis.x(last.plusDays(1)) - x - 1));
    int below = 0;
    Map<Optional<Stance>, List<T>> byStance =
        entries.stream().collect(Collectors.groupingBy(telling::stance));
    for (Optional<Stance> stance : STANCES) {
      List<T> here = byStance.getOrDefault(stance, List.of());
      if (!here.isEmpty()) {
        int height = Math.max(3, (int) ((long) HEIGHT * here.size() / most));
        marks.add(
            new TimelineChart.Mark(
                "bar",
                x,
                width,
                height,
                below,
                stance.map(each -> "s-" + Say.key(each)).orElse(""),
                telling.words(when(start), here.size())
                    + stance.map(each -> " (" + Say.stance(each) + ")").orElse(""),
                telling.link(here, start, last)));
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
