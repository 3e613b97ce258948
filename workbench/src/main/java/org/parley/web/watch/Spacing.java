package org.parley.web.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.parley.wording.Language;

/// How far apart dates stand, or how long stretches are that are counted: from the closest to the
/// widest.
enum Spacing {
  HOURS(ChronoUnit.HOURS, 6, "d MMM, HH:mm"),
  DAY(ChronoUnit.DAYS, 1, "d MMM yyyy"),
  DAYS(ChronoUnit.DAYS, 3, "d MMM yyyy"),
  WEEK(ChronoUnit.DAYS, 7, "d MMM yyyy"),
  MONTH(ChronoUnit.MONTHS, 1, "MMM yyyy"),
  QUARTER(ChronoUnit.MONTHS, 3, "MMM yyyy"),
  YEAR(ChronoUnit.YEARS, 1, "yyyy"),
  LUSTRUM(ChronoUnit.YEARS, 5, "yyyy"),
  DECADES(ChronoUnit.YEARS, 20, "yyyy"),
  CENTURY(ChronoUnit.YEARS, 100, "yyyy");

  private final ChronoUnit unit;
  private final int count;
  private final String format;

  Spacing(ChronoUnit unit, int count, String format) {
    this.unit = unit;
    this.count = count;
    this.format = format;
  }

  ZonedDateTime first(long from) {
    LocalDate day = Instant.ofEpochSecond(from).atZone(ZoneOffset.UTC).toLocalDate();
    if (unit == ChronoUnit.MONTHS) {
      day = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / count * count + 1);
    } else if (unit == ChronoUnit.YEARS) {
      day = LocalDate.of(Math.floorDiv(day.getYear(), count) * count, 1, 1);
    }
    return day.atStartOfDay(ZoneOffset.UTC);
  }

  /// A date as a label of the axis, in the language of the page.
  String said(ZonedDateTime at) {
    return at.format(DateTimeFormatter.ofPattern(format, Language.current().locale()));
  }

  ZonedDateTime next(ZonedDateTime at) {
    return at.plus(count, unit);
  }

  /// The beginnings of its intervals, from the one that contains `from` on; stops beyond `most`.
  List<Long> starts(long from, long until, int most) {
    List<Long> starts = new ArrayList<>();
    ZonedDateTime at = first(from);
    while (at.toEpochSecond() < until && starts.size() <= most) {
      starts.add(at.toEpochSecond());
      at = next(at);
    }
    return starts;
  }
}
