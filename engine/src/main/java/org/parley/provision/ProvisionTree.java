package org.parley.provision;

import java.util.List;
import java.util.stream.Stream;

/// A text as a tree of provisions.
///
/// @param opening the title, parties and preamble before the first provision
/// @param provisions the provisions that are part of no other
/// @param closings the formulas of signature with the signatures; an annex or a protocol after them
///   may have its own
/// @param doubts what could be read otherwise, in the order of the text
public record ProvisionTree(
    TextProvision opening,
    List<TextProvision> provisions,
    List<TextProvision> closings,
    List<DoubtfulLine> doubts) {

  public ProvisionTree {
    provisions = List.copyOf(provisions);
    closings = List.copyOf(closings);
    doubts = List.copyOf(doubts);
  }

  /// Every numbered provision, in the order of the text.
  public Stream<TextProvision> all() {
    return provisions.stream().flatMap(TextProvision::all);
  }
}
