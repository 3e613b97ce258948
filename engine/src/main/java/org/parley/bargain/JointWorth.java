package org.parley.bargain;

import java.util.List;

/// A worth that a party gives to several points settled in certain ways together, on top of the
/// worths of the single options.
///
/// @param party the index of the party
/// @param when what has to hold together
/// @param worth what it adds, negative where it takes away
public record JointWorth(int party, List<OptionSet> when, long worth) {

  public JointWorth {
    when = List.copyOf(when);
  }

  /// Whether it counts in a package, one option index a point.
  public boolean countsIn(int[] options) {
    return when.stream().allMatch(term -> term.holdsIn(options));
  }
}
