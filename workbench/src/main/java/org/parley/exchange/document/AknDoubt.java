package org.parley.exchange.document;

import org.parley.model.Refusal;

/// A place of an Akoma Ntoso document that is read in part.
public sealed interface AknDoubt extends Refusal {

  /// An element that a text has no counterpart for. Its words are read, its form is not.
  record AknElementAsWords(String element) implements AknDoubt {}

  /// An element whose words are not part of the text.
  record AknElementLeftOut(String element) implements AknDoubt {}

  /// A reference to a party that is not on record. Its name stands before the words.
  record AknHolderUnknown(String name) implements AknDoubt {}

  /// An alternative to an element that does not stand before it. It is read as an element.
  record AknAlternativeToNothing(String element) implements AknDoubt {}
}
