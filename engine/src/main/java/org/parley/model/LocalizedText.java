package org.parley.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A name or title of a case, optionally with translations.
///
/// A plain text has no language. With translations, the language of each text is known; the first
/// one is the fallback.
///
/// @param text the text shown if no requested language is available
/// @param language its language, a BCP 47 tag; null for a plain text
/// @param others the translations, by BCP 47 tag
public record LocalizedText(String text, @Nullable String language, Map<String, String> others) {

  /// @throws IllegalArgumentException if a plain text has translations, or the language of the text
  ///   occurs twice
  public LocalizedText {
    others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
    if (language == null ? !others.isEmpty() : others.containsKey(language)) {
      throw new IllegalArgumentException(
          "a text in " + language + " with translations to " + others.keySet());
    }
  }

  /// A plain text.
  public static LocalizedText of(String text) {
    return new LocalizedText(text, null, Map.of());
  }

  /// A text in several languages.
  ///
  /// @param texts by BCP 47 tag, at least one; the first is the fallback
  public static LocalizedText of(Map<String, String> texts) {
    Map<String, String> others = new LinkedHashMap<>(texts);
    String first = texts.keySet().iterator().next();
    String text = others.remove(first);
    return new LocalizedText(text == null ? "" : text, first, others);
  }

  /// Every text by its language, the first one first; empty for a plain text.
  public Map<String, String> byLanguage() {
    Map<String, String> all = new LinkedHashMap<>();
    if (language != null) {
      all.put(language, text);
      all.putAll(others);
    }
    return all;
  }

  /// The same with the text in a language first, if available: in the language itself, else in one
  /// of its regions.
  ///
  /// @param wanted a BCP 47 tag: `fr`
  public LocalizedText in(String wanted) {
    if (language == null || isOf(wanted, language) || others.isEmpty()) {
      return this;
    }
    Optional<String> found =
        others.containsKey(wanted)
            ? Optional.of(wanted)
            : others.keySet().stream().filter(each -> isOf(wanted, each)).findFirst();
    return found
        .map(
            tag -> {
              SortedMap<String, String> rest = new TreeMap<>(byLanguage());
              return new LocalizedText(String.valueOf(rest.remove(tag)), tag, rest);
            })
        .orElse(this);
  }

  private static boolean isOf(String wanted, String tag) {
    return tag.equalsIgnoreCase(wanted)
        || tag.regionMatches(true, 0, wanted + "-", 0, wanted.length() + 1);
  }

  /// Whether a text is blank.
  public boolean isBlank() {
    return text.isBlank() || others.values().stream().anyMatch(String::isBlank);
  }

  /// The text.
  @Override
  public String toString() {
    return text;
  }
}
