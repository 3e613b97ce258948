package org.parley.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.LocalizedText;

/// Marks words of a case that are in another language than the page, wherever they go in a
/// sentence.
///
/// The marks are the language tags of Unicode. LANGUAGE TAG and the letters of a BCP 47 tag stand
/// before the words, LANGUAGE TAG and CANCEL TAG after them. No program shows them. A page turns
/// them into `lang` attributes, as WCAG 3.1.2 asks.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc2482">RFC 2482</a>
public final class ForeignText {

  private static final int LANGUAGE_TAG = 0xE0001;
  private static final int TAGS = 0xE0000;
  private static final int CANCEL_TAG = 0xE007F;
  private static final String BEGIN = Character.toString(LANGUAGE_TAG);
  private static final String END = BEGIN + Character.toString(CANCEL_TAG);

  /// Words in one language.
  ///
  /// @param language its BCP 47 tag; null for that of the page
  public record LanguageRun(@Nullable String language, String words) {}

  private ForeignText() {}

  /// The same name, marked if it is in another language than the page.
  public static LocalizedText mark(LocalizedText name, Language page) {
    String language = name.language();
    return language == null
        ? name
        : new LocalizedText(mark(name.text(), language, page), language, name.others());
  }

  /// Words with the marks of their language, if it is not that of the page.
  public static String mark(String words, String language, Language page) {
    return isMarked(words) || Language.find(language).equals(Optional.of(page))
        ? words
        : marked(words, language);
  }

  private static String marked(String words, String language) {
    StringBuilder marked = new StringBuilder(BEGIN);
    language.chars().forEach(letter -> marked.appendCodePoint(TAGS + letter));
    return marked.append(words).append(END).toString();
  }

  /// Whether any words are marked.
  public static boolean isMarked(String text) {
    return text.contains(BEGIN);
  }

  /// The text without marks.
  public static String plain(String text) {
    if (!isMarked(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    runs(text).forEach(run -> plain.append(run.words()));
    return plain.toString();
  }

  /// A text in parts of one language each. Marks within marks end the outer ones.
  public static List<LanguageRun> runs(String text) {
    List<LanguageRun> runs = new ArrayList<>();
    String language = null;
    int from = 0;
    for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, from)) {
      add(runs, language, text.substring(from, at));
      StringBuilder tag = new StringBuilder();
      from = at + BEGIN.length();
      while (from < text.length() && isTag(text.codePointAt(from))) {
        int letter = text.codePointAt(from);
        from += Character.charCount(letter);
        if (letter == CANCEL_TAG) {
          break;
        }
        tag.appendCodePoint(letter - TAGS);
      }
      language = tag.isEmpty() ? null : tag.toString();
    }
    add(runs, language, text.substring(from));
    return runs;
  }

  private static boolean isTag(int letter) {
    return letter > LANGUAGE_TAG && letter <= CANCEL_TAG;
  }

  private static void add(List<LanguageRun> runs, @Nullable String language, String words) {
    if (!words.isEmpty()) {
      runs.add(new LanguageRun(language, words));
    }
  }

  /// The first letter in capitals, whatever marks are before it.
  public static String sentence(String text) {
    int first = 0;
    while (first < text.length() && isMark(text.codePointAt(first))) {
      first += 2;
    }
    return first == text.length()
        ? text
        : text.substring(0, first)
            + Character.toUpperCase(text.charAt(first))
            + text.substring(first + 1);
  }

  /// The text, cut to a number of characters with an ellipsis if it is longer.
  public static String shortened(String text, int longest) {
    String plain = plain(text);
    if (plain.codePointCount(0, plain.length()) <= longest) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int room = longest - 1;
    for (LanguageRun run : runs(text)) {
      int length = run.words().codePointCount(0, run.words().length());
      String kept =
          length <= room
              ? run.words()
              : run.words().substring(0, run.words().offsetByCodePoints(0, room)).strip();
      room -= Math.min(length, room);
      cut.append(run.language() == null ? kept : marked(kept, run.language()));
    }
    return cut.append("\u2026").toString();
  }

  private static boolean isMark(int letter) {
    return letter == LANGUAGE_TAG || isTag(letter);
  }
}
