package org.parley.bargain.robust;

import java.util.ArrayList;
import java.util.List;

/// Outcomes of some packages over some draws; tallies of different seeds add up.
///
/// @param draws how many draws were made
/// @param acceptable by package, in how many of them all parties accept it
/// @param efficient by package, in how many of them all accept it and no package is better for
///   someone and worse for nobody
public record AcceptanceTally(long draws, List<Long> acceptable, List<Long> efficient) {

  public AcceptanceTally {
    acceptable = List.copyOf(acceptable);
    efficient = List.copyOf(efficient);
  }

  /// Nothing drawn yet.
  static AcceptanceTally none(int packages) {
    List<Long> zeros = new ArrayList<>();
    for (int each = 0; each < packages; each++) {
      zeros.add(0L);
    }
    return new AcceptanceTally(0, zeros, zeros);
  }

  /// Both together; the seeds must differ and the packages be the same.
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
