package org.parley.bargain.frontier;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.linked.SplitTree;
import org.parley.exact.Certificate;

/// Certifies a frontier point by point, in the order of [#order]. Each vector kept before a point,
/// shifted by any option, is matched or dominated by one kept after it.
///
/// Sufficient only without linkages; with linkages vectors are kept for each state of the search.
/// The frontier of a linked problem of two parties has a tree of split worths instead. One under
/// budgets has the vectors with their sums.
///
/// @param frontier the frontier it belongs to
/// @param parties the parties that have to accept, party `i` as bit `i`
/// @param tree proves that no package lies beyond the frontier; null if the layers do
/// @param budgets prove the same under budgets; null without budgets, and if they are too many
/// @param uncapped the certificate of the same problem without caps, whose vectors, cut off, lie
///   within this frontier; null without caps
public record FrontierCertificate(
    FrontierLayers frontier,
    int parties,
    @Nullable SplitTree tree,
    @Nullable BudgetLayers budgets,
    @Nullable FrontierCertificate uncapped)
    implements Certificate.OfAnswer {

  /// A certificate by a tree, if there is one.
  public FrontierCertificate(FrontierLayers frontier, int parties, @Nullable SplitTree tree) {
    this(frontier, parties, tree, null, null);
  }

  /// A certificate by layers.
  public FrontierCertificate(FrontierLayers frontier, int parties) {
    this(frontier, parties, null);
  }

  /// The points in the order in which they were settled.
  public int[] order() {
    return frontier.order();
  }

  /// The vectors kept after the first points, one list per state.
  public List<List<long[]>> keptAfter(int points) {
    return frontier.keptAfter(points);
  }

  /// The number of these vectors; times the options of the next point, the number of candidates.
  public long countAfter(int points) {
    return frontier.countAfter(points);
  }

  /// The epsilon at a point, by party; zero if the frontier is proved.
  ///
  /// @param point the position of the point in [#order]
  public List<Long> lossAt(int point) {
    return Arrays.stream(frontier.lossAt(point)).boxed().toList();
  }
}
