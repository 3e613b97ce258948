package org.parley.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.log.Moments;

/// Moments of a log the way people write them, in one language.
public final class MomentWords {

  private static final long DAY = 86_400;

  private final Messages messages;

  public MomentWords(Messages messages) {
    this.messages = messages;
  }

  /// In the current language.
  public static MomentWords current() {
    return new MomentWords(Messages.current());
  }

  /// The day of a moment; null if it has none.
  public static @Nullable LocalDate day(long moment) {
    return moment == Moments.NEVER || moment == Moments.ALWAYS ? null : at(moment).toLocalDate();
  }

  private static ZonedDateTime at(long moment) {
    return Instant.ofEpochSecond(moment).atZone(ZoneOffset.UTC);
  }

  /// A moment: the day if it begins one, else with its time.
  public String moment(long moment) {
    LocalDate day = day(moment);
    if (day == null) {
      return messages.text(moment == Moments.NEVER ? "moment.never" : "moment.always");
    }
    LocalTime time = at(moment).toLocalTime();
    return time.toSecondOfDay() == 0
        ? messages.dates().day(day)
        : messages.text("date.moment", "day", day, "time", clock(time));
  }

  private static String clock(LocalTime time) {
    String minute = String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    return (time.getSecond() == 0
            ? minute
            : minute + String.format(Locale.ROOT, ":%02d", time.getSecond()))
        + " UTC";
  }

  /// The day of a moment, short: "1 Jun 2026".
  public String shortDay(long moment) {
    LocalDate day = day(moment);
    return day == null ? moment(moment) : messages.dates().shortDay(day);
  }

  /// From one moment until another: "1 June 2026 to 30 September 2026", with the last included day
  /// if it ends with a day.
  public String stretch(long from, long until) {
    return messages.text("moment.stretch", "from", moment(from), "until", end(until));
  }

  /// The same in a sentence: "from 1 June 2026 to 30 September 2026".
  String between(long from, long until) {
    return messages.text(
        "moment.between",
        "begins",
        from != Moments.ALWAYS,
        "ends",
        until != Moments.NEVER,
        "from",
        moment(from),
        "until",
        end(until));
  }

  private String end(long until) {
    return until == Moments.NEVER || Math.floorMod(until, DAY) != 0
        ? moment(until)
        : messages.dates().day(LocalDate.ofEpochDay(Math.floorDiv(until, DAY) - 1));
  }

  /// When something happened that lies from one moment to another: a moment, a day or a stretch.
  public String when(long from, long until) {
    return from == until
        ? moment(from)
        : until - from < DAY ? shortDay(from) : stretch(from, until + 1);
  }
}
