package org.parley.redline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.party.PartyId;
import org.parley.model.text.Segment;

/// Aligned parts of two versions.
public sealed interface RedlineSpan {

  /// Words outside brackets.
  record Plain(Piece piece) implements RedlineSpan {}

  /// A bracket.
  ///
  /// @param kind whether it stands in both, in the later or in the earlier version alone
  /// @param label its name, where it has one
  /// @param alternatives what is in it
  record Bracket(Piece.Kind kind, @Nullable String label, List<Alternative> alternatives)
      implements RedlineSpan {
    public Bracket {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// One wording in a bracket.
  ///
  /// @param kind whether it stands in both, in the later or in the earlier version alone
  /// @param words its words, piece by piece; empty where it is to say nothing
  /// @param noText whether it is to say nothing
  /// @param holders who holds it in the later version; of a wording that is gone, who held it
  /// @param came those of them who did not hold it before, where it stands in both
  /// @param left those who held it before and no longer do, where it stands in both
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
