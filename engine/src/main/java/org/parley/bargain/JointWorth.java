package org.parley.bargain;

import java.util.List;

/// A worth that a party gives to a combination of options on several points, in addition to the
/// worths of the single options.
///
/// @param party the index of the party
/// @param when the options that have to be chosen together
/// @param worth the added worth, negative for a loss
public record JointWorth(int party, List<OptionSet> when, long worth) {

  public JointWorth {
    when = List.copyOf(when);
  }

  /// Whether this joint worth counts in a package, one option index per point.
  public boolean countsIn(int[] options) {
    return when.stream().allMatch(term -> term.holdsIn(options));
  }
}
