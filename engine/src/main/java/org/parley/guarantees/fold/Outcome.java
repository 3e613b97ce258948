package org.parley.guarantees.fold;

import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;

/// Where the duties of one commitment stand for one incident; filled by [Fold], reused by the
/// watch.
public final class Outcome {

  /// Why a duty stands where it does.
  public enum Why {
    NOT_TRIGGERED("the trigger is not complete"),
    NOT_YET("it has not happened yet"),
    BEFORE_ACTIVATION("it happened before the guarantee was in force"),
    TIER_NOT_REACHED("what this tier waits for has not been found"),
    VOIDED("the guarantee was void when the duty would have arisen"),
    LAPSED_VOID("the guarantee became void while the duty was open"),
    AFTER_END("the term had ended"),
    LAPSED_AT_END("the term ended while the duty was open"),
    WAIVED("the beneficiary waived it"),
    STOPPED("a vote stopped the snapback"),
    UNVERIFIED("the trigger is reported and not found met"),
    CLOCK_RUNNING("it is owed and the clock runs"),
    NO_CLOCK("it is owed and what starts the clock has not happened"),
    SUSPENDED("the guarantee is suspended"),
    IN_TIME("performed in time"),
    LATE("performed after the deadline"),
    OVERDUE("not performed by the deadline"),
    ESCALATED("escalated after a breach"),
    SNAPPED_BACK("nothing stopped the snapback in its window"),
    UNSURE("the times on record allow more than one answer");

    /// The reason as a clause.
    public final String words;

    Why(String words) {
      this.words = words;
    }
  }

  /// The state of each duty.
  public final Lifecycle[] states;

  /// Why each stands so.
  public final Why[] whys;

  /// The last moment in time for each; [Moments#NEVER] where there is none.
  public final long[] deadlines;

  /// The states possible, as bits by ordinal, where times are unsure.
  public final int[] possible;

  /// Since when each is broken, whatever followed; [Moments#NEVER] where it is not.
  public final long[] broken;

  /// The next moment at which time alone may change something.
  public long next;

  /// Room for so many duties, all dormant.
  public Outcome(int duties) {
    states = new Lifecycle[duties];
    whys = new Why[duties];
    deadlines = new long[duties];
    possible = new int[duties];
    broken = new long[duties];
    java.util.Arrays.fill(broken, Moments.NEVER);
    java.util.Arrays.fill(states, Lifecycle.DORMANT);
    java.util.Arrays.fill(whys, Why.NOT_TRIGGERED);
    java.util.Arrays.fill(deadlines, Moments.NEVER);
    next = Moments.NEVER;
  }

  void set(int duty, Lifecycle state, Why why, long deadline) {
    states[duty] = state;
    whys[duty] = why;
    deadlines[duty] = deadline;
    possible[duty] = state.bit();
    broken[duty] = Moments.NEVER;
  }

  /// Notes that something may change at `moment`, if that lies after `now`.
  void wakeAt(long moment, long now) {
    if (moment > now && moment < next) {
      next = moment;
    }
  }
}
