package org.parley.bargain;

import org.parley.exact.Certificate;

/// Why no package is acceptable to some parties.
///
/// [org.parley.bargain.clash.Bridges] finds the conflicts behind it.
///
/// @param parties the parties, party `i` as bit `i`
/// @param because the reason that rules out every package
public record NothingAcceptable(int parties, Reason because) implements Certificate.OfNone {

  /// The reason that rules out every package.
  public enum Reason {
    /// Linkages and red lines leave no package at all.
    NO_PACKAGE,
    /// Some packages are left, but none of them reaches every baseline.
    BASELINES_OUT_OF_REACH
  }

  /// Linkages and red lines leave no package.
  public static NothingAcceptable contradiction(int parties) {
    return new NothingAcceptable(parties, Reason.NO_PACKAGE);
  }

  /// Packages are left, but some baseline is always missed.
  public static NothingAcceptable outOfReach(int parties) {
    return new NothingAcceptable(parties, Reason.BASELINES_OUT_OF_REACH);
  }
}
