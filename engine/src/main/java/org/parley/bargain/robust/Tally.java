package org.parley.bargain.robust;

import java.util.ArrayList;
import java.util.List;

/// Outcomes of some packages over some draws; tallies of different seeds add up.
///
/// @param draws how many draws were made
/// @param acceptable by package, in how many of them all parties accept it
/// @param efficient by package, in how many of them all accept it and no package is better for
///   someone and worse for nobody
public record Tally(long draws, List<Long> acceptable, List<Long> efficient) {

  public Tally {
    acceptable = List.copyOf(acceptable);
    efficient = List.copyOf(efficient);
  }

  /// Nothing drawn yet.
  static Tally none(int packages) {
    List<Long> zeros = new ArrayList<>();
    for (int each = 0; each < packages; each++) {
      zeros.add(0L);
    }
    return new Tally(0, zeros, zeros);
  }

  /// Both together; the seeds must differ and the packages be the same.
  public Tally plus(Tally other) {
    return new Tally(
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
