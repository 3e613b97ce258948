package org.parley.exchange.records;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// The usual columns of a kind, with one row as an example.
final class TableTemplate {

  private static final Properties LINES = lines();

  private TableTemplate() {}

  private static Properties lines() {
    Properties lines = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(TableTemplate.class.getResourceAsStream("examples.properties")),
            StandardCharsets.UTF_8)) {
      lines.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /// The cells of the example, by column; empty cells included.
  static Map<String, String> example(TableKind kind) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String each : Objects.requireNonNull(LINES.getProperty(kind.word())).split("\\|", -1)) {
      int colon = each.indexOf(':');
      cells.put(each.substring(0, colon).strip(), each.substring(colon + 1).strip());
    }
    return cells;
  }

  /// The cells of the example that are not empty, which rows taken in are compared with.
  static Map<String, String> filled(TableKind kind) {
    Map<String, String> cells = example(kind);
    cells.values().removeIf(String::isEmpty);
    return cells;
  }
}
