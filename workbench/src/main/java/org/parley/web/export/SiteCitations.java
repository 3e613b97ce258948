package org.parley.web.export;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Citations of many pages of one state, which differ in heading and address alone. The rest is
/// written once for all of them. Thread-safe.
public final class SiteCitations {

  /// Stand for a heading and an address. No format escapes a character of them.
  private static final String FINDING = "gapOfTheFinding";

  private static final String ADDRESS = "gapOfTheAddress";
  private static final Pattern GAP =
      Pattern.compile("(?<=" + FINDING + "|" + ADDRESS + ")|(?=" + FINDING + "|" + ADDRESS + ")");

  private final Citation sample;
  private final Map<CitationFormat, List<String>> pieces = new EnumMap<>(CitationFormat.class);

  /// @param sample the citation of one of the pages
  public SiteCitations(Citation sample) {
    this.sample = sample;
    // the heading ends a sentence in plain text, so its end is part of the gap
    Citation gaps = with(FINDING + ".", ADDRESS);
    pieces.put(
        CitationFormat.TEXT,
        split(CitationFormat.TEXT.write(gaps).replace(FINDING + ".", FINDING)));
    for (CitationFormat each : List.of(CitationFormat.BIBTEX, CitationFormat.CSL)) {
      pieces.put(each, split(each.write(with(FINDING, ADDRESS))));
    }
  }

  private static List<String> split(String citation) {
    return Stream.of(GAP.split(citation)).toList();
  }

  private Citation with(String finding, String address) {
    return new Citation(
        finding,
        sample.caseTitle(),
        sample.asOf(),
        sample.knownAt(),
        sample.hash(),
        address,
        sample.accessed(),
        sample.language());
  }

  /// The citation of a page.
  ///
  /// @param finding the heading of the page
  /// @param address its permanent address
  public String write(CitationFormat format, String finding, String address) {
    StringBuilder out = new StringBuilder();
    for (String piece : pieces.getOrDefault(format, List.of())) {
      out.append(
          switch (piece) {
            case FINDING -> finding(format, finding);
            case ADDRESS -> format == CitationFormat.CSL ? json(address) : address;
            default -> piece;
          });
    }
    return out.toString();
  }

  private static String finding(CitationFormat format, String finding) {
    return switch (format) {
      case TEXT -> Citation.ended(finding);
      case BIBTEX -> BibTex.escaped(finding);
      case CSL -> json(finding);
    };
  }

  /// Words as they stand between the quotes of a JSON string.
  private static String json(String words) {
    String quoted = JsonMapper.shared().writeValueAsString(words);
    return quoted.substring(1, quoted.length() - 1);
  }
}
