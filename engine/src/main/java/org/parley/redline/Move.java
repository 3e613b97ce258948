package org.parley.redline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.text.Segment;

/// A change between two versions of a text.
public sealed interface Move {

  /// A bracket was settled.
  ///
  /// @param bracket the bracket before
  /// @param taken the alternative adopted; null if none was
  /// @param words the text in its place; may be empty
  record Settled(Segment.Bracket bracket, Segment.@Nullable Alternative taken, String words)
      implements Move {

    /// The holders of the adopted words.
    public List<PartyId> got() {
      return taken == null ? List.of() : taken.holders();
    }

    /// The holders of other words.
    public List<PartyId> gave() {
      return bracket.alternatives().stream()
          .filter(each -> !each.equals(taken))
          .flatMap(each -> each.holders().stream())
          .filter(each -> !got().contains(each))
          .distinct()
          .toList();
    }
  }

  /// A bracket was opened.
  ///
  /// @param bracket the new bracket
  /// @param words the text in its place before; may be empty
  record Opened(Segment.Bracket bracket, String words) implements Move {}

  /// A party now holds another alternative of a bracket.
  ///
  /// @param from the alternative it held; null for none
  /// @param to the alternative it holds; null for none
  record Went(PartyId party, Segment.@Nullable Alternative from, Segment.@Nullable Alternative to)
      implements Move {}

  /// The holders of an alternative changed its words.
  ///
  /// @param before the alternative before
  /// @param after the alternative after
  record Reworded(Segment.Alternative before, Segment.Alternative after) implements Move {}

  /// Words outside brackets changed.
  ///
  /// @param removed the removed words; may be empty
  /// @param added the added words; may be empty
  record Redrafted(String removed, String added) implements Move {}
}
