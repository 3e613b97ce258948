package org.parley.casefile.shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The meaning of each record, key and form in one sentence, for the schema and the reference of
/// the case folder.
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

  /// The meaning of a name.
  public static String of(String name) {
    String found = ALL.getProperty(name);
    if (found == null) {
      throw new IllegalStateException("no description of " + name);
    }
    return found;
  }

  /// The meaning of a key of a record, or of a form of a choice. Keys with the same meaning
  /// everywhere are described once, under `*`.
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
