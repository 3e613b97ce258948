package org.parley.exchange.incidents.records;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.guarantees.log.Moments;
import org.parley.model.date.Edtf;

/// Writes stretches of seconds as dates that mean the same seconds.
final class SpanDates {

  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;

  private SpanDates() {}

  /// From the first to the last second.
  static Edtf of(long earliest, long latest) {
    boolean isDays = isStart(earliest) && isEnd(latest);
    String from = earliest == Moments.ALWAYS ? ".." : isDays ? day(earliest) : moment(earliest);
    String to = latest == Moments.NEVER ? ".." : isDays ? day(latest) : moment(latest);
    return Edtf.of(from.equals(to) ? from : from + "/" + to);
  }

  /// A day that counts from its end, or a moment.
  static Edtf known(long moment) {
    return isEnd(moment) ? Edtf.of(day(moment)) : Edtf.of(moment(moment));
  }

  private static boolean isStart(long moment) {
    return moment == Moments.ALWAYS
        || Math.floorMod(moment, ChronoUnit.DAYS.getDuration().toSeconds()) == 0;
  }

  private static boolean isEnd(long moment) {
    return moment == Moments.NEVER || isStart(moment + 1);
  }

  private static String day(long moment) {
    return date(moment).toString();
  }

  private static String moment(long moment) {
    date(moment);
    return Instant.ofEpochSecond(moment).toString();
  }

  private static LocalDate date(long moment) {
    try {
      LocalDate day = Instant.ofEpochSecond(moment).atOffset(ZoneOffset.UTC).toLocalDate();
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new UnusableRecordException(LogRecordFault.Plain.DAY_BEYOND_CALENDAR);
  }
}
