package org.parley.document;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.provision.DoubtfulLine;

/// A whole text as a tree.
///
/// @param elements the elements that are part of no other, in the order of the text
/// @param language its language, a BCP 47 tag; null if it is not on record
/// @param doubts what could be read otherwise
public record DocumentText(
    List<DocumentElement> elements, @Nullable String language, List<DoubtfulLine> doubts) {

  public DocumentText {
    elements = List.copyOf(elements);
    doubts = List.copyOf(doubts);
  }

  /// Every element, in the order of the text.
  public Stream<DocumentElement> all() {
    return elements.stream().flatMap(DocumentElement::all);
  }

  /// The paragraphs as they are printed.
  public List<DocumentLine> lines() {
    return DocumentLine.list(this);
  }
}
