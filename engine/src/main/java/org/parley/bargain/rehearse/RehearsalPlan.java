package org.parley.bargain.rehearse;

import java.util.List;

/// How often and how long is played.
///
/// @param strategies those drawn from, for each party and play
/// @param rounds the deadline: so many turns has each party, 2 or more
/// @param seeds the number of plays, 1 or more
/// @param first the seed of the first
public record RehearsalPlan(
    List<BargainingStrategy> strategies, int rounds, long seeds, long first) {

  public RehearsalPlan {
    strategies = List.copyOf(strategies);
    if (strategies.isEmpty() || rounds < 2 || seeds < 1) {
      throw new IllegalArgumentException(
          "planning a rehearsal: "
              + strategies.size()
              + " strategies, "
              + rounds
              + " rounds, "
              + seeds
              + " plays. Maybe take one strategy, two rounds and one play at least.");
    }
  }

  /// The same with another deadline.
  public RehearsalPlan withRounds(int other) {
    return new RehearsalPlan(strategies, other, seeds, first);
  }
}
