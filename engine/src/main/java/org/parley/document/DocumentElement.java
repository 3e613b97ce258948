package org.parley.document;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.text.PointId;
import org.parley.model.text.Segment;

/// An element of a text, with those in it.
///
/// @param id its id, unique in the text and the same in every language: `art_5__para_1`
/// @param kind its kind
/// @param number its number as printed: `Article 5`, `(a)`; empty for none
/// @param heading its heading; empty for none
/// @param words its own words without those of its parts; a line end separates paragraphs
/// @param point the point that the words belong to, if they come from one
/// @param parts the elements in it, in the order of the text
public record DocumentElement(
    String id,
    ElementKind kind,
    String number,
    String heading,
    List<Segment> words,
    @Nullable PointId point,
    List<DocumentElement> parts) {

  public DocumentElement {
    words = List.copyOf(words);
    parts = List.copyOf(parts);
  }

  /// This element and all in it, in the order of the text.
  public Stream<DocumentElement> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(DocumentElement::all));
  }

  /// Whether it has paragraphs without a number, after the items of a list.
  public boolean isUnnumbered() {
    return kind == ElementKind.ITEM && number.isEmpty() && heading.isEmpty();
  }

  /// Its number and heading, as a table of contents has them.
  public String label() {
    return number.isEmpty() || heading.isEmpty()
        ? number + heading
        : number + DocumentLine.separator(number) + heading;
  }
}
