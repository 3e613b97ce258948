package org.parley.bargain.clash;

import org.parley.bargain.Choice;

/// Something one party insists on and could move.
public sealed interface Demand {

  /// The index of the party.
  int party();

  /// A party will not accept an option.
  record RedLine(int party, Choice choice) implements Demand {}

  /// A party will not sign below its baseline.
  record Baseline(int party, long worth) implements Demand {}
}
