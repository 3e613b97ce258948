package org.parley.guarantees.fold;

import java.util.List;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.Why;
import org.parley.model.party.PartyId;

/// The states of the duties of one commitment for one incident; filled by [Fold], reused by the
/// watch.
public final class Outcome {

  /// The state of each duty.
  public final Lifecycle[] states;

  /// Why each stands so.
  public final Why[] whys;

  /// The last moment in time for each; [Moments#NEVER] where there is none.
  public final long[] deadlines;

  /// The states possible, as bits by ordinal, where what is on record is unsure.
  public final int[] possible;

  /// The two of whom nobody says which did it, where that matters; else empty.
  public List<PartyId> between = List.of();

  /// The states possible if the first of them did it, and if the other did; 0 where that is not
  /// open.
  public final int[] ifFirst;

  public final int[] ifOther;

  /// Since when each is broken, whatever followed; [Moments#NEVER] where it is not.
  public final long[] broken;

  /// The next moment at which time alone may change something.
  public long next;

  /// From when on no other incident bears on these states.
  public long until = Moments.NEVER;

  /// How many folds it took, exact or over intervals.
  public int folds;

  /// Whether nothing but the states is asked for: which others are possible beside two may be
  /// wrong.
  public final boolean isBrief;

  /// Room for so many duties, all dormant.
  public Outcome(int duties) {
    this(duties, false);
  }

  /// The same, where nothing but the states is asked for.
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

  /// Forgets what is known of a duty, to be filled with [#allow].
  void clear(int duty) {
    possible[duty] = 0;
    deadlines[duty] = Moments.ALWAYS;
    broken[duty] = Moments.ALWAYS;
  }

  /// Adds a state in which a duty may be.
  void allow(int duty, Lifecycle state, Why why, long deadline, long since) {
    states[duty] = state;
    whys[duty] = why;
    possible[duty] |= state.bit();
    deadlines[duty] = Math.max(deadlines[duty], deadline);
    broken[duty] = Math.max(broken[duty], since);
  }

  /// Notes that something may change at `moment`, if that lies after `now`.
  void wakeAt(long moment, long now) {
    if (moment > now && moment < next) {
      next = moment;
    }
  }
}
