package org.parley.reading.cases;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words made comparable: without accents, and names without the differences of transliteration.
public final class FoldedName {

  private FoldedName() {}

  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : plain(text).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  public static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  /// A name as it sounds: Zelenskyy and Zelensky, Yuri and Yury are one.
  public static String name(String word) {
    return plain(word)
        .replaceAll("[iyj]+", "i")
        .replace("kh", "h")
        .replace("ou", "u")
        .replaceAll("(.)\\1", "$1")
        .replaceAll("[^\\p{L}]", "");
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
