package org.parley.clause;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentText;

/// Compares the figures, dates and elements of a text in several languages.
///
/// English and French numbers in words count. In other languages they are not known, so figures
/// differ only if there are equally many of them.
final class LanguageComparison {

  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:-\\p{L}+)*");

  private static final Pattern FRENCH =
      WordPattern.pattern(
          "(?<![\\p{L}-])" + Numbers.FRENCH_WORD + "(?![\\p{L}-])", Pattern.CASE_INSENSITIVE);

  private LanguageComparison() {}

  /// The differences of each other language to the first one.
  static List<LanguageDifference> list(DocumentText first, List<DocumentText> others) {
    List<LanguageDifference> found = new ArrayList<>();
    for (DocumentText each : others) {
      compare(first, each, found);
    }
    return found;
  }

  private static void compare(
      DocumentText first, DocumentText other, List<LanguageDifference> found) {
    String own = ClauseLanguage.tag(first);
    String others = ClauseLanguage.tag(other);
    Map<String, DocumentElement> theirs = byId(other);
    Map<String, DocumentElement> ours = byId(first);
    for (Map.Entry<String, DocumentElement> each : ours.entrySet()) {
      DocumentElement our = each.getValue();
      DocumentElement their = theirs.get(each.getKey());
      if (their == null) {
        found.add(new LanguageDifference(our, own, List.of(), others, null));
      } else {
        figures(our, own, their, others, found);
      }
    }
    theirs.forEach(
        (id, their) -> {
          if (!ours.containsKey(id)) {
            found.add(new LanguageDifference(their, own, null, others, List.of()));
          }
        });
  }

  private static Map<String, DocumentElement> byId(DocumentText text) {
    Map<String, DocumentElement> elements = new LinkedHashMap<>();
    text.all().forEach(each -> elements.put(each.id(), each));
    return elements;
  }

  private static void figures(
      DocumentElement own,
      String language,
      DocumentElement their,
      String other,
      List<LanguageDifference> found) {
    List<String> ours = figures(own, language);
    List<String> theirs = figures(their, other);
    boolean isComparable = (isRead(language) && isRead(other)) || ours.size() == theirs.size();
    List<String> onlyOurs = without(ours, theirs);
    List<String> onlyTheirs = without(theirs, ours);
    if (isComparable && !(onlyOurs.isEmpty() && onlyTheirs.isEmpty())) {
      found.add(new LanguageDifference(own, language, onlyOurs, other, onlyTheirs));
    }
  }

  private static boolean isRead(String language) {
    return language.startsWith("en") || language.startsWith("fr");
  }

  private static List<String> without(List<String> all, List<String> these) {
    List<String> left = new ArrayList<>(all);
    these.forEach(left::remove);
    return left;
  }

  /// Values in digits, dates as ISO dates, and numbers in words above two, which are no articles or
  /// pronouns.
  private static List<String> figures(DocumentElement element, String language) {
    List<String> figures = new ArrayList<>();
    for (Sentences.Sentence each : Sentences.of(element, ClauseLanguage.of(language))) {
      String words = each.words();
      List<WordSpan> dates = new ArrayList<>();
      for (Dates.FoundDate date : Dates.of(language).list(words)) {
        dates.add(date.at());
        figures.add(date.day().toString());
      }
      Matcher digits = ClauseFigures.NUMERAL.matcher(words);
      while (digits.find()) {
        if (new WordSpan(digits.start(), digits.end()).isFreeOf(dates)) {
          figures.add(Numbers.plain(digits.group()));
        }
      }
      if (isRead(language)) {
        inWords(words, language, figures);
      }
    }
    return figures;
  }

  /// A number in words before the same one in digits, "thirty (30)", is one number.
  private static void inWords(String words, String language, List<String> figures) {
    Matcher word = (language.startsWith("fr") ? FRENCH : WORD).matcher(words);
    while (word.find()) {
      String rest = words.substring(word.end()).stripLeading();
      ClauseLanguage.of(language)
          .number(word.group())
          .filter(value -> value > 2 && !rest.startsWith("(" + value))
          .map(String::valueOf)
          .ifPresent(figures::add);
    }
  }
}
