package org.parley.reference;

import java.util.ArrayList;
import java.util.List;

/// A share as two lists of rows, so that each of its numbers can be looked up.
///
/// @param part the rows counted
/// @param of the rows among which they are counted
public record RowShare(List<Integer> part, List<Integer> of) {

  public RowShare {
    part = List.copyOf(part);
    of = List.copyOf(of);
    if (part.size() > of.size()) {
      throw new IllegalArgumentException(part.size() + " of " + of.size());
    }
  }

  /// How many are counted.
  public int count() {
    return part.size();
  }

  /// Among how many.
  public int total() {
    return of.size();
  }

  /// Both shares as one, with a row once for each time it is counted.
  RowShare plus(RowShare other) {
    List<Integer> parts = new ArrayList<>(part);
    parts.addAll(other.part);
    List<Integer> all = new ArrayList<>(of);
    all.addAll(other.of);
    return new RowShare(parts, all);
  }
}
