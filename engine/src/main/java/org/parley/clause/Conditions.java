package org.parley.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/// Finds the conditions of a sentence: on what a norm depends, and by how many or with whose
/// consent a decision is taken. So is an event before or after which something is owed.
final class Conditions {

  private Conditions() {}

  /// Where they stand. One at the beginning or between commas ends at a comma. Another one ends
  /// with the sentence, or at a comma before a further norm.
  ///
  /// @param clocks the times of the sentence, which are no conditions
  static List<WordSpan> list(
      String sentence, List<Clocks.FoundClock> clocks, ClauseLanguage language) {
    List<WordSpan> found = new ArrayList<>();
    Matcher marker = language.conditions().marker().matcher(sentence);
    int from = 0;
    while (marker.find(from)) {
      int end = end(sentence, marker.start(), marker.end(), language);
      found.add(new WordSpan(marker.start(), end));
      from = end;
      if (from >= sentence.length()) {
        break;
      }
    }
    addFree(language.conditions().decision().matcher(sentence), List.of(), found);
    List<WordSpan> times = clocks.stream().map(Clocks.FoundClock::at).toList();
    addFree(language.conditions().order().matcher(sentence), times, found);
    return found;
  }

  private static void addFree(Matcher matcher, List<WordSpan> not, List<WordSpan> found) {
    while (matcher.find()) {
      WordSpan at = new WordSpan(matcher.start(), matcher.end());
      if (at.isFreeOf(found) && at.isFreeOf(not)) {
        found.add(at);
      }
    }
  }

  private static int end(String sentence, int start, int after, ClauseLanguage language) {
    int comma = comma(sentence, after, language);
    if (language.conditions().exception().matcher(sentence.substring(start, after)).matches()) {
      int modal = modal(sentence, after, language);
      if (modal > 0 && (comma < 0 || modal < comma)) {
        return modal;
      }
    }
    boolean isFirst = FoldedWords.words(sentence.substring(0, start)).size() <= 1;
    boolean isAfterComma = sentence.substring(0, start).stripTrailing().endsWith(",");
    boolean isInserted =
        isAfterComma
            && language.conditions().inserted().matcher(sentence.substring(start, after)).matches();
    boolean isFollowed = comma > 0 && Modals.isIn(sentence.substring(comma), language);
    if (comma > 0
        && (isFirst
            || isInserted
            || isFollowed
            || (isAfterComma && isTime(sentence, comma, language)))) {
      return comma;
    }
    int last = sentence.length();
    while (last > after && ".;:".indexOf(sentence.charAt(last - 1)) >= 0) {
      last--;
    }
    return last;
  }

  /// Where the modal verb begins whose subject has an exception; -1 for none. A verb of a relative
  /// clause belongs to the exception: "except those who shall be".
  private static int modal(String sentence, int after, ClauseLanguage language) {
    Matcher modal = language.modals().modal().matcher(sentence);
    if (!modal.find() || modal.start() < after) {
      return -1;
    }
    String gap = sentence.substring(after, modal.start());
    return language.sentences().relative().matcher(gap).find() ? -1 : trimmed(sentence, modal);
  }

  private static int trimmed(String sentence, Matcher modal) {
    int end = modal.start();
    while (end > 0 && Character.isWhitespace(sentence.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /// Whether a time follows a comma: "except the wounded, within 30 days".
  private static boolean isTime(String sentence, int comma, ClauseLanguage language) {
    return Clocks.list(sentence, language).stream()
        .map(each -> each.at().start())
        .anyMatch(each -> each > comma && sentence.substring(comma + 1, each).isBlank());
  }

  /// The first comma that belongs to no reference: "Article 9, paragraph 3," has two of its own.
  private static int comma(String sentence, int after, ClauseLanguage language) {
    List<WordSpan> references =
        TextReferences.spans(sentence, language).stream()
            .filter(each -> each.in(sentence).indexOf(',') >= 0)
            .toList();
    int comma = sentence.indexOf(',', after);
    while (comma >= 0 && isOf(references, comma)) {
      comma = sentence.indexOf(',', comma + 1);
    }
    return comma;
  }

  private static boolean isOf(List<WordSpan> references, int comma) {
    return references.stream().anyMatch(each -> each.contains(comma) || each.end() == comma);
  }
}
