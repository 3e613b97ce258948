package org.parley.casefile.shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What each record, key and form of the text form means, in one sentence: what the schema and the
/// reference of the case folder say.
public final class Descriptions {

  private static final Properties ALL = read();

  private Descriptions() {}

  private static Properties read() {
    Properties all = new Properties();
    try (InputStream in =
        Descriptions.class.getResourceAsStream("/org/parley/casefile/descriptions.properties")) {
      if (in == null) {
        throw new IllegalStateException("the descriptions are not in the program");
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      all.load(reader);
      return all;
    } catch (IOException e) {
      throw new IllegalStateException("reading the descriptions", e);
    }
  }

  /// What a name means.
  public static String of(String name) {
    String found = ALL.getProperty(name);
    if (found == null) {
      throw new IllegalStateException("no description of " + name);
    }
    return found;
  }

  /// What a key of a record, or a form of a choice, means; keys that mean the same everywhere are
  /// described once, under `*`.
  public static String of(String name, String key) {
    @Nullable String shared = ALL.getProperty("*." + key);
    return shared != null && ALL.getProperty(name + "." + key) == null
        ? shared
        : of(name + "." + key);
  }

  public static Set<String> names() {
    return ALL.stringPropertyNames();
  }
}
