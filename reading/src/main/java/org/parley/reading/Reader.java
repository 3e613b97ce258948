package org.parley.reading;

import java.util.List;

/// Reads a text and proposes claims and acts.
@FunctionalInterface
public interface Reader {

  /// Proposals in the order of the text. They may be wrong in any way: the [QuotationFilter]
  /// decides.
  ///
  /// @throws ReaderUnavailableException if a resource of the reader is unavailable
  List<Proposal> propose(Article article) throws ReaderUnavailableException;

  /// Whether texts of a language are understood.
  ///
  /// @param language a BCP 47 tag
  default boolean understands(String language) {
    return true;
  }

  /// Whether texts of a language are read for shares, meetings, dates, documents and names only.
  ///
  /// @param language a BCP 47 tag
  default boolean isInPart(String language) {
    return false;
  }
}
