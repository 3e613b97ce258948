package org.parley.web.api.line;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.web.view.ProblemAnswer;

/// Content negotiation by the header Accept. See RFC 9110, HTTP Semantics, 2022, section 12.5.1.
public final class Acceptable {

  private static final Pattern QUALITY =
      Pattern.compile(";\\s*q\\s*=\\s*(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)\\s*(?:;|$)");

  private static final String PAGE = "text/html";

  private Acceptable() {}

  /// Whether a problem is shown to a person: as a browser asks, who prefers pages to anything.
  ///
  /// @param accept the header Accept
  public static boolean isForPerson(@Nullable String accept) {
    return best(accept, List.of(ProblemAnswer.MEDIA_TYPE, "application/json", PAGE))
        .filter(PAGE::equals)
        .isPresent();
  }

  /// The preferred media type, the first of several; empty if none is acceptable.
  ///
  /// @param accept the header; without one, everything is acceptable
  /// @param types in the order of the server
  public static Optional<String> best(@Nullable String accept, List<String> types) {
    if (accept == null || accept.isBlank()) {
      return Optional.of(types.getFirst());
    }
    String best = null;
    int most = 0;
    for (String type : types) {
      int thousandths = quality(accept.toLowerCase(Locale.ROOT), type);
      if (thousandths > most) {
        most = thousandths;
        best = type;
      }
    }
    return Optional.ofNullable(best);
  }

  /// The quality of a type in thousandths: that of the most specific range that covers it.
  private static int quality(String accept, String type) {
    int specific = -1;
    int quality = 0;
    for (String part : accept.split(",")) {
      String range = part.split(";", 2)[0].strip();
      int rank =
          range.equals(type)
              ? 2
              : range.equals(type.substring(0, type.indexOf('/')) + "/*")
                  ? 1
                  : range.equals("*/*") ? 0 : -1;
      if (rank > specific) {
        Matcher given =
            QUALITY.matcher(
                part.substring(part.indexOf(';') < 0 ? part.length() : part.indexOf(';')));
        specific = rank;
        quality = given.find() ? thousandths(given.group(1)) : 1_000;
      }
    }
    return quality;
  }

  private static int thousandths(String quality) {
    String digits = quality.replace(".", "");
    return Integer.parseInt((digits + "000").substring(0, 4));
  }
}
