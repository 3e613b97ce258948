package org.parley.bargain.cases;

import java.util.List;

/// The moves found that open packages.
///
/// @param proposals the moves
/// @param tried how many candidates were tried
/// @param isWhole whether all were
public record ProposedBridges(List<BridgeProposal> proposals, int tried, boolean isWhole) {

  /// Nothing was tried, since nothing has to be opened.
  public static final ProposedBridges NONE = new ProposedBridges(List.of(), 0, true);

  public ProposedBridges {
    proposals = List.copyOf(proposals);
  }
}
