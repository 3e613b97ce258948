package org.parley.reading.cases;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words made comparable: without accents, and names without the differences of transliteration.
public final class FoldedName {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// "U.S.", which is written without points too.
  private static final Pattern ABBREVIATION =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\p{L}\\.){2,}");

  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern SOUNDS_I = Pattern.compile("[iyj]+");
  private static final Pattern TWICE = Pattern.compile("(.)\\1");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]");

  private FoldedName() {}

  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : NO_WORD.split(plain(withoutPoints(text)))) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /// The text with its abbreviations as letters: "US" for "U.S.".
  static String withoutPoints(String text) {
    return text.indexOf('.') < 0
        ? text
        : ABBREVIATION.matcher(text).replaceAll(each -> each.group().replace(".", ""));
  }

  public static String plain(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /// A name as it sounds: Zelenskyy and Zelensky, Yuri and Yury are one.
  public static String name(String word) {
    String oneI = SOUNDS_I.matcher(plain(word)).replaceAll("i");
    String simple = oneI.replace("kh", "h").replace("ou", "u");
    return NO_LETTER.matcher(TWICE.matcher(simple).replaceAll("$1")).replaceAll("");
  }

  public static String lastName(String name) {
    List<String> words = words(name);
    return words.isEmpty() ? "" : name(words.getLast());
  }

  /// A word without the ending of its plural.
  public static String stem(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
