package org.parley.exchange.sheet;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How days and decimal numbers are written in one file.
///
/// @param days the order of day and month in `03/04/2025`
/// @param decimals the sign before the decimals
public record LocalForms(DayOrder days, DecimalSign decimals) {

  /// Nothing is known: cells that could be read in two ways are asked about.
  public static final LocalForms UNKNOWN = new LocalForms(DayOrder.UNKNOWN, DecimalSign.UNKNOWN);

  private static final Pattern SLASHED =
      Pattern.compile("(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4}|(?<=/)\\d{2})");
  private static final Pattern NUMBER =
      Pattern.compile("([-+]?\\d{1,18}(?:[.,]\\d{3})*)(?:([.,])(\\d+))?");
  private static final int GROUP = 3;

  /// The sign before decimals.
  public enum DecimalSign {
    UNKNOWN,
    POINT,
    COMMA;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The sign with a name; unknown for others.
    public static DecimalSign of(@Nullable String word) {
      return Arrays.stream(values())
          .filter(each -> each.word().equals(word))
          .findFirst()
          .orElse(UNKNOWN);
    }
  }

  /// These forms; what is unknown of them and asked for as others have it.
  public LocalForms or(LocalForms others, boolean asksDays, boolean asksDecimals) {
    return new LocalForms(
        asksDays && days == DayOrder.UNKNOWN ? others.days : days,
        asksDecimals && decimals == DecimalSign.UNKNOWN ? others.decimals : decimals);
  }

  /// These forms; what is unknown of them as the cells of the file show it.
  public LocalForms settled(Collection<String> dates, Collection<String> numbers) {
    return new LocalForms(
        days == DayOrder.UNKNOWN ? days(dates) : days,
        decimals == DecimalSign.UNKNOWN ? decimals(numbers) : decimals);
  }

  private static DayOrder days(Collection<String> cells) {
    boolean isDayFirst = false;
    boolean isMonthFirst = false;
    for (String cell : cells) {
      Matcher parts = SLASHED.matcher(NumericDates.plain(cell));
      if (parts.matches()) {
        isDayFirst |= Integer.parseInt(parts.group(1)) > 12;
        isMonthFirst |= Integer.parseInt(parts.group(3)) > 12;
      }
    }
    return isDayFirst == isMonthFirst
        ? DayOrder.UNKNOWN
        : isDayFirst ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST;
  }

  private static DecimalSign decimals(Collection<String> cells) {
    boolean isComma = false;
    boolean isPoint = false;
    for (String cell : cells) {
      DecimalSign shown = shown(PlainNumbers.of(cell));
      isComma |= shown == DecimalSign.COMMA;
      isPoint |= shown == DecimalSign.POINT;
    }
    return isComma == isPoint
        ? DecimalSign.UNKNOWN
        : isComma ? DecimalSign.COMMA : DecimalSign.POINT;
  }

  /// The decimal sign of a number whose other reading is impossible.
  private static DecimalSign shown(String number) {
    if (!number.matches("[-+]?\\d+([.,]\\d+)+")) {
      return DecimalSign.UNKNOWN;
    }
    int comma = number.lastIndexOf(',');
    int point = number.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
      return comma > point ? DecimalSign.COMMA : DecimalSign.POINT;
    }
    char sign = comma >= 0 ? ',' : '.';
    DecimalSign meant = comma >= 0 ? DecimalSign.COMMA : DecimalSign.POINT;
    boolean isGrouped = number.indexOf(sign) != number.lastIndexOf(sign);
    if (isGrouped) {
      return comma >= 0 ? DecimalSign.POINT : DecimalSign.COMMA;
    }
    boolean isEither =
        number.length() - number.indexOf(sign) - 1 == GROUP
            && number.replaceFirst("^[-+]", "").indexOf(sign) <= GROUP
            && !number.matches("[-+]?0[.,].*");
    return isEither ? DecimalSign.UNKNOWN : meant;
  }

  /// A day in the form of the case; other words as they are; empty if it may be two days.
  public Optional<String> date(String cell) {
    String plain = NumericDates.plain(cell);
    Matcher parts = SLASHED.matcher(plain);
    if (!parts.matches()) {
      return Optional.of(plain);
    }
    int first = Integer.parseInt(parts.group(1));
    int second = Integer.parseInt(parts.group(3));
    boolean isSure = first > 12 || second > 12 || first == second;
    if (days == DayOrder.UNKNOWN && !isSure) {
      return Optional.empty();
    }
    boolean isDayFirst =
        days == DayOrder.UNKNOWN ? first > 12 || second <= 12 : days == DayOrder.DAY_FIRST;
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s-%02d-%02d",
            NumericDates.year(parts.group(4)),
            isDayFirst ? second : first,
            isDayFirst ? first : second));
  }

  /// Whether the signs of a whole number stand between thousands. Three zeros alone may be
  /// decimals.
  private boolean isGrouped(String bare) {
    boolean isZeros = bare.matches("[-+]?\\d{1,3}[.,]000");
    DecimalSign sign = bare.indexOf(',') >= 0 ? DecimalSign.COMMA : DecimalSign.POINT;
    return bare.matches("[-+]?[1-9]\\d{0,2}([.,]\\d{3})+")
        && (!isZeros || (decimals != DecimalSign.UNKNOWN && decimals != sign));
  }

  /// A number with a decimal point; other words as they are; empty if it may be two numbers.
  ///
  /// @param isWhole whether it has no decimals
  public Optional<String> number(String cell, boolean isWhole) {
    String bare = PlainNumbers.of(cell);
    if (!NUMBER.matcher(bare).matches()) {
      return Optional.of(cell);
    }
    if (isWhole && isGrouped(bare)) {
      return Optional.of(bare.replaceAll("[.,+]", ""));
    }
    DecimalSign shown = shown(bare);
    DecimalSign sign = shown == DecimalSign.UNKNOWN ? decimals : shown;
    if (sign == DecimalSign.UNKNOWN) {
      return bare.matches("[-+]?\\d+") ? Optional.of(bare.replace("+", "")) : Optional.empty();
    }
    String plain =
        sign == DecimalSign.COMMA ? bare.replace(".", "").replace(',', '.') : bare.replace(",", "");
    return Optional.of((isWhole ? plain.replaceFirst("\\.0+$", "") : plain).replace("+", ""));
  }
}
