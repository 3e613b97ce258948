package org.parley;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/// The rules for prose in documents and comments: short sentences, and the words of the trade.
@NullMarked
final class Prose {

  private static final int MOST_WORDS = 24;
  private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`]*`");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'\u2019^%.,/-]*");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])[)*\"]*\\s+(?=\\S)");
  private static final Pattern NEW_PASSAGE = Pattern.compile("([-*]|\\d+\\.) .*|#.*|@.*");

  /// Words with a shorter or clearer equivalent in the trade. "Closed doors" are a term of the
  /// field.
  private static final Pattern DIALECT =
      Pattern.compile(
          "(?i)\\b(whoever|whosever|of whom|where (absent|left out)|(is|be) to be had)\\b"
              + "|\\b(clerks?|desks?|keepers?|knock(s|ed)?|parlours?|tellers?)\\b"
              + "|(?<!closed )\\bdoors?\\b");

  /// A description that begins with "What" names no thing: "What a rule picks" is "The selection of
  /// a rule".
  private static final Pattern WHAT = Pattern.compile("What\\b(?!-)[^?]*");

  private Prose() {}

  /// The faults of a document.
  static List<String> faults(String text) {
    List<String> faults = new ArrayList<>();
    for (String passage : passages(text)) {
      for (String sentence : SENTENCE_END.split(passage)) {
        long words = WORD.matcher(sentence).results().count();
        if (words > MOST_WORDS) {
          faults.add(words + " words: " + sentence.strip());
        }
      }
      DIALECT
          .matcher(passage)
          .results()
          .map(MatchResult::group)
          .forEach(found -> faults.add("\"" + found + "\": " + passage.strip()));
    }
    return faults;
  }

  /// The faults of a comment, which describes a thing.
  static List<String> faultsOfComment(String text) {
    List<String> faults = faults(text);
    for (String passage : passages(text)) {
      for (String sentence : SENTENCE_END.split(passage)) {
        if (WHAT.matcher(sentence.strip()).matches()) {
          faults.add("begins with \"What\": " + sentence.strip());
        }
      }
    }
    return faults;
  }

  /// Paragraphs, items of lists, tags and cells of tables, without code.
  private static List<String> passages(String text) {
    List<String> passages = new ArrayList<>();
    StringBuilder passage = new StringBuilder();
    String prose = CODE.matcher(text).replaceAll("X").replaceAll("]\\([^)]*\\)", "]");
    for (String line : prose.lines().map(String::strip).toList()) {
      boolean isRow = line.startsWith("|");
      if (isRow || line.isEmpty() || NEW_PASSAGE.matcher(line).matches()) {
        passages.add(passage.toString());
        passage.setLength(0);
      }
      if (isRow) {
        passages.addAll(List.of(line.split("\\|")));
      } else {
        passage.append(line).append(' ');
      }
    }
    passages.add(passage.toString());
    return passages;
  }
}
