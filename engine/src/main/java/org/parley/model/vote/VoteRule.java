package org.parley.model.vote;

import org.jspecify.annotations.Nullable;

/// The rule by which a vote is carried, in figures. All of its parts have to be met.
///
/// @param majority the base of the majority it needs; default: the votes for and against
/// @param qualified the least share of that base in favour; default: more than half
/// @param quorum the least share of those eligible who have to take part
/// @param support the least share of those eligible who have to be in favour
public record VoteRule(
    @Nullable Majority majority,
    @Nullable Threshold qualified,
    @Nullable Threshold quorum,
    @Nullable Threshold support) {

  /// More votes for than against.
  public static final VoteRule SIMPLE_MAJORITY = new VoteRule(null, null, null, null);

  /// The base of the majority.
  public Majority base() {
    return majority == null ? Majority.SIMPLE : majority;
  }
}
