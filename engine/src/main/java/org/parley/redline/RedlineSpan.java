package org.parley.redline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.text.Segment;

/// An aligned part of two versions.
public sealed interface RedlineSpan {

  /// Words outside brackets.
  record Plain(Piece piece) implements RedlineSpan {}

  /// A bracket.
  ///
  /// @param kind kept, added or removed
  /// @param label its name, if any
  /// @param alternatives its wordings
  record Bracket(Piece.Kind kind, @Nullable String label, List<Alternative> alternatives)
      implements RedlineSpan {
    public Bracket {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// A wording in a bracket.
  ///
  /// @param kind kept, added or removed
  /// @param words its words, piece by piece; empty for "no text"
  /// @param noText whether it is "no text"
  /// @param holders its holders in the later version; for a removed wording, the former holders
  /// @param came the new holders of a kept wording
  /// @param left the former holders of a kept wording
  record Alternative(
      Piece.Kind kind,
      List<Piece> words,
      boolean noText,
      List<PartyId> holders,
      List<PartyId> came,
      List<PartyId> left) {
    public Alternative {
      words = List.copyOf(words);
      holders = List.copyOf(holders);
      came = List.copyOf(came);
      left = List.copyOf(left);
    }

    static Alternative alone(Piece.Kind kind, Segment.Alternative of) {
      String words = of.words();
      return new Alternative(
          kind,
          words == null ? List.of() : List.of(new Piece(kind, words)),
          of.noText(),
          of.holders(),
          List.of(),
          List.of());
    }
  }
}
