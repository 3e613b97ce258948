package org.parley.reading.dates;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.parley.model.date.Edtf;

/// Says a date the way people write it, in English: "28 December 2025", "about January to March
/// 2026".
public final class DateInWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
  private static final Pattern MARK = Pattern.compile("[?~%]");
  private static final String[] SEASONS = {"spring", "summer", "autumn", "winter"};

  private DateInWords() {}

  public static String of(Edtf date) {
    String written = date.toString();
    String mark = written.contains("%") ? "perhaps about " : written.contains("~") ? "about " : "";
    String doubt = mark.isEmpty() && written.contains("?") ? "perhaps " : mark;
    String plain = MARK.matcher(written).replaceAll("");
    int slash = plain.indexOf('/');
    if (slash < 0) {
      return doubt + part(plain);
    }
    String from = plain.substring(0, slash);
    String to = plain.substring(slash + 1);
    if (from.isEmpty() || from.equals("..")) {
      return doubt + "until " + part(to);
    }
    if (to.isEmpty() || to.equals("..")) {
      return doubt + "from " + part(from);
    }
    return doubt + interval(part(from), part(to));
  }

  /// "January to March 2026", with the year once where it is the same.
  private static String interval(String from, String to) {
    int space = from.lastIndexOf(' ');
    boolean sameYear = space > 0 && to.endsWith(from.substring(space));
    return (sameYear ? from.substring(0, space) : from) + " to " + to;
  }

  private static String part(String date) {
    if (date.contains("T")) {
      return part(date.substring(0, 10)) + ", " + date.substring(11).replace("Z", " UTC");
    }
    if (date.contains("X")) {
      String known = date.replaceAll("-?X.*", "");
      return known.length() < 4 ? known + "0".repeat(4 - known.length()) + "s" : part(known);
    }
    return switch (date.length()) {
      case 10 -> LocalDate.parse(date).format(DAY);
      case 7 -> {
        int month = Integer.parseInt(date.substring(5));
        yield month > 12
            ? SEASONS[month - 21] + " " + date.substring(0, 4)
            : LocalDate.parse(date + "-01").format(MONTH);
      }
      default -> date;
    };
  }
}
