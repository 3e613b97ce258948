package org.parley.bargain.rehearse;

/// How a machine concedes. It never offers or accepts a package that its party would not sign.
public enum BargainingStrategy {
  /// Holds out until near the deadline: gives up the fifth power of the time passed.
  BOULWARE,
  /// Gives way early: gives up the fifth root of the time passed.
  CONCEDER,
  /// Gives up as much as the least conceding of the others has offered it since their first offers.
  TIT_FOR_TAT,
  /// Makes a new offer, its next best, as long as the others have made as many new ones.
  MICRO
}
