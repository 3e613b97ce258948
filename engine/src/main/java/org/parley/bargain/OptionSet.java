package org.parley.bargain;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// The term that a point is settled by one of some options.
///
/// @param point the index of the point
/// @param options the indices of the options, at least one
public record OptionSet(int point, Set<Integer> options) {

  public OptionSet {
    options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
  }

  public static OptionSet of(int point, Integer... options) {
    return new OptionSet(point, Set.of(options));
  }

  /// Whether a package, one option index per point, fulfils this term.
  public boolean holdsIn(int[] options) {
    return this.options.contains(options[point]);
  }
}
