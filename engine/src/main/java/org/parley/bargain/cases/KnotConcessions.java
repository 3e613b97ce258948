package org.parley.bargain.cases;

import java.util.List;
import org.parley.exact.Budget;

/// Finds what parties could offer in the order of steps. Searched for only where packages clash.
@FunctionalInterface
public interface KnotConcessions {

  /// Nothing: there are no knots.
  KnotConcessions NONE = _ -> List.of();

  /// The ways out of knots that drop demands, fewest first.
  List<KnotConcession> within(Budget budget);
}
