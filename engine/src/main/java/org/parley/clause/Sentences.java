package org.parley.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentLine;
import org.parley.model.text.Segment;

/// The sentences of an element, without those of its parts.
final class Sentences {

  /// A sentence, with plain signs.
  ///
  /// @param isOpen whether it has a bracket
  record Sentence(String words, boolean isOpen) {}

  private static final Pattern END =
      Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\"'(\\d\\ue000-])|(?<=;)\\s+");

  /// A longer one is left out: no agreement has one, and reading it would cost its square.
  private static final int LONGEST = 6_000;

  /// Private signs mark brackets while sentences are split.
  private static final char OPENED = '\ue000';

  private static final char CLOSED = '\ue001';

  private Sentences() {}

  static List<Sentence> of(DocumentElement element, ClauseLanguage language) {
    List<Sentence> sentences = new ArrayList<>();
    for (List<Segment> each : DocumentLine.paragraphs(element.words())) {
      split(paragraph(each), language.sentences().abbreviated(), sentences);
    }
    return sentences;
  }

  private static String paragraph(List<Segment> segments) {
    StringBuilder words = new StringBuilder();
    for (Segment each : segments) {
      switch (each) {
        case Segment.Plain(String said) -> words.append(FoldedWords.plain(said));
        case Segment.Bracket bracket ->
            bracket
                .alternatives()
                .forEach(
                    it ->
                        words
                            .append(OPENED)
                            .append(it.words() == null ? "" : FoldedWords.plain(it.words()))
                            .append(CLOSED));
      }
    }
    return words.toString();
  }

  private static void split(String paragraph, Pattern abbreviated, List<Sentence> sentences) {
    int from = 0;
    int depth = 0;
    int seen = 0;
    Matcher end = END.matcher(paragraph);
    while (end.find()) {
      for (; seen < end.start(); seen++) {
        depth += paragraph.charAt(seen) == OPENED ? 1 : paragraph.charAt(seen) == CLOSED ? -1 : 0;
      }
      String before = paragraph.substring(Math.max(from, end.start() - 12), end.start());
      if (depth == 0 && !abbreviated.matcher(before).find()) {
        add(paragraph.substring(from, end.start()), sentences);
        from = end.end();
      }
    }
    add(paragraph.substring(from), sentences);
  }

  private static void add(String words, List<Sentence> sentences) {
    String shown = words.strip();
    if (!shown.isEmpty() && shown.length() <= LONGEST) {
      boolean isOpen = shown.indexOf(OPENED) >= 0;
      sentences.add(new Sentence(shown.replace(OPENED, '[').replace(CLOSED, ']'), isOpen));
    }
  }
}
