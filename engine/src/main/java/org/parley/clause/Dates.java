package org.parley.clause;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The dates of a text in one language.
final class Dates {

  /// A date: a day, or the last day of a month, a quarter, a half or a year.
  record FoundDate(WordSpan at, LocalDate day) {}

  /// The names of months are those of the JDK, so that any language is read.
  private static final Map<String, Dates> OF = new ConcurrentHashMap<>();

  private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

  private static final String DAY = "(\\p{Nd}{1,2})(?:st|nd|rd|th|er|\\.)?";
  private static final String OF_THE = "(?:\\s+(?:of|de|день))?\\s+";

  private final Map<String, Integer> months = new HashMap<>();
  private final Pattern pattern;

  private Dates(Locale language) {
    for (Month each : Month.values()) {
      for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
        String name = each.getDisplayName(style, language).toLowerCase(Locale.ROOT);
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (bare.length() > 2) {
          months.putIfAbsent(bare, each.getValue());
        }
      }
    }
    if (language.getLanguage().equals("en")) {
      months.put("sept", 9);
    }
    String names =
        "(" + String.join("|", months.keySet().stream().map(Pattern::quote).toList()) + ")";
    pattern =
        Pattern.compile(
            "(?<![\\p{L}\\p{Nd}])(?:"
                + (DAY + OF_THE + names + "\\.?,?(?:\\s+de)?\\s+(\\p{Nd}{4})")
                + "|"
                + (names + "\\.?\\s+" + DAY + ",?\\s+(\\p{Nd}{4})")
                + "|(\\p{Nd}{4})-(\\p{Nd}{2})-(\\p{Nd}{2})"
                + "|(\\p{Nd}{1,2})[./](\\p{Nd}{1,2})[./](\\p{Nd}{4})"
                + "|"
                + (names + "\\.?\\s+(\\p{Nd}{4})")
                + "|(?:end\\s+of(?:\\s+the\\s+year)?|(?:la\\s+)?fin(?:\\s+de(?:\\s+l'année)?)?)\\s+(\\p{Nd}{4})"
                + "|(?:mid|mi)[- ](\\p{Nd}{4})"
                + "|(?:the\\s+|le\\s+)?(first|second|third|fourth|premier|deuxième|troisième|quatrième)\\s+"
                + "(half|quarter|semestre|trimestre)(?:\\s+(?:of|de))?\\s+(\\p{Nd}{4})"
                + ")(?![\\p{L}\\p{Nd}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  static Dates of(String language) {
    String own = language.split("-", -1)[0];
    String known = KNOWN.contains(own) ? own : "en";
    return OF.computeIfAbsent(known, each -> new Dates(Locale.forLanguageTag(each)));
  }

  List<FoundDate> list(String text) {
    List<FoundDate> found = new ArrayList<>();
    Matcher date = pattern.matcher(text);
    while (date.find()) {
      try {
        found.add(new FoundDate(new WordSpan(date.start(), date.end()), day(date)));
      } catch (DateTimeException _) {
        // digits that are no day are figures
      }
    }
    return found;
  }

  private LocalDate day(Matcher date) {
    if (date.group(1) != null) {
      return LocalDate.of(number(date, 3), month(date, 2), number(date, 1));
    }
    if (date.group(4) != null) {
      return LocalDate.of(number(date, 6), month(date, 4), number(date, 5));
    }
    if (date.group(7) != null) {
      return LocalDate.of(number(date, 7), number(date, 8), number(date, 9));
    }
    if (date.group(10) != null) {
      return LocalDate.of(number(date, 12), number(date, 11), number(date, 10));
    }
    if (date.group(13) != null) {
      return YearMonth.of(number(date, 14), month(date, 13)).atEndOfMonth();
    }
    if (date.group(16) != null) {
      return LocalDate.of(number(date, 16), 6, 30);
    }
    return date.group(17) != null
        ? YearMonth.of(number(date, 19), lastMonth(date)).atEndOfMonth()
        : LocalDate.of(number(date, 15), 12, 31);
  }

  /// The last month of a half or a quarter of a year.
  private static int lastMonth(Matcher date) {
    int count =
        switch (date.group(17).toLowerCase(Locale.ROOT)) {
          case "first", "premier" -> 1;
          case "third", "troisième" -> 3;
          case "fourth", "quatrième" -> 4;
          default -> 2;
        };
    boolean isQuarter = date.group(18).toLowerCase(Locale.ROOT).matches("quarter|trimestre");
    return count * (isQuarter ? 3 : 6);
  }

  private int month(Matcher date, int group) {
    return months.getOrDefault(date.group(group).toLowerCase(Locale.ROOT), 0);
  }

  private static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }
}
