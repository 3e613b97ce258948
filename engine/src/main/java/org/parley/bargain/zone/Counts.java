package org.parley.bargain.zone;

import java.math.BigInteger;
import org.parley.exact.Meter;

/// The number of packages that reach the baselines, in all and by option.
sealed interface Counts
    permits DecisionDiagram,
        DenseTableCount,
        PairCount,
        MeetInTheMiddle,
        Enumeration,
        WidthLimitedDiagram {

  BigInteger total();

  /// The number of packages with each option, by layer and option; by point if no graph was built.
  ///
  /// @return unreliable if the meter stopped
  BigInteger[][] byOption(Meter meter);
}
