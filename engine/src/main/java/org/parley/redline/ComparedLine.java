package org.parley.redline;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.document.BracketPrinter.PrintedWords;
import org.parley.document.DocumentLine;

/// A paragraph of two texts that were compared.
///
/// @param before the paragraph in the earlier text; null if it was added
/// @param after the paragraph in the later text; null if it was removed
/// @param printed the words of the paragraph shown, with its brackets
/// @param pieces the words kept, removed and added: kept and added ones are those of the later text
public record ComparedLine(
    @Nullable DocumentLine before,
    @Nullable DocumentLine after,
    PrintedWords printed,
    List<Piece> pieces) {

  public ComparedLine {
    pieces = List.copyOf(pieces);
  }

  /// Whether anything differs.
  public boolean isChanged() {
    return pieces.stream().anyMatch(each -> each.kind() != Piece.Kind.KEPT);
  }

  /// The paragraph, in the later text if it is there.
  public DocumentLine line() {
    return after != null ? after : Objects.requireNonNull(before);
  }
}
