package org.parley.exchange.bargaining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A format that bargaining problems are written in.
public enum Format {
  /// XML of GENIUS 10.4: a domain and a profile for each party.
  GENIUS,
  /// JSON of GeniusWeb: a profile for each party, each with the domain in it.
  GENIUSWEB,
  /// JSON of NegoLog: a profile for each party.
  NEGOLOG,
  /// Score sheets: a line of scores for each issue and the least acceptable score at the end.
  SCORES;

  /// The format of a file, by its extension and, for JSON, by its content.
  ///
  /// @throws IOException if the file cannot be read
  public static Format of(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".xml")) {
      return GENIUS;
    }
    if (name.endsWith(".json")) {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains("UtilitySpace\"")
          ? GENIUSWEB
          : NEGOLOG;
    }
    return SCORES;
  }
}
