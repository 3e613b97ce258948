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

  /// An empty rule is a simple majority, written out: a form shows it, and keeps it.
  public VoteRule {
    boolean isEmpty = majority == null && qualified == null && quorum == null && support == null;
    majority = isEmpty ? Majority.SIMPLE : majority;
  }

  /// More votes for than against.
  public static final VoteRule SIMPLE_MAJORITY = new VoteRule(null, null, null, null);

  /// The base of the majority.
  public Majority base() {
    return majority == null ? Majority.SIMPLE : majority;
  }
}
