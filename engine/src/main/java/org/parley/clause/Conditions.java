package org.parley.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the conditions of an English sentence.
final class Conditions {

  private static final Pattern MARKER =
      WordPattern.pattern(
          "^\\s*(?:where|when|whenever|once)\\b|\\b(?:if(?!\\s+(?:possible|necessary|appropriate|any))|unless|provided_that|on_(?:the_)?condition_that"
              + "|subject_to|in_case(?:_of)?|in_the_event_(?:of|that)|except|with_the_exception_of"
              + "|only_(?:when|after|once)|as_long_as)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern INSERTED =
      WordPattern.pattern("(?:if|unless|in_case|in_the_event).*", Pattern.CASE_INSENSITIVE);

  private Conditions() {}

  /// Where they stand. One at the beginning or between commas ends at a comma. Another one ends
  /// with the sentence, or at a comma before a further norm.
  static List<WordSpan> list(String sentence) {
    List<WordSpan> found = new ArrayList<>();
    Matcher marker = MARKER.matcher(sentence);
    int from = 0;
    while (marker.find(from)) {
      int end = end(sentence, marker.start(), marker.end());
      found.add(new WordSpan(marker.start(), end));
      from = end;
      if (from >= sentence.length()) {
        break;
      }
    }
    return found;
  }

  private static int end(String sentence, int start, int after) {
    int comma = comma(sentence, after);
    boolean isFirst = FoldedWords.words(sentence.substring(0, start)).size() <= 1;
    boolean isInserted =
        sentence.substring(0, start).stripTrailing().endsWith(",")
            && INSERTED.matcher(sentence.substring(start, after)).matches();
    boolean isFollowed = comma > 0 && Modals.isIn(sentence.substring(comma));
    if (comma > 0 && (isFirst || isInserted || isFollowed)) {
      return comma;
    }
    int last = sentence.length();
    while (last > after && ".;:".indexOf(sentence.charAt(last - 1)) >= 0) {
      last--;
    }
    return last;
  }

  /// The first comma that belongs to no reference: "Article 9, paragraph 3," has two of its own.
  private static int comma(String sentence, int after) {
    List<WordSpan> references =
        TextReferences.spans(sentence).stream()
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
