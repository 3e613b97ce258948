package org.parley.guarantees.log;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.party.PartyId;

/// Where one duty stands at a moment, as known at a cut.
///
/// @param duty the duty
/// @param state where it stands; [Lifecycle#UNDETERMINED] where more than one state is possible
/// @param possible every state that what is on record allows; one where the state is determined
/// @param deadline the last moment in time, the latest possible where unsure; [Moments#NEVER] where
///   no clock runs
/// @param isFinal whether the deadline and the grace for reports lie behind both the moment and the
///   cut
/// @param because the entries it rests on, by id
/// @param why why it stands there
/// @param ifDoneBy the states it may have for each of the two who may have done it; empty where
///   that makes no difference, or is known
public record DutyVerdict(
    Duty duty,
    Lifecycle state,
    Set<Lifecycle> possible,
    long deadline,
    boolean isFinal,
    List<String> because,
    Why why,
    List<IfDoneBy> ifDoneBy) {

  /// The states possible if one of two did it.
  ///
  /// @param by who; absent where that is no party of the case
  public record IfDoneBy(@Nullable PartyId by, Set<Lifecycle> possible) {
    public IfDoneBy {
      possible = Set.copyOf(possible);
    }
  }

  /// Whether the promise was kept.
  public enum Kept {
    YES,
    NO,
    /// Not final, not determined, or nothing was owed.
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
