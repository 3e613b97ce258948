package org.parley.bargain.zone;

import java.math.BigInteger;
import org.parley.exact.Meter;

/// How many packages reach the baselines, in all and by option.
sealed interface Counts
    permits DecisionDiagram, DenseTableCount, PairCount, MeetInTheMiddle, Enumeration {

  BigInteger total();

  /// How many take an option, by layer and option; by point where nothing was laid out.
  ///
  /// @return not to be relied on where the meter stopped
  BigInteger[][] byOption(Meter meter);
}
