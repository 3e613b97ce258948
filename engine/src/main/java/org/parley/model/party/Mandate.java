package org.parley.model.party;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.LocalizedText;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.text.PointId;

/// The task of a body, and the text that gives it.
///
/// @param text its task as reported
/// @param points the points that it rests on
/// @param from the first day; default: as far back as the record goes
/// @param until the last day; default: without an end on record
/// @param source its sources
public record Mandate(
    LocalizedText text,
    List<PointId> points,
    @Nullable Edtf from,
    @Nullable Edtf until,
    List<SourceId> source) {

  public Mandate {
    points = List.copyOf(points);
    source = List.copyOf(source);
  }

  /// The mandate with its text put into other words.
  Mandate withNames(UnaryOperator<LocalizedText> names) {
    return new Mandate(names.apply(text), points, from, until, source);
  }

  /// Whether it may hold on a day.
  public boolean isOn(LocalDate day) {
    return isWithin(from, until, day);
  }

  static boolean isWithin(@Nullable Edtf from, @Nullable Edtf until, LocalDate day) {
    return (from == null || !from.earliestDay().isAfter(day))
        && (until == null || !until.latestDay().isBefore(day));
  }
}
