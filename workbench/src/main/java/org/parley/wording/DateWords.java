package org.parley.wording;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.parley.model.date.Edtf;

/// Dates the way people write them, in one language.
public final class DateWords {

  private static final Pattern DOUBT = Pattern.compile("[?~%]");
  private static final String[] SEASONS = {"spring", "summer", "autumn", "winter"};

  /// A case has a few thousand days at most, and says some of them on every page.
  private static final int MOST_DAYS = 4_096;

  private record DayStyle(LocalDate day, TextStyle style) {}

  private final Messages messages;
  private final Map<DayStyle, String> known = new ConcurrentHashMap<>();

  /// By the date as it is written.
  private final Map<String, String> said = new ConcurrentHashMap<>();

  DateWords(Messages messages) {
    this.messages = messages;
  }

  /// "28 December 2025".
  public String day(LocalDate day) {
    return day(day, TextStyle.FULL);
  }

  /// "28 Dec 2025".
  public String shortDay(LocalDate day) {
    return day(day, TextStyle.SHORT);
  }

  private String day(LocalDate day, TextStyle style) {
    DayStyle asked = new DayStyle(day, style);
    String said = known.get(asked);
    if (said == null) {
      said = written(day, style);
      if (known.size() < MOST_DAYS) {
        known.put(asked, said);
      }
    }
    return said;
  }

  private String written(LocalDate day, TextStyle style) {
    return messages.text(
        "date.day",
        "day",
        day.getDayOfMonth(),
        "month",
        month(day.getMonth(), style),
        "year",
        String.valueOf(day.getYear()));
  }

  private String month(Month month, TextStyle style) {
    return month.getDisplayName(style, messages.language().locale());
  }

  /// "28 December 2025", "about January to March 2026".
  public String say(Edtf date) {
    String written = date.toString();
    String words = said.get(written);
    if (words == null) {
      words = inWords(written);
      if (said.size() < MOST_DAYS) {
        said.put(written, words);
      }
    }
    return words;
  }

  private String inWords(String written) {
    String plain = DOUBT.matcher(written).replaceAll("");
    String words = span(plain);
    boolean isApproximate = written.contains("~") || written.contains("%");
    boolean isUncertain = written.contains("?") || written.contains("%");
    return isApproximate || isUncertain
        ? messages.text(
            "date.doubt", "uncertain", isUncertain, "approximate", isApproximate, "date", words)
        : words;
  }

  private String span(String plain) {
    int slash = plain.indexOf('/');
    if (slash < 0) {
      return part(plain);
    }
    String from = plain.substring(0, slash);
    String to = plain.substring(slash + 1);
    if (from.isEmpty() || from.equals("..")) {
      return messages.text("date.until", "unit", unit(to), "date", part(to));
    }
    if (to.isEmpty() || to.equals("..")) {
      return messages.text("date.from", "unit", unit(from), "date", part(from));
    }
    return interval(part(from), part(to));
  }

  /// "January to March 2026", with the year once where it is the same.
  private String interval(String from, String to) {
    int space = from.lastIndexOf(' ');
    boolean isSameYear = space > 0 && to.endsWith(from.substring(space));
    return messages.text(
        "date.interval", "from", isSameYear ? from.substring(0, space) : from, "to", to);
  }

  /// The unit of a date: languages use different words for "until" with a day, a season and a
  /// month.
  private static Unit unit(String date) {
    return date.length() == 7 && Integer.parseInt(date.substring(5)) > 12
        ? Unit.SEASON
        : date.length() >= 10 ? Unit.DAY : Unit.OTHER;
  }

  private enum Unit {
    DAY,
    SEASON,
    OTHER
  }

  private String part(String date) {
    if (date.contains("T")) {
      return messages.text(
          "date.moment",
          "day",
          part(date.substring(0, 10)),
          "time",
          date.substring(11).replace("Z", " UTC"));
    }
    if (date.contains("X")) {
      String known = date.replaceAll("-?X.*", "");
      return known.length() < 4
          ? messages.text("date.decade", "year", known + "0".repeat(4 - known.length()))
          : part(known);
    }
    return switch (date.length()) {
      case 10 -> day(LocalDate.parse(date));
      case 7 -> {
        int month = Integer.parseInt(date.substring(5));
        String year = date.substring(0, 4);
        yield month > 12
            ? messages.text("date." + SEASONS[month - 21], "year", year)
            : messages.text(
                "date.month", "month", month(Month.of(month), TextStyle.FULL), "year", year);
      }
      default -> date;
    };
  }
}
