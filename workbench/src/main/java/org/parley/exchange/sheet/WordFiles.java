package org.parley.exchange.sheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// The files of words beside a class: of English and French first, then of further languages.
public final class WordFiles {

  private static final List<String> LANGUAGES =
      List.of("", "_de", "_es", "_pt", "_ru", "_uk", "_ar");

  private WordFiles() {}

  /// The lines of all files; of several lines with a word, the first counts.
  public static List<Map.Entry<String, String>> of(Class<?> beside) {
    return of(beside, "");
  }

  /// The lines of all files of a folder.
  ///
  /// @param folder its path, with a slash at its end; empty for that of the class
  static List<Map.Entry<String, String>> of(Class<?> beside, String folder) {
    List<Map.Entry<String, String>> all = new ArrayList<>();
    for (String each : LANGUAGES) {
      Properties lines = new Properties();
      try (Reader in =
          new InputStreamReader(
              Objects.requireNonNull(
                  beside.getResourceAsStream(folder + "words" + each + ".properties")),
              StandardCharsets.UTF_8)) {
        lines.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      lines.stringPropertyNames().stream()
          .sorted()
          .forEach(name -> all.add(Map.entry(name, lines.getProperty(name))));
    }
    return all;
  }
}
