package org.parley.bargain.zone;

import java.math.BigInteger;

/// How many packages there are, between two numbers that are the same where they were counted.
public interface PackageCount {

  BigInteger atLeast();

  BigInteger atMost();
}
