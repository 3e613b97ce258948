package org.parley.reading.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.reading.TextLanguage;

/// The countries of ISO 3166 as one language names them: names, adjectives, seats of government.
public final class Countries {

  /// A country.
  ///
  /// @param iso3 its ISO 3166-1 alpha-3 code
  /// @param names its usual name first
  /// @param adjectives its adjectives
  /// @param seats its capital and other names for its government
  public record Country(
      String iso3, List<String> names, List<String> adjectives, List<String> seats) {}

  private static final Map<String, Countries> LOADED = new ConcurrentHashMap<>();

  private final Map<String, Country> byWord = new HashMap<>();
  private final Map<String, Country> byCode = new HashMap<>();

  private Countries(String language) {
    for (String line : text(file(language))) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\\|", -1);
      Country country = new Country(parts[0], list(parts[1]), list(parts[2]), list(parts[3]));
      byCode.put(country.iso3, country);
      List<String> all = new ArrayList<>(country.names);
      all.addAll(country.adjectives);
      all.addAll(country.seats);
      all.forEach(word -> byWord.putIfAbsent(word.toLowerCase(Locale.ROOT), country));
    }
  }

  private static String file(String language) {
    return "/org/parley/reading/language/" + language + "/countries.txt";
  }

  private static List<String> list(String part) {
    return Arrays.stream(part.split(",")).filter(each -> !each.isBlank()).toList();
  }

  private static List<String> text(String name) {
    try (InputStream in = Countries.class.getResourceAsStream(name)) {
      if (in == null) {
        return List.of();
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The countries in a language.
  public static Countries of(String language) {
    return LOADED.computeIfAbsent(
        language.split("-", 2)[0].toLowerCase(Locale.ROOT), Countries::new);
  }

  /// The language whose list serves for the parties of a text: its own, else English.
  public static String serving(String language) {
    boolean isPresent = Countries.class.getResource(file(TextLanguage.primary(language))) != null;
    return isPresent ? language : "en";
  }

  /// The country of a word, as its name, adjective or capital.
  public Optional<Country> find(String word) {
    return Optional.ofNullable(byWord.get(word.toLowerCase(Locale.ROOT)));
  }

  /// The country with this code.
  public Optional<Country> withCode(String iso3) {
    return Optional.ofNullable(byCode.get(iso3));
  }
}
