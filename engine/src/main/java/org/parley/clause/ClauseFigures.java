package org.parley.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the figures and dates of some words.
final class ClauseFigures {

  private static final String UNIT =
      "%|per_cent|percent|kilomet(?:er|re)s?|km|met(?:er|re)s?|m|millimet(?:er|re)s?|mm|kilograms?|kg|tonnes?|tons?"
          + "|miles?|hectares?|seconds?|minutes?|hours?|(?:(?:calendar|working|business)_)?days?|weeks?|months?"
          + "|years?|euros?|dollars?|million|thousand|billion";
  private static final String DIGITS =
      "(?<![\\p{L}\\p{Nd}])(?<!\\p{Nd}[.,/])\\p{Nd}++(?:[.,'\u00a0\u202f ]\\p{Nd}{3}(?!\\p{Nd}))*(?:[.,]\\p{Nd}++)?";
  private static final Pattern ENGLISH =
      WordPattern.pattern(
          "(?:("
              + DIGITS
              + ")|(?<![\\p{L}-])("
              + Numbers.WORD
              + ")(?![\\p{L}-]))"
              + "(?:\\s*\\(\\s*(?:\\d+|"
              + Numbers.WORD
              + ")\\s*\\))?"
              + "(?:[\\s-]*("
              + UNIT
              + ")(?!\\p{L}))?(?!\\p{L})",
          Pattern.CASE_INSENSITIVE);
  static final Pattern NUMERAL = WordPattern.pattern(DIGITS);

  private ClauseFigures() {}

  /// The figures outside some stretches. "One" alone is no figure.
  ///
  /// @param language the language; in others than English, numbers in words and units are not read
  static List<Figure> list(String words, List<WordSpan> not, String language) {
    List<Figure> found = new ArrayList<>();
    List<WordSpan> taken = new ArrayList<>(not);
    for (Dates.FoundDate each : Dates.of(language).list(words)) {
      if (each.at().isFreeOf(taken)) {
        taken.add(each.at());
        found.add(new Figure(each.at().in(words), each.day().toString(), "", true));
      }
    }
    boolean isEnglish = language.equals("en") || language.startsWith("en-");
    Matcher figure = (isEnglish ? ENGLISH : NUMERAL).matcher(words);
    while (figure.find()) {
      WordSpan at = new WordSpan(figure.start(), figure.end());
      if (at.isFreeOf(taken)) {
        (isEnglish ? english(figure, words) : Optional.of(numeral(figure.group())))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static Figure numeral(String digits) {
    return new Figure(digits, Numbers.plain(digits), "", false);
  }

  private static Optional<Figure> english(Matcher figure, String words) {
    String said = new WordSpan(figure.start(), figure.end()).in(words);
    return value(figure).map(value -> new Figure(said, value, unit(figure.group(3)), false));
  }

  private static Optional<String> value(Matcher figure) {
    if (figure.group(1) != null) {
      return Optional.of(Numbers.plain(figure.group(1)));
    }
    String word = figure.group(2);
    boolean isPronoun = word.equalsIgnoreCase("one") && figure.group(3) == null;
    return isPronoun ? Optional.empty() : Numbers.find(word).map(String::valueOf);
  }

  private static String unit(@Nullable String words) {
    if (words == null) {
      return "";
    }
    String unit = words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return switch (unit.replaceFirst("s$", "").replace(" ", "")) {
      case "percent" -> "%";
      case "kilometer", "kilometre" -> "km";
      case "meter", "metre" -> "m";
      case "millimeter", "millimetre" -> "mm";
      case "kilogram" -> "kg";
      case "tonne", "ton" -> "t";
      default -> unit.length() > 2 ? unit.replaceFirst("s$", "") : unit;
    };
  }
}
