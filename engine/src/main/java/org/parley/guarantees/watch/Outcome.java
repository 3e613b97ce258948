package org.parley.guarantees.watch;

import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;

/// Where the duties of one commitment stand for one incident; filled by [Fold], reused by the
/// watch.
final class Outcome {

  /// Why a duty stands where it does.
  enum Why {
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

    final String words;

    Why(String words) {
      this.words = words;
    }
  }

  final Lifecycle[] states;
  final Why[] whys;
  final long[] deadlines;

  /// The states possible, as bits by ordinal, where times are unsure.
  final int[] possible;

  /// Since when each is broken, whatever followed; [Moments#NEVER] where it is not.
  final long[] broken;

  /// The next moment at which time alone may change something.
  long next;

  Outcome(int duties) {
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
