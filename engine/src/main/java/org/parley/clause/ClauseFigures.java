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

  static final String DIGITS =
      "(?<![\\p{L}\\p{Nd}])(?<!\\p{Nd}[.,/])\\p{Nd}++(?:[.,'\u00a0\u202f ]\\p{Nd}{3}(?!\\p{Nd}))*(?:[.,]\\p{Nd}++)?";
  static final Pattern NUMERAL = WordPattern.pattern(DIGITS);

  /// A figure or date and where it stands.
  private record FoundFigure(WordSpan at, Figure figure) {}

  /// Dates first: figures within them are none.
  private final List<FoundFigure> found = new ArrayList<>();

  private ClauseFigures() {}

  /// Reads some words. "One" alone is no figure.
  ///
  /// @param language the language; in others than English and French, numbers in words and units
  ///   are not read
  static ClauseFigures of(String words, String language) {
    ClauseFigures figures = new ClauseFigures();
    for (Dates.FoundDate each : Dates.of(language).list(words)) {
      figures.found.add(
          new FoundFigure(
              each.at(), new Figure(each.at().in(words), each.day().toString(), "", true)));
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
    List<Figure> figures = new ArrayList<>();
    List<WordSpan> taken = new ArrayList<>(not);
    for (FoundFigure each : found) {
      if (each.at.isFreeOf(taken)) {
        figures.add(each.figure);
        if (each.figure.isDate()) {
          taken.add(each.at);
        }
      }
    }
    return figures;
  }

  private static Figure numeral(String digits) {
    return new Figure(digits, Numbers.plain(digits), "", false);
  }

  private static Optional<Figure> figure(Matcher figure, ClauseLanguage language) {
    String said = figure.group();
    return value(figure, language)
        .map(value -> new Figure(said, value, unit(figure.group(3), language), false));
  }

  private static Optional<String> value(Matcher figure, ClauseLanguage language) {
    if (figure.group(1) != null) {
      return Optional.of(Numbers.plain(figure.group(1)));
    }
    Optional<Long> value = language.number(figure.group(2));
    boolean isPronoun = figure.group(3) == null && value.filter(each -> each == 1).isPresent();
    return isPronoun ? Optional.empty() : value.map(String::valueOf);
  }

  private static String unit(@Nullable String words, ClauseLanguage language) {
    return words == null
        ? ""
        : language.figures().unit().apply(words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
  }
}
