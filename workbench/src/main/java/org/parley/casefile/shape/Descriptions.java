package org.parley.casefile.shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The meaning of each name in one sentence, from a file of properties.
///
/// One file is of the case format, for its schema and reference. Another is of the API.
public final class Descriptions {

  private static final Descriptions OF_CASES = in("/org/parley/casefile/descriptions.properties");

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
