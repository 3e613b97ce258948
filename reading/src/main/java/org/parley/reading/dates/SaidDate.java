package org.parley.reading.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;
import org.parley.model.date.Edtf;

/// Parses a date as people say or type it, in English or French: "28 December 2025", "début 2026",
/// "from January to March 2026". Dates of [Edtf] are taken unchanged; the output of [DateInWords]
/// is read back. Months of further languages are known in single dates.
///
/// "Early", "mid" and "late" denote about the first, the middle and the last third. For a year that
/// is January to March, May to August, October to December. For a month its 1st to 10th, 11th to
/// 20th, 21st to last day. They are marked approximate. A numeric date with exchangeable day and
/// month is refused, not guessed.
public final class SaidDate {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, Integer> SEASONS =
      Map.of("spring", 21, "summer", 22, "autumn", 23, "fall", 23, "winter", 24);

  private static final String M =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
          + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + M + " (\\d{4})");
  private static final Pattern MONTH_DAY_YEAR =
      Pattern.compile(M + " (\\d{1,2})(?:st|nd|rd|th)? (\\d{4})");
  private static final Pattern MONTH_YEAR = Pattern.compile(M + "(?: of)? (\\d{4})");
  private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
  private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})");
  private static final Pattern SEASON =
      Pattern.compile("(spring|summer|autumn|fall|winter)(?: of)? (\\d{4})");
  private static final Pattern QUARTER =
      Pattern.compile(
          "(?:q([1-4]) ?|(first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: of)? )(\\d{4})");
  private static final Pattern HALF = Pattern.compile("(first|second) half(?: of)? (.+)");
  private static final Pattern DECADE = Pattern.compile("(\\d{3})0s");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern TIME =
      Pattern.compile("(.+) (\\d{2}:\\d{2}(?::\\d{2})?)(?: ?(utc|[+-]\\d{2}:\\d{2}))");
  private static final Pattern THIRD =
      Pattern.compile("(early|mid|middle|late|beginning|start|end)[ -](?:in |of |the )*(.+)");

  private SaidDate() {}

  /// Parses the date of these words.
  ///
  /// @throws InvalidValueException if they do not denote a date
  public static Edtf of(String words) {
    String plain = FrenchSaidDate.inEnglish(plain(words));
    Optional<Edtf> exact = edtf(words.strip());
    if (exact.isPresent()) {
      return exact.get();
    }
    Matcher slashed = SLASHED.matcher(plain);
    if (slashed.matches()) {
      throw ambiguous(words, slashed);
    }
    return read(plain)
        .flatMap(SaidDate::edtf)
        .or(() -> foreign(plain(words)))
        .orElseThrow(
            () -> new InvalidValueException(InvalidValue.Plain.NOT_A_SAID_DATE, words.strip()));
  }

  private static Optional<Edtf> foreign(String plain) {
    String english = ForeignSaidDate.inEnglish(plain);
    return edtf(english).or(() -> read(english).flatMap(SaidDate::edtf));
  }

  private static InvalidValueException ambiguous(String words, Matcher digits) {
    try {
      LocalDate one = day(digits.group(1), digits.group(2), digits.group(3));
      return new InvalidValueException(new InvalidValue.AmbiguousDate(one), words.strip());
    } catch (DateTimeException e) {
      return new InvalidValueException(InvalidValue.Plain.DAY_OR_MONTH, words.strip());
    }
  }

  private static String plain(String words) {
    return words
        .strip()
        .toLowerCase(Locale.ROOT)
        .replace('\u2013', '-')
        .replace('\u2014', '-')
        .replaceAll("[,\u060c\\s\u00a0\u202f\u200e\u200f]+", " ")
        .replaceAll("\\.(?= |$)", "")
        .replaceFirst("^the ", "")
        .strip();
  }

  private static Optional<Edtf> edtf(String text) {
    try {
      return Optional.of(Edtf.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The words as a date of the format.
  private static Optional<String> read(String words) {
    Matcher doubt =
        Pattern.compile(
                "(perhaps about|perhaps|maybe|possibly|about|around|circa|ca|approximately|roughly) (.+)")
            .matcher(words);
    if (doubt.matches()) {
      String mark =
          switch (doubt.group(1)) {
            case "perhaps about" -> "%";
            case "perhaps", "maybe", "possibly" -> "?";
            default -> "~";
          };
      return read(doubt.group(2)).map(date -> marked(date, mark));
    }
    if (words.endsWith("?") && words.length() > 1) {
      return read(words.substring(0, words.length() - 1).strip()).map(date -> marked(date, "?"));
    }
    Matcher open =
        Pattern.compile("(before|until|till|up to|by|from|since|after|as of) (.+)").matcher(words);
    if (open.matches() && !words.contains(" to ") && !words.contains(" and ")) {
      boolean up = List.of("before", "until", "till", "up to", "by").contains(open.group(1));
      return read(open.group(2)).map(date -> up ? "../" + last(date) : first(date) + "/..");
    }
    Matcher between =
        Pattern.compile("(?:from |between )?(.+?) ?(?: to | and | until | - |-)(.+)")
            .matcher(words);
    boolean isThird = THIRD.matcher(words).matches() && !words.contains(" to ");
    if (between.matches() && !isThird) {
      Optional<String> to = read(between.group(2).strip());
      Optional<String> from =
          read(between.group(1).strip())
              .or(() -> to.flatMap(end -> read(completed(between.group(1).strip(), end))));
      if (from.isPresent() && to.isPresent()) {
        return Optional.of(first(from.get()) + "/" + last(to.get()));
      }
    }
    return single(words);
  }

  /// "28" before "30 december 2025" is "28 december 2025"; "january" before "march 2026" is
  /// "january 2026".
  private static String completed(String from, String end) {
    String last = last(end).replaceAll("[?~%]", "");
    boolean isDay = from.matches("\\d{1,2}(st|nd|rd|th)?");
    if (isDay && last.length() == 10) {
      return from
          + " "
          + MONTHS.get(Integer.parseInt(last.substring(5, 7)) - 1)
          + " "
          + last.substring(0, 4);
    }
    return from + " " + last.substring(0, Math.min(4, last.length()));
  }

  private static String first(String date) {
    int slash = date.indexOf('/');
    return slash < 0 ? date : date.substring(0, slash);
  }

  private static String last(String date) {
    return date.substring(date.indexOf('/') + 1);
  }

  private static String marked(String date, String mark) {
    return date.matches(".*[?~%]")
        ? date
        : date.endsWith("/..") ? date.replace("/..", mark + "/..") : date + mark;
  }

  private static Optional<String> single(String words) {
    if (YEAR.matcher(words).matches()) {
      return Optional.of(words);
    }
    try {
      Matcher m = TIME.matcher(words);
      if (m.matches()) {
        String zone = "utc".equals(m.group(3)) ? "Z" : m.group(3);
        String time = m.group(2);
        return single(m.group(1)).map(date -> date + "T" + time + zone);
      }
      m = DAY_MONTH_YEAR.matcher(words);
      if (m.matches()) {
        return Optional.of(
            LocalDate.of(year(m.group(3)), month(m.group(2)), number(m.group(1))).toString());
      }
      m = MONTH_DAY_YEAR.matcher(words);
      if (m.matches()) {
        return Optional.of(
            LocalDate.of(year(m.group(3)), month(m.group(1)), number(m.group(2))).toString());
      }
      m = DOTTED.matcher(words);
      if (m.matches()) {
        return Optional.of(day(m.group(1), m.group(2), m.group(3)).toString());
      }
      m = MONTH_YEAR.matcher(words);
      if (m.matches()) {
        return Optional.of(YearMonth.of(year(m.group(2)), month(m.group(1))).toString());
      }
      m = SEASON.matcher(words);
      if (m.matches()) {
        return Optional.of(m.group(2) + "-" + SEASONS.get(m.group(1)));
      }
      m = QUARTER.matcher(words);
      if (m.matches()) {
        int quarter = m.group(1) != null ? number(m.group(1)) : ordinal(m.group(2));
        int from = 3 * quarter - 2;
        return Optional.of(months(year(m.group(3)), from, from + 2));
      }
      m = DECADE.matcher(words);
      if (m.matches()) {
        return Optional.of(m.group(1) + "X");
      }
      m = HALF.matcher(words);
      if (m.matches()) {
        return half(m.group(1).equals("first"), m.group(2));
      }
      m = THIRD.matcher(words);
      if (m.matches()) {
        return third(m.group(1), m.group(2));
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<String> half(boolean first, String of) {
    return single(of)
        .flatMap(
            date -> {
              if (date.length() == 4) {
                return Optional.of(first ? months(year(date), 1, 6) : months(year(date), 7, 12));
              }
              return date.matches("\\d{4}-(0\\d|1[0-2])")
                  ? Optional.of(
                      first
                          ? days(date, 1, 15)
                          : days(date, 16, YearMonth.parse(date).lengthOfMonth()))
                  : Optional.empty();
            });
  }

  private static Optional<String> third(String which, String of) {
    int part =
        switch (which) {
          case "early", "beginning", "start" -> 0;
          case "mid", "middle" -> 1;
          default -> 2;
        };
    return single(of)
        .flatMap(
            date -> {
              if (date.length() == 4) {
                int from = List.of(1, 5, 10).get(part);
                int to = List.of(3, 8, 12).get(part);
                return Optional.of(months(year(date), from, to) + "~");
              }
              if (!date.matches("\\d{4}-(0\\d|1[0-2])")) {
                return Optional.empty();
              }
              int last = part == 2 ? YearMonth.parse(date).lengthOfMonth() : 10 * (part + 1);
              return Optional.of(days(date, 10 * part + 1, last) + "~");
            });
  }

  private static String months(int year, int from, int to) {
    return YearMonth.of(year, from) + "/" + YearMonth.of(year, to);
  }

  private static String days(String month, int from, int to) {
    YearMonth in = YearMonth.parse(month);
    return in.atDay(from) + "/" + in.atDay(to);
  }

  private static LocalDate day(String day, String month, String year) {
    return LocalDate.of(year(year), number(month), number(day));
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3)) + 1;
  }

  private static int ordinal(String word) {
    return switch (word) {
      case "first", "1st" -> 1;
      case "second", "2nd" -> 2;
      case "third", "3rd" -> 3;
      default -> 4;
    };
  }

  private static int year(String digits) {
    return Integer.parseInt(digits);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
