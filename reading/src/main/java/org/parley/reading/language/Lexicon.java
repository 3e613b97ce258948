package org.parley.reading.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.reading.TextLanguage;

/// The word lists of one language: files of phrases under headings. A new language is a new folder.
///
/// A file holds headings in brackets and one phrase per line; `#` begins a comment. A phrase is a
/// list of words as lemmas or as written. `a|b` means either, `~` up to four words in between, and
/// `= value` maps a phrase to a value.
public final class Lexicon {

  private static final Map<String, Lexicon> LOADED = new ConcurrentHashMap<>();
  private static final List<String> FILES =
      List.of(
          "saying",
          "stance",
          "share",
          "people",
          "documents",
          "meetings",
          "dates",
          "scope",
          "topics",
          "predicates",
          "grammar",
          "script",
          "gate");

  private final Map<String, Phrases> sections = new HashMap<>();
  private final Map<String, List<String>> lines = new HashMap<>();
  private final Set<String> words = new HashSet<>();

  private Lexicon(String language) {
    for (String file : FILES) {
      sections(language, file).forEach((heading, all) -> put(file + "." + heading, all));
    }
    sections.values().forEach(each -> words.addAll(each.words()));
  }

  private void put(String name, List<String> all) {
    lines.put(name, List.copyOf(all));
    sections.put(name, Phrases.of(all));
  }

  /// The lines under a heading, as written.
  public List<String> lines(String name) {
    return lines.getOrDefault(name, List.of());
  }

  /// The lists of a language; read once.
  ///
  /// @throws IllegalArgumentException if there are none, with the available languages
  public static Lexicon of(String language) {
    String primary = TextLanguage.primary(language);
    if (!isPresent(language)) {
      throw new IllegalArgumentException(
          "no word lists for the language \"" + language + "\". Maybe read with --language en");
    }
    return LOADED.computeIfAbsent(primary, Lexicon::new);
  }

  /// Whether there are all lists of a language, those of stances among them.
  public static boolean isPresent(String language) {
    return Lexicon.class.getResource(TextLanguage.primary(language) + "/stance.txt") != null;
  }

  /// The language whose lists serve for the records made of a text: its own, else English.
  public static String serving(String language) {
    return isPresent(language) ? language : "en";
  }

  /// The phrases under a heading, as `file.heading`.
  public Phrases get(String name) {
    Phrases found = sections.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no heading " + name + " in the word lists");
    }
    return found;
  }

  /// Whether any list has a word, alone or in a phrase.
  boolean isKnown(String word) {
    return words.contains(word);
  }

  /// The lines of one file under their headings, as written.
  ///
  /// @throws IllegalArgumentException if there is no such file
  public static Map<String, List<String>> sections(String language, String file) {
    Map<String, List<String>> headings = new LinkedHashMap<>();
    String heading = "";
    for (String line : text(language + "/" + file + ".txt").split("\n")) {
      String plain = line.replaceFirst("#.*", "").strip();
      if (plain.startsWith("[")) {
        heading = plain.substring(1, plain.length() - 1);
        headings.putIfAbsent(heading, new java.util.ArrayList<>());
      } else if (!plain.isEmpty()) {
        headings.computeIfAbsent(heading, _ -> new java.util.ArrayList<>()).add(plain);
      }
    }
    return headings;
  }

  static String text(String name) {
    try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no word list " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
