package org.parley.redline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.party.PartyId;
import org.parley.model.text.Segment;

/// A change between two versions of a text.
public sealed interface Move {

  /// A bracket is gone.
  ///
  /// @param bracket as it was
  /// @param taken the alternative whose words now stand; absent where none of them does
  /// @param words what stands in its place; empty where nothing does
  record Settled(Segment.Bracket bracket, Segment.@Nullable Alternative taken, String words)
      implements Move {

    /// Those whose words were taken.
    public List<PartyId> got() {
      return taken == null ? List.of() : taken.holders();
    }

    /// Those who held other words.
    public List<PartyId> gave() {
      return bracket.alternatives().stream()
          .filter(each -> !each.equals(taken))
          .flatMap(each -> each.holders().stream())
          .filter(each -> !got().contains(each))
          .distinct()
          .toList();
    }
  }

  /// A bracket is new.
  ///
  /// @param bracket as it is
  /// @param words what stood in its place; empty where nothing did
  record Opened(Segment.Bracket bracket, String words) implements Move {}

  /// A party holds other words of a bracket than before.
  ///
  /// @param from the alternative it held; absent where it held none
  /// @param to the alternative it holds; absent where it holds none
  record Went(PartyId party, Segment.@Nullable Alternative from, Segment.@Nullable Alternative to)
      implements Move {}

  /// The holders of an alternative changed its words.
  ///
  /// @param before as it was
  /// @param after as it is
  record Reworded(Segment.Alternative before, Segment.Alternative after) implements Move {}

  /// Words outside brackets changed.
  ///
  /// @param removed what was taken out; may be empty
  /// @param added what was put in; may be empty
  record Redrafted(String removed, String added) implements Move {}
}
