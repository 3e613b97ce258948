package org.parley.guarantees.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.guarantees.log.Moments;

/// The incidents of a commitment with windows: which affect the duties of one, and which have
/// duties that one affects.
///
/// Most incidents affect no other: nothing on record finds them. They are kept apart, so a crowded
/// window costs no more than an empty one.
final class Surroundings {

  private final Neighbours all;
  private final Neighbours affecting;

  /// The known moments from which no other incident affects one.
  private final Map<Followed, Long> closing = new HashMap<>();

  /// @param reach the largest distance at which two affect each other, in seconds
  Surroundings(long reach) {
    all = new Neighbours(reach);
    affecting = new Neighbours(reach);
  }

  /// Sorts an incident in by the times of its reports.
  ///
  /// @param mayAffect whether it may affect others
  void place(Followed dossier, boolean mayAffect) {
    closing.remove(dossier);
    all.place(dossier);
    if (mayAffect) {
      affecting.place(dossier);
    } else {
      affecting.remove(dossier);
    }
  }

  /// Records the moment from which no other incident affects one.
  void close(Followed dossier, long until) {
    closing.put(dossier, until);
  }

  /// The known moment from which no other incident affects one.
  long closes(Followed dossier) {
    return closing.getOrDefault(dossier, Moments.NEVER);
  }

  void remove(Followed dossier) {
    closing.remove(dossier);
    all.remove(dossier);
    affecting.remove(dossier);
  }

  /// One incident, and those near it that may affect others.
  List<Followed> affecting(Followed dossier) {
    List<Followed> found = affecting.around(dossier);
    if (found.isEmpty()) {
      return dossier.alone();
    }
    if (!found.contains(dossier)) {
      found.addFirst(dossier);
    }
    return found;
  }

  /// The incidents near one.
  List<Followed> around(Followed dossier) {
    return all.around(dossier);
  }
}
