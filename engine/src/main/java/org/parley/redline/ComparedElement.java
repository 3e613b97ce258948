package org.parley.redline;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.document.DocumentElement;

/// An element of two texts that were compared.
///
/// @param kind kept, added or removed as a whole
/// @param before the element in the earlier text; null if it was added
/// @param after the element in the later text; null if it was removed
/// @param lines its paragraphs without those of its parts
/// @param moved for an element that was removed here and added elsewhere with the same words, or
///   the reverse: the other one
public record ComparedElement(
    Piece.Kind kind,
    @Nullable DocumentElement before,
    @Nullable DocumentElement after,
    List<ComparedLine> lines,
    @Nullable DocumentElement moved) {

  public ComparedElement {
    lines = List.copyOf(lines);
  }

  /// Whether anything in its own paragraphs differs.
  public boolean isChanged() {
    return lines.stream().anyMatch(ComparedLine::isChanged);
  }

  /// The element, in the later text if it is there.
  public DocumentElement element() {
    return after != null ? after : Objects.requireNonNull(before);
  }

  ComparedElement movedTo(DocumentElement other) {
    return new ComparedElement(kind, before, after, lines, other);
  }
}
