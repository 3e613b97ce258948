package org.parley.model.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;

/// A segment of a text version: plain words, or a bracket around words that are not agreed.
public sealed interface Segment {

  /// Unbracketed words; written as a bare string.
  record Plain(String words) implements Segment {}

  /// A disputed span: one alternative for each wording on the table, including "no text". Written
  /// `{bracket: {alternatives: [...]}}`.
  ///
  /// @param label the parties' name for it, if any
  /// @param alternatives the wordings, at least one
  record Bracket(@Nullable String label, List<Alternative> alternatives) implements Segment {
    public Bracket {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// A wording in a bracket.
  ///
  /// @param holders the parties that want it
  /// @param words the wording; null exactly if `noText` is true
  /// @param noText whether the alternative is "no text"
  record Alternative(List<PartyId> holders, @Nullable String words, boolean noText) {
    public Alternative {
      holders = List.copyOf(holders);
    }
  }
}
