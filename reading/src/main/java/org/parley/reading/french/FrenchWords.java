package org.parley.reading.french;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.reading.language.Lexicon;

/// The French word lists as patterns. In a phrase `(e)` is an ending that may be there, and a
/// hyphen may be a blank.
final class FrenchWords {

  /// Before and after a word; an apostrophe before it ends an article.
  private static final String START = "(?<![\\p{L}\\p{N}-])";

  private static final String END = "(?![\\p{L}\\p{N}]|-\\p{L})";

  private static final Map<String, Map<String, List<String>>> FILES = new HashMap<>();

  static {
    for (String file : List.of("share", "dates", "documents", "meetings", "people", "saying")) {
      FILES.put(file, Lexicon.sections("fr", file));
    }
  }

  private FrenchWords() {}

  /// The lines under `file.heading`.
  static List<String> lines(String name) {
    String[] parts = name.split("\\.", -1);
    List<String> found = FILES.getOrDefault(parts[0], Map.of()).get(parts[1]);
    if (found == null) {
      throw new IllegalArgumentException("no heading " + name + " in the French word lists");
    }
    return found;
  }

  static Set<String> set(String name) {
    return new HashSet<>(lines(name));
  }

  /// One of the phrases under some headings, as a group that is not captured; the longest first.
  static String any(String... names) {
    List<String> phrases = new ArrayList<>();
    for (String name : names) {
      lines(name).forEach(each -> phrases.add(each.replaceFirst(" = .*", "")));
    }
    return phrases.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(FrenchWords::regex)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /// The values of the phrases under a heading, by the phrase in lower case.
  static Map<String, String> values(String name) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String line : lines(name)) {
      String[] parts = line.split(" = ", 2);
      found.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    return found;
  }

  /// The value of the first phrase under a heading that these words are.
  static String value(Map<Pattern, String> values, String words) {
    return values.entrySet().stream()
        .filter(each -> each.getKey().matcher(words).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no value of \"" + words + "\""));
  }

  /// The values of the phrases under a heading, by pattern.
  static Map<Pattern, String> valuePatterns(String name) {
    Map<Pattern, String> found = new LinkedHashMap<>();
    values(name).forEach((phrase, value) -> found.put(compiled(regex(phrase)), value));
    return found;
  }

  private static String regex(String phrase) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < phrase.length(); i++) {
      char c = phrase.charAt(i);
      switch (c) {
        case '(' -> regex.append("(?:");
        case ')' -> regex.append(")?");
        case '-' -> regex.append("[- ]");
        case '.', '%' -> regex.append('\\').append(c);
        default -> regex.append(c);
      }
    }
    return regex.toString();
  }

  /// A pattern of whole words, in capitals or not.
  static Pattern words(String regex) {
    return compiled(START + regex + END);
  }

  static Pattern compiled(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
