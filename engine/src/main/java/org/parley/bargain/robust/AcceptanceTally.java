package org.parley.bargain.robust;

import java.util.ArrayList;
import java.util.List;

/// Counts of outcomes of packages over draws; tallies of disjoint seeds add up.
///
/// @param draws the number of draws
/// @param acceptable by package, the draws in which all parties accept it
/// @param efficient by package, the draws in which all accept it and it is Pareto efficient
public record AcceptanceTally(long draws, List<Long> acceptable, List<Long> efficient) {

  public AcceptanceTally {
    acceptable = List.copyOf(acceptable);
    efficient = List.copyOf(efficient);
  }

  /// The sum of two tallies of disjoint seeds and the same packages.
  public AcceptanceTally plus(AcceptanceTally other) {
    return new AcceptanceTally(
        draws + other.draws, sum(acceptable, other.acceptable), sum(efficient, other.efficient));
  }

  private static List<Long> sum(List<Long> one, List<Long> other) {
    List<Long> sums = new ArrayList<>();
    for (int each = 0; each < one.size(); each++) {
      sums.add(one.get(each) + other.get(each));
    }
    return sums;
  }
}
