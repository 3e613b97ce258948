package org.parley.guarantees.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;

/// The moments at which a commitment can change: split points of intervals.
final class CriticalMoments {

  private final Commitment commitment;
  private final ReachingMoments reaching;

  /// @param reaching what was found before, for any commitment
  CriticalMoments(Commitment commitment, ReachingMoments reaching) {
    this.commitment = commitment;
    this.reaching = reaching;
  }

  /// The ends of the recorded times of incidents, their entries, and entries about the term.
  static Set<Long> ends(List<Dossier> incidents, List<LoggedFact> terms) {
    TreeSet<Long> ends = new TreeSet<>();
    for (Dossier each : incidents) {
      ends.add(each.earliest());
      ends.add(each.latest());
      for (LoggedFact entry : each.entries()) {
        if (entry.fact() instanceof Fact.Report) {
          ends.add(entry.reported());
        } else {
          ends.add(entry.earliest());
          ends.add(entry.latest());
        }
      }
    }
    for (LoggedFact entry : terms) {
      ends.add(entry.earliest());
      ends.add(entry.latest());
      if (entry.fact() instanceof Fact.Extension(_, long until)) {
        ends.add(until);
      }
    }
    return ends;
  }

  /// These moments, and those a period of the commitment before or after them. They bound the
  /// intervals of constant state if at most two periods are involved.
  NavigableSet<Long> moved(Collection<Long> ends) {
    List<Period> periods = new ArrayList<>(commitment.windows().map(Window::length).toList());
    Period lasts = commitment.term().lasts();
    if (lasts != null) {
      periods.add(lasts);
    }
    if (commitment.escalation() instanceof Escalation.Automatic(Period after)) {
      periods.add(after);
    }
    periods.removeIf(Period.Endless.class::isInstance);
    TreeSet<Long> moved = new TreeSet<>(ends);
    for (long end : ends) {
      for (Period period : periods) {
        moved.add(period.after(end));
        moved.addAll(reaching.of(period, end));
      }
    }
    return moved;
  }

  /// These moments, and the two adjacent ones of each.
  static NavigableSet<Long> around(Set<Long> moments) {
    TreeSet<Long> around = new TreeSet<>();
    for (long moment : moments) {
      for (int i = -2; i <= 2; i++) {
        around.add(Moments.plus(moment, i));
      }
    }
    return around;
  }
}
