package org.parley.reading.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Publication dates in file metadata.
final class PageDates {

  private static final Pattern DAY = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:$|[T ].*)");
  private static final int FIRST_LINES = 8;
  private static final Pattern LINE =
      Pattern.compile("(?i)^(?:published|posted|date|updated)\\s*(?:on\\b)?\\s*:?\\s*");
  private static final Pattern PLACE =
      Pattern.compile("^\\p{Lu}{2}[^\\d]{1,60}, (\\d{1,2} \\p{L}{3,9} \\d{4})\\s*[-–—]");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:\\p{L}{3,9},? )?(\\d{1,2}(?:st|nd|rd|th)? \\p{L}{3,9}\\.?,? \\d{4}"
              + "|\\p{L}{3,9}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})(?:[ ,].{0,30})?");

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

  /// The day a plain text tells in its first lines: after "Published", alone on a line, or after
  /// the place it was written in.
  static Optional<LocalDate> inText(String text, String language) {
    Locale locale = Locale.forLanguageTag(language);
    return text.substring(0, Math.min(text.length(), 600))
        .lines()
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .limit(FIRST_LINES)
        .flatMap(each -> inLine(each, locale).stream())
        .findFirst();
  }

  private static Optional<LocalDate> inLine(String line, Locale locale) {
    Matcher place = PLACE.matcher(line);
    String words = place.find() ? place.group(1) : LINE.matcher(line).replaceFirst("");
    Optional<LocalDate> day = day(words);
    return day.isPresent() ? day : written(words, locale);
  }

  private static Optional<LocalDate> written(String words, Locale locale) {
    Matcher date = WRITTEN.matcher(words);
    if (!date.matches()) {
      return Optional.empty();
    }
    for (String pattern : List.of("d MMMM uuuu", "MMMM d uuuu", "d MMM uuuu", "MMM d uuuu")) {
      try {
        DateTimeFormatter format =
            new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
        String plain = date.group(1).replaceAll("(?<=\\d)(st|nd|rd|th)\\b|[.,]", "");
        return Optional.of(LocalDate.parse(plain.replaceAll("\\s+", " "), format));
      } catch (DateTimeException _) {
        // written in another way
      }
    }
    return Optional.empty();
  }
}
