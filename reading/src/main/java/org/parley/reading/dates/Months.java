package org.parley.reading.dates;

import java.time.LocalDate;
import java.time.YearMonth;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// The names of months, and the year of a date without one.
final class Months {

  private final Lexicon lexicon;

  Months(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  boolean is(Token token) {
    return token.isCapital() && lexicon.get("dates.months").hasWord(token.lower().replace(".", ""));
  }

  int of(Token token) {
    return of(token.lower().replace(".", ""));
  }

  /// The number of a month by its name in lower case; 0 for other words.
  int of(String name) {
    return Integer.parseInt(lexicon.get("dates.months").valueOf(name).orElse("0"));
  }

  /// The token after a month, without the full stop of "Sept. 3".
  static int after(Sentence s, int month, int to) {
    return month + 1 < to && s.get(month + 1).is(".") ? month + 2 : month + 1;
  }

  /// The month of that number next to a day, before or after it.
  static YearMonth nearest(int month, LocalDate day, boolean ahead) {
    YearMonth same = YearMonth.of(day.getYear(), month);
    YearMonth now = YearMonth.from(day);
    if (ahead) {
      return same.isBefore(now) ? same.plusYears(1) : same;
    }
    return same.isAfter(now) ? same.minusYears(1) : same;
  }

  /// A number in figures, "3" or "3rd"; -1 for other tokens.
  static int number(Token token) {
    String digits = token.lower().replaceFirst("(st|nd|rd|th)$", "");
    return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : -1;
  }

  static boolean isYear(int number) {
    return number >= 1900 && number <= 2100;
  }
}
