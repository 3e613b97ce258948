package org.parley.reading.french;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences of a French text, and what of it stands in quotation marks.
final class FrenchText {

  /// A longer sentence is read in parts.
  static final int LONGEST = 600;

  /// "GENÈVE, 14 mai (Agence) -" at the beginning of a paragraph.
  private static final Pattern DATELINE =
      Pattern.compile(
          "\\G *\\p{Lu}[\\p{L} '-]{1,40}(?:, [\\p{L}\\d ]{1,30}| )? ?\\([^()\\n]{1,40}\\) ?[-–—] ");

  private static final Pattern SHORT =
      Pattern.compile(
          "(?:^|[ '(])(?:MM?|Mmes?|Mlle|Dr|Me|St|Ste|art|p|[A-Z]|janv|févr|sept|oct|nov|déc)$");

  private final String plain;
  private final BitSet quoted = new BitSet();
  private final List<FrenchSentence> sentences = new ArrayList<>();

  FrenchText(String text) {
    plain = plain(text);
    markQuotations();
    Matcher dateline = DATELINE.matcher(plain);
    int paragraph = 0;
    int from = 0;
    while (from < plain.length()) {
      int end = plain.indexOf('\n', from);
      end = end < 0 ? plain.length() : end;
      dateline.region(from, end);
      split(dateline.find() ? dateline.end() : from, end, paragraph++);
      from = end + 1;
    }
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(
          switch (c) {
            case '’', '‘', 'ʼ' -> '\'';
            case '\u00A0', '\u202F', '\u2009', '\t', '\r' -> ' ';
            case '‐', '‑' -> '-';
            default -> c;
          });
    }
    return plain.toString();
  }

  /// Marks what is quoted; a paragraph ends every quotation.
  private void markQuotations() {
    boolean isOpen = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      isOpen =
          switch (c) {
            case '«', '“' -> true;
            case '»', '”', '\n' -> false;
            case '"' -> !isOpen;
            default -> isOpen;
          };
      quoted.set(i, isOpen);
    }
  }

  private void split(int from, int end, int paragraph) {
    int start = from;
    for (int i = from; i < end; i++) {
      boolean isLong = i - start >= LONGEST && plain.charAt(i) == ' ';
      if (isLong || i - start >= LONGEST + 40 || isEnd(i, start, end)) {
        add(start, i + 1, paragraph);
        start = i + 1;
      }
    }
    add(start, end, paragraph);
  }

  private boolean isEnd(int i, int start, int end) {
    char c = plain.charAt(i);
    if (".!?…".indexOf(c) < 0 || i + 1 >= end || plain.charAt(i + 1) != ' ') {
      return false;
    }
    int next = i + 1;
    while (next < end && " »”\"".indexOf(plain.charAt(next)) >= 0) {
      next++;
    }
    boolean isCapital =
        next < end
            && (Character.isUpperCase(plain.charAt(next))
                || Character.isDigit(plain.charAt(next))
                || "«“".indexOf(plain.charAt(next)) >= 0);
    String before = plain.substring(Math.max(start, i - 6), i);
    return isCapital && !(c == '.' && SHORT.matcher(before).find());
  }

  private void add(int from, int to, int paragraph) {
    String words = plain.substring(from, to);
    if (!words.isBlank()) {
      sentences.add(new FrenchSentence(words, from, paragraph));
    }
  }

  List<FrenchSentence> sentences() {
    return sentences;
  }

  /// Whether a character of the text is within quotation marks.
  boolean isQuoted(int at) {
    return quoted.get(at);
  }
}
