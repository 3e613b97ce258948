package org.parley.model.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.party.PartyId;

/// A piece of a text version: plain words, or a bracket around words that are not agreed.
public sealed interface Segment {

  /// Words nobody has bracketed; written as a bare string.
  record Plain(String words) implements Segment {}

  /// A disputed span: one alternative for each wording on the table, "no text" among them. Written
  /// `{bracket: {alternatives: [...]}}`.
  ///
  /// @param label a name for it, where the parties use one
  /// @param alternatives the wordings, at least one
  record Bracket(@Nullable String label, List<Alternative> alternatives) implements Segment {
    public Bracket {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// One wording in a bracket.
  ///
  /// @param holders who wants it
  /// @param words the wording; absent exactly where `noText` is true
  /// @param noText whether the alternative is to say nothing
  record Alternative(List<PartyId> holders, @Nullable String words, boolean noText) {
    public Alternative {
      holders = List.copyOf(holders);
    }
  }
}
