package org.parley.web.export;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// A page as it is cited.
///
/// @param finding the heading of the page: what it finds
/// @param caseTitle what the settlement is called
/// @param asOf the day shown
/// @param knownAt the day whose knowledge counts; null for all knowledge
/// @param hash the hash of the state
/// @param address the permanent address
/// @param accessed the day on which it was asked for
/// @param language the language of the page
public record Citation(
    String finding,
    String caseTitle,
    LocalDate asOf,
    @Nullable LocalDate knownAt,
    String hash,
    String address,
    LocalDate accessed,
    Language language) {

  private static final String ENDS = ".?!…";

  /// As of which day, as known when, and in which state.
  String note() {
    return Say.text(
        "export.cite.note",
        "asOf",
        asOf,
        "isKnown",
        knownAt != null,
        "knownAt",
        knownAt == null ? "" : knownAt,
        "hash",
        hash);
  }

  /// As plain text, on one line.
  public String text() {
    return Say.text(
        "export.cite.text",
        "finding",
        ended(finding),
        "title",
        caseTitle,
        "note",
        note(),
        "address",
        address,
        "accessed",
        accessed);
  }

  /// A heading with the sign that ends a sentence.
  static String ended(String sentence) {
    boolean isEnded =
        !sentence.isEmpty() && ENDS.indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
    return isEnded ? sentence : sentence + ".";
  }

  /// The key of the citation: letters, digits and hyphens.
  String key() {
    String name = FileName.ascii(FileName.of(java.util.List.of(caseTitle), "x"));
    return name.substring(0, name.length() - 2) + "-" + asOf + "-" + hash.substring(0, 8);
  }
}
