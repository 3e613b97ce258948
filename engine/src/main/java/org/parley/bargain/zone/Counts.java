package org.parley.bargain.zone;

import java.math.BigInteger;

/// How many packages reach the baselines, in all and by option.
sealed interface Counts permits Diagram, Dense {

  BigInteger total();

  /// How many take an option, by layer and option.
  BigInteger[][] byOption();
}
