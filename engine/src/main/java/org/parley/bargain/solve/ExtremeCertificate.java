package org.parley.bargain.solve;

import org.jspecify.annotations.Nullable;
import org.parley.bargain.linked.SplitTree;
import org.parley.exact.Certificate;

/// Certifies the largest, or the least, worth of a party over the packages that all accept.
///
/// @param party the index of the party
/// @param most true for the largest worth, false for the least
/// @param worth the worth
/// @param outcome a package that attains it
/// @param tree proves that none goes beyond it where joint worths are many; null if an enumeration
///   is to
public record ExtremeCertificate(
    int party, boolean most, long worth, Solution.Outcome outcome, @Nullable SplitTree tree)
    implements Certificate.OfAnswer {

  /// A certificate without a tree.
  public ExtremeCertificate(int party, boolean most, long worth, Solution.Outcome outcome) {
    this(party, most, worth, outcome, null);
  }
}
