package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.guarantees.log.Moments;

/// Incidents in order of time: which lie close to one another. Cost of a question: the incidents
/// close by.
final class Neighbours {

  private final long reach;
  private final TreeMap<Long, Set<Followed>> byMoment = new TreeMap<>();
  private final Map<Followed, Long> placed = new HashMap<>();

  /// The widest interval in which one of them may have happened.
  private long widest;

  /// @param reach the largest distance at which two affect each other, in seconds
  Neighbours(long reach) {
    this.reach = reach;
  }

  /// Sorts an incident in by the times of its reports.
  void place(Followed dossier) {
    long moment = dossier.earliest();
    Long before = placed.get(dossier);
    if (before == null || before != moment) {
      remove(dossier);
      if (moment == Moments.NEVER) {
        return;
      }
      placed.put(dossier, moment);
      byMoment.computeIfAbsent(moment, _ -> LinkedHashSet.newLinkedHashSet(1)).add(dossier);
    }
    widest = Math.max(widest, Math.min(dossier.latest() - moment, Long.MAX_VALUE / 8));
  }

  void remove(Followed dossier) {
    Long before = placed.remove(dossier);
    if (before != null) {
      Set<Followed> there = byMoment.get(before);
      if (there != null && there.remove(dossier) && there.isEmpty()) {
        byMoment.remove(before);
      }
    }
  }

  /// The incidents up to the reach before or after one, itself included if it is sorted in.
  List<Followed> around(Followed dossier) {
    return between(Moments.plus(dossier.earliest(), -reach), Moments.plus(dossier.latest(), reach));
  }

  /// The incidents that may have happened between two moments.
  private List<Followed> between(long from, long until) {
    List<Followed> result = new ArrayList<>();
    for (Set<Followed> there :
        byMoment.subMap(Moments.plus(from, -widest), true, until, true).values()) {
      for (Followed each : there) {
        if (each.latest() >= from) {
          result.add(each);
        }
      }
    }
    return result;
  }
}
