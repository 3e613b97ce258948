package org.parley.exchange.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Periods, degrees and countries as tables write them, in the form of the case.
final class LocalWords {

  private static final Pattern PERIOD = Pattern.compile("(\\d{1,5}) ?(\\p{L}+)\\.?");

  /// How the words of units begin, in the languages of headings.
  private static final Map<String, Pattern> UNITS =
      Map.of(
          "D",
          Pattern.compile(
              "d|days?|j|jours?|t|tage?n?|días?|dias?|дн.*|день|сут.*|доб.*|يوم.*|أيام|天|日"),
          "W",
          Pattern.compile(
              "w|weeks?|sem|semaines?|wochen?|semanas?|нед.*|тиж.*|أسبوع.*|أسابيع|周|星期"),
          "M",
          Pattern.compile("months?|mois|monate?n?|mes|meses|mês|мес.*|міс.*|شهر.*|أشهر|شهور|月"),
          "Y",
          Pattern.compile(
              "y|years?|ans?|années?|jahre?n?|años?|anos?|год(?:а|ов|у|ы)?|лет|рок.*|рік|سنة|سنوات|年"));

  /// A letter of a hemisphere before or after. O is the west in French and the east in German, so
  /// it is none.
  private static final Pattern DEGREES =
      Pattern.compile(
          "([NSEWnsew]?) ?(-?\\d{1,3}(?:[.,]\\d{1,12})?)(?:[°º] ?(?:(\\d{1,2}(?:[.,]\\d{1,9})?)[′'’] ?"
              + "(?:(\\d{1,2}(?:[.,]\\d{1,9})?)(?:[″\"”]|''|’’) ?)?)?)? ?([NSEWnsew]?)");

  /// Well-known text has the longitude first.
  private static final Pattern WELL_KNOWN =
      Pattern.compile("(?i)POINT ?\\( ?(-?[\\d.]+) +(-?[\\d.]+) ?\\)");

  /// Between two numbers whose decimals have a point, a comma needs no blank.
  private static final String PLAIN_COMMA = "(?<=\\.\\d{1,15}),(?=-?\\d{1,3}\\.)";

  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
  private static final int DECIMALS = 6;

  private LocalWords() {}

  /// A period such as "30 days" or "2 Wochen" as `P30D`, `P2W`; other words as they are.
  static String period(String words) {
    Matcher said = PERIOD.matcher(words.strip().toLowerCase(Locale.ROOT));
    if (said.matches()) {
      for (String unit : UNITS.keySet()) {
        if (Objects.requireNonNull(UNITS.get(unit)).matcher(said.group(2)).matches()) {
          return "P" + said.group(1) + unit;
        }
      }
    }
    return words;
  }

  /// The three letters of a country that is given by two; other words as they are.
  static String country(String code) {
    if (!code.matches("[A-Z]{2}")) {
      return code;
    }
    try {
      String three = Locale.of("", code).getISO3Country();
      return three.isEmpty() ? code : three;
    } catch (MissingResourceException _) {
      return code;
    }
  }

  /// Latitude and longitude of one cell, with a comma between; other words as they are.
  static String position(String cell) {
    Matcher wellKnown = WELL_KNOWN.matcher(cell.strip());
    if (wellKnown.matches()) {
      return wellKnown.group(2) + ", " + wellKnown.group(1);
    }
    String bare = cell.strip().replaceFirst("^\\(([^()]*)\\)$", "$1").strip();
    for (String between :
        new String[] {
          ";",
          "/",
          PLAIN_COMMA,
          "(?<![.,]) *, +",
          "(?<=[NSEWnsew]) +(?=\\d)",
          "(?<=[NSEWnsew\"'″′°]) +",
          "\\s+"
        }) {
      String[] parts = bare.split(between, -1);
      if (parts.length == 2) {
        boolean isEastFirst = isOf(parts[0], 'E', 'W') && isOf(parts[1], 'N', 'S');
        boolean isEither = isOf(parts[0], 'E', 'W') == isOf(parts[1], 'N', 'S');
        String latitude = decimalDegrees(parts[isEastFirst ? 1 : 0].strip());
        String longitude = decimalDegrees(parts[isEastFirst ? 0 : 1].strip());
        if (isEither && isNumber(latitude) && isNumber(longitude)) {
          return latitude + ", " + longitude;
        }
      }
    }
    return cell;
  }

  private static boolean isOf(String degrees, char one, char other) {
    String upper = degrees.toUpperCase(Locale.ROOT);
    return upper.indexOf(one) >= 0 || upper.indexOf(other) >= 0;
  }

  private static boolean isNumber(String degrees) {
    return degrees.matches("-?\\d{1,3}(?:\\.\\d+)?");
  }

  /// Degrees, minutes and seconds as decimal degrees. Other words and plain numbers stay as they
  /// are, and so do degrees with the letter of the other axis.
  ///
  /// @param isLatitude whether they are north or south
  static String degrees(String cell, boolean isLatitude) {
    boolean isOfOther = isLatitude ? isOf(cell, 'E', 'W') : isOf(cell, 'N', 'S');
    return isOfOther || cell.matches("[-−\\d., ]*") ? cell : decimalDegrees(cell);
  }

  private static String decimalDegrees(String cell) {
    Matcher said = DEGREES.matcher(cell.strip().replace('−', '-'));
    if (!said.matches() || (!said.group(1).isEmpty() && !said.group(5).isEmpty())) {
      return cell;
    }
    BigDecimal degrees = decimal(said.group(2));
    BigDecimal part =
        decimal(said.group(3))
            .add(decimal(said.group(4)).divide(SIXTY, 12, RoundingMode.HALF_EVEN));
    BigDecimal all = degrees.abs().add(part.divide(SIXTY, DECIMALS, RoundingMode.HALF_EVEN));
    String letter = (said.group(1) + said.group(5)).toUpperCase(Locale.ROOT);
    boolean isMinus = said.group(2).startsWith("-");
    if (isMinus && letter.matches("[NE]")) {
      // a minus and a letter that contradict each other
      return cell;
    }
    boolean isNegative = isMinus || letter.matches("[SW]");
    BigDecimal exact = said.group(3) == null ? degrees.abs() : all.stripTrailingZeros();
    return (isNegative ? exact.negate() : exact).toPlainString();
  }

  private static BigDecimal decimal(@Nullable String number) {
    return number == null ? BigDecimal.ZERO : new BigDecimal(number.replace(',', '.'));
  }
}
