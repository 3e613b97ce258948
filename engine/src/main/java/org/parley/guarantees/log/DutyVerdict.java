package org.parley.guarantees.log;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;

/// The state of a duty at a moment, as known at a cut.
///
/// @param duty the duty
/// @param state the state; [Lifecycle#UNDETERMINED] if several are possible
/// @param possible every state that the record allows
/// @param deadline the last moment in time, or the latest possible one; [Moments#NEVER] if no clock
///   runs
/// @param isFinal whether the deadline and the grace period have passed at both the moment and the
///   cut
/// @param because the ids of the entries it rests on
/// @param why the reason of the state
/// @param ifDoneBy the possible states for each of the two possible actors; empty if the
///   attribution is known or irrelevant
public record DutyVerdict(
    Duty duty,
    Lifecycle state,
    Set<Lifecycle> possible,
    long deadline,
    boolean isFinal,
    List<String> because,
    Why why,
    List<IfDoneBy> ifDoneBy) {

  /// The possible states for one of two actors.
  ///
  /// @param by the actor; null if it is no party of the case
  public record IfDoneBy(@Nullable PartyId by, Set<Lifecycle> possible) {
    public IfDoneBy {
      possible = Set.copyOf(possible);
    }
  }

  /// Performance of the promise.
  public enum Kept {
    YES,
    NO,
    /// Not final, not determined, or no duty was owed.
    UNKNOWN
  }

  public DutyVerdict {
    possible = Set.copyOf(possible);
    because = List.copyOf(because);
    ifDoneBy = List.copyOf(ifDoneBy);
  }

  /// Whether the promise was kept: yes or no only once final.
  public Kept kept() {
    return !isFinal
        ? Kept.UNKNOWN
        : switch (state) {
          case FULFILLED -> Kept.YES;
          case BREACHED, FULFILLED_LATE -> Kept.NO;
          case DORMANT,
              TRIGGERED_UNVERIFIED,
              DUE,
              SUSPENDED,
              ESCALATED,
              VOID,
              EXPIRED,
              RELEASED,
              UNDETERMINED ->
              Kept.UNKNOWN;
        };
  }
}
