package org.parley.guarantees.fold;

import java.util.List;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.Why;
import org.parley.model.PartyId;

/// The states of the duties of one commitment for one incident; filled by [Fold], reused by the
/// watch.
public final class Outcome {

  /// The state of each duty.
  public final Lifecycle[] states;

  /// The reason of each state.
  public final Why[] whys;

  /// The last moment in time for each duty; [Moments#NEVER] if there is none.
  public final long[] deadlines;

  /// The possible states, as bits by ordinal, under uncertain records.
  public final int[] possible;

  /// The two possible actors of an unattributed incident, if the attribution matters; else empty.
  public List<PartyId> between = List.of();

  /// The possible states for each of the two actors; 0 if attribution is not open.
  public final int[] ifFirst;

  public final int[] ifOther;

  /// The beginning of each breach, whatever followed; [Moments#NEVER] if there is none.
  public final long[] broken;

  /// The next moment at which time alone may change a state.
  public long next;

  /// The moment from which no other incident affects these states.
  public long until = Moments.NEVER;

  /// The number of folds, exact or over intervals.
  public int folds;

  /// Whether only the states are requested: the other possible states beyond two may be wrong.
  public final boolean isBrief;

  /// An outcome with this many dormant duties.
  public Outcome(int duties) {
    this(duties, false);
  }

  /// An outcome for states alone.
  public static Outcome ofStates(int duties) {
    return new Outcome(duties, true);
  }

  private Outcome(int duties, boolean isBrief) {
    this.isBrief = isBrief;
    states = new Lifecycle[duties];
    whys = new Why[duties];
    deadlines = new long[duties];
    possible = new int[duties];
    ifFirst = new int[duties];
    ifOther = new int[duties];
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
    ifFirst[duty] = 0;
    ifOther[duty] = 0;
    broken[duty] = Moments.NEVER;
  }

  /// Clears the states of a duty, to be filled by [#allow].
  void clear(int duty) {
    possible[duty] = 0;
    deadlines[duty] = Moments.ALWAYS;
    broken[duty] = Moments.ALWAYS;
  }

  /// Adds a possible state of a duty.
  void allow(int duty, Lifecycle state, Why why, long deadline, long since) {
    states[duty] = state;
    whys[duty] = why;
    possible[duty] |= state.bit();
    deadlines[duty] = Math.max(deadlines[duty], deadline);
    broken[duty] = Math.max(broken[duty], since);
  }

  /// Records that a state may change at `moment`, if that lies after `now`.
  void wakeAt(long moment, long now) {
    if (moment > now && moment < next) {
      next = moment;
    }
  }
}
