package org.parley.reading;

import java.util.List;

/// Reads a text and proposes what it says.
@FunctionalInterface
public interface Reader {

  /// What the text says, in the order of the text. May be wrong in every way: the [QuotationFilter]
  /// decides what is passed on.
  ///
  /// @throws ReaderUnavailableException where what the reader needs is not to be had
  List<Proposal> propose(Article article) throws ReaderUnavailableException;
}
