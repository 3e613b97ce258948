package org.parley.casefile.shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.parley.wording.Language;

/// The meaning of each name in one sentence, from a file of properties.
///
/// One file is of the case format, for its schema and reference, with one for each further language
/// of forms. Another is of the API.
public final class Descriptions {

  private static final String CASES = "/org/parley/casefile/descriptions";
  private static final Descriptions OF_CASES = in(CASES + ".properties");
  private static final Map<Language, Descriptions> SPOKEN = new ConcurrentHashMap<>();

  private final Properties all;

  private Descriptions(Properties all) {
    this.all = all;
  }

  /// The descriptions of a resource of the program.
  public static Descriptions in(String resource) {
    Properties all = new Properties();
    try (InputStream in = Descriptions.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the descriptions are not in the program: " + resource);
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      all.load(reader);
      return new Descriptions(all);
    } catch (IOException e) {
      throw new IllegalStateException("reading " + resource, e);
    }
  }

  /// The meaning of a name of the case format.
  public static String of(String name) {
    return OF_CASES.get(name);
  }

  /// The meaning of a key of a record, or of a form of a choice, of the case format.
  public static String of(String name, String key) {
    return OF_CASES.get(name, key);
  }

  /// The meaning of a key of a record, or of a form of a choice, in a language.
  public static String spoken(String name, String key, Language language) {
    return SPOKEN
        .computeIfAbsent(
            language,
            each ->
                each == Language.ENGLISH ? OF_CASES : in(CASES + "_" + each.tag() + ".properties"))
        .get(name, key);
  }

  /// The names of the case format.
  public static Set<String> names() {
    return OF_CASES.list();
  }

  /// The meaning of a name.
  ///
  /// @throws IllegalStateException if it has none
  public String get(String name) {
    String found = all.getProperty(name);
    if (found == null) {
      throw new IllegalStateException("no description of " + name);
    }
    return found;
  }

  /// The meaning of a key. Keys with the same meaning everywhere are described once, under `*`.
  ///
  /// @throws IllegalStateException if it has none
  public String get(String name, String key) {
    @Nullable String shared = all.getProperty("*." + key);
    return shared != null && all.getProperty(name + "." + key) == null
        ? shared
        : get(name + "." + key);
  }

  /// All names.
  public Set<String> list() {
    return all.stringPropertyNames();
  }
}
