package org.parley.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the figures and dates of some words.
final class ClauseFigures {

  static final String DIGITS =
      "(?<![\\p{L}\\p{Nd}])(?<!\\p{Nd}[.,/])\\p{Nd}++(?:[.,'\u00a0\u202f ]\\p{Nd}{3}(?!\\p{Nd}))*(?:[.,]\\p{Nd}++)?";
  static final Pattern NUMERAL = WordPattern.pattern(DIGITS);

  /// A figure or date and where it stands.
  private record FoundFigure(WordSpan at, Figure figure) {}

  private static final Pattern TIME_OF_DAY =
      WordPattern.pattern(
          "(?<![\\p{Nd}:])(\\p{Nd}{1,2})(?::|\\s?h\\s?)(\\p{Nd}{2})(?![\\p{Nd}:])(?:_(?:hours?|heures?|hrs)\\b)?",
          Pattern.CASE_INSENSITIVE);

  /// Dates and times of day first: figures within them are none.
  private final List<FoundFigure> found = new ArrayList<>();

  private ClauseFigures() {}

  /// Reads some words. "One" alone is no figure.
  ///
  /// @param language the language; in others than English and French, numbers in words, units and
  ///   bounds are not read
  static ClauseFigures of(String words, String language) {
    ClauseFigures figures = new ClauseFigures();
    for (Dates.FoundDate each : Dates.of(language).list(words)) {
      figures.found.add(
          new FoundFigure(
              each.at(), new Figure(each.at().in(words), each.day().toString(), "", "", true)));
    }
    Matcher time = TIME_OF_DAY.matcher(words);
    while (time.find()) {
      String hours = Numbers.plain(time.group(1));
      String value = hours + ":" + Numbers.plain("1" + time.group(2)).substring(1);
      figures.found.add(
          new FoundFigure(
              new WordSpan(time.start(), time.end()),
              new Figure(time.group(), value, "", "", true)));
    }
    boolean isRead = ClauseLanguage.isRead(language);
    ClauseLanguage own = ClauseLanguage.of(language);
    Matcher figure = (isRead ? own.figures().figure() : NUMERAL).matcher(words);
    while (figure.find()) {
      WordSpan at = new WordSpan(figure.start(), figure.end());
      (isRead ? figure(figure, own) : Optional.of(numeral(figure.group())))
          .ifPresent(each -> figures.found.add(new FoundFigure(at, each)));
    }
    return figures;
  }

  /// The figures outside some stretches.
  List<Figure> outside(List<WordSpan> not) {
    return outside(not, List.of());
  }

  /// The figures outside some stretches, and outside examples. A bound or a share within examples
  /// is a figure all the same: "including at least three women".
  List<Figure> outside(List<WordSpan> not, List<WordSpan> examples) {
    List<Figure> figures = new ArrayList<>();
    List<WordSpan> taken = new ArrayList<>(not);
    for (FoundFigure each : found) {
      boolean isLimit = !each.figure.bound().isEmpty() || each.figure.unit().equals("%");
      if (each.at.isFreeOf(taken) && (isLimit || each.at.isFreeOf(examples))) {
        figures.add(each.figure);
        if (each.figure.isDate()) {
          taken.add(each.at);
        }
      }
    }
    return figures;
  }

  /// Some words with each figure as it is compared: "sixty (60) days" and "60 days" are the same.
  static String compared(String words, ClauseLanguage language) {
    return language
        .figures()
        .figure()
        .matcher(words)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    figure(found, language)
                        .map(each -> each.bound() + " " + each.value() + " " + each.unit())
                        .orElse(found.group())));
  }

  private static Figure numeral(String digits) {
    return new Figure(digits, Numbers.plain(digits), "", "", false);
  }

  private static Optional<Figure> figure(MatchResult figure, ClauseLanguage language) {
    String said = figure.group();
    String words = figure.group("bound");
    String bound = words == null ? "" : language.bound(spaced(words));
    String whole = figure.group("whole");
    return whole == null
        ? value(figure, language)
            .map(value -> new Figure(said, value, unit(figure, language), bound, false))
        : Optional.of(share(said, figure.group("part"), whole, bound, language));
  }

  /// A part of a whole, in percent where that is exact.
  private static Figure share(
      String said, @Nullable String part, String whole, String bound, ClauseLanguage language) {
    long parts = part == null ? 1 : language.number(part).orElse(1L);
    int of = language.figures().part().applyAsInt(spaced(whole));
    return parts * 100 % of == 0
        ? new Figure(said, String.valueOf(parts * 100 / of), "%", bound, false)
        : new Figure(said, parts + "/" + of, "%", bound, false);
  }

  private static Optional<String> value(MatchResult figure, ClauseLanguage language) {
    if (figure.group("digits") != null) {
      return Optional.of(Numbers.plain(figure.group("digits")));
    }
    Optional<Long> value = language.number(figure.group("number"));
    boolean isPronoun = figure.group("unit") == null && value.filter(each -> each == 1).isPresent();
    return isPronoun ? Optional.empty() : value.map(String::valueOf);
  }

  /// The unit, with a currency before or after the figure: "USD 5 million", "5 million dollars".
  private static String unit(MatchResult figure, ClauseLanguage language) {
    String[] after = spaced(figure.group("unit")).split(" (?!cent)", 2);
    StringBuilder unit = new StringBuilder(language.figures().unit().apply(after[0]));
    if (after.length > 1) {
      unit.append(' ').append(language.figures().unit().apply(after[1]));
    }
    if (figure.group("money") != null) {
      unit.append(' ').append(language.figures().unit().apply(spaced(figure.group("money"))));
    }
    return unit.toString().strip();
  }

  private static String spaced(@Nullable String words) {
    return words == null ? "" : words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
