package org.parley.bargain.zone;

import java.math.BigInteger;

/// A number of packages between two bounds, equal if it was counted.
public interface PackageCount {

  BigInteger atLeast();

  BigInteger atMost();
}
