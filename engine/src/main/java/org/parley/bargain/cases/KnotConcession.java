package org.parley.bargain.cases;

import java.util.List;
import java.util.Set;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;

/// A way out of a knot, as something that its parties could offer: demands on the order of steps
/// that they drop.
///
/// @param drop the demands
/// @param texts their texts, in the same order
/// @param by the parties that drop something
/// @param labels their short names
/// @param frees the parties whose demands in the knot can hold then
public record KnotConcession(
    List<DemandId> drop,
    List<String> texts,
    Set<PartyId> by,
    List<String> labels,
    Set<PartyId> frees) {
  public KnotConcession {
    drop = List.copyOf(drop);
    texts = List.copyOf(texts);
    by = Set.copyOf(by);
    labels = List.copyOf(labels);
    frees = Set.copyOf(frees);
  }

  /// Whether it costs a party nothing and frees a demand of it.
  boolean favours(PartyId party) {
    return !by.contains(party) && frees.contains(party);
  }
}
