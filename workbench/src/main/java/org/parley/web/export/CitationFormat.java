package org.parley.web.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The formats of a citation.
public enum CitationFormat {
  TEXT("text/plain; charset=utf-8", "txt"),
  BIBTEX("application/x-bibtex; charset=utf-8", "bib"),
  CSL("application/vnd.citationstyles.csl+json; charset=utf-8", "json");

  private final String type;
  private final String ending;

  CitationFormat(String type, String ending) {
    this.type = type;
    this.ending = ending;
  }

  /// The media type.
  public String type() {
    return type;
  }

  /// The ending of a file.
  public String ending() {
    return ending;
  }

  /// The word for it in addresses: `bibtex`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Every word.
  public static List<String> words() {
    return Arrays.stream(values()).map(CitationFormat::word).toList();
  }

  /// The format with a word.
  public static Optional<CitationFormat> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /// The citation in this format.
  public String write(Citation citation) {
    return switch (this) {
      case TEXT -> citation.text() + "\n";
      case BIBTEX -> BibTex.write(citation);
      case CSL -> CslJson.write(citation);
    };
  }
}
