package org.parley.reading.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days of publication as files tell them.
final class PageDates {

  private static final Pattern DAY = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:$|[T ].*)");
  private static final Pattern LINE =
      Pattern.compile("(?im)^\\s*(?:published|date|updated)\\s*:?\\s*(\\d{4}-\\d{2}-\\d{2})");

  private PageDates() {}

  /// The day that a date or a moment of ISO 8601 begins with.
  static Optional<LocalDate> day(String words) {
    Matcher day = DAY.matcher(words.strip());
    try {
      return day.matches()
          ? Optional.of(
              LocalDate.of(
                  Integer.parseInt(day.group(1)),
                  Integer.parseInt(day.group(2)),
                  Integer.parseInt(day.group(3))))
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// The day a plain text tells in its first lines.
  static Optional<LocalDate> inText(String text) {
    Matcher line = LINE.matcher(text.substring(0, Math.min(text.length(), 600)));
    return line.find() ? day(line.group(1)) : Optional.empty();
  }
}
