package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.guarantees.log.Moments;

/// The incidents of a commitment with multi-incident triggers or tiers, in order of time: which lie
/// within one another's windows.
final class Neighbours {

  private final long reach;
  private final TreeMap<Long, List<Followed>> byMoment = new TreeMap<>();
  private final Map<Followed, Long> placed = new HashMap<>();

  /// The known moments from which no other incident affects one.
  private final Map<Followed, Long> closing = new HashMap<>();

  /// The widest interval in which one of them may have happened.
  private long widest;

  /// @param reach the largest distance at which two affect each other, in seconds
  Neighbours(long reach) {
    this.reach = reach;
  }

  /// Sorts an incident in by the times of its reports.
  void place(Followed dossier) {
    remove(dossier);
    long moment = dossier.earliest();
    if (moment != Moments.NEVER) {
      placed.put(dossier, moment);
      byMoment.computeIfAbsent(moment, _ -> new ArrayList<>(1)).add(dossier);
      widest = Math.max(widest, Math.min(dossier.latest() - moment, Long.MAX_VALUE / 8));
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
    Long before = placed.remove(dossier);
    if (before != null) {
      List<Followed> there = byMoment.get(before);
      if (there != null) {
        there.remove(dossier);
        if (there.isEmpty()) {
          byMoment.remove(before);
        }
      }
    }
  }

  /// The incidents near one that is sorted in, itself included.
  List<Followed> of(Followed dossier) {
    long from = Moments.plus(dossier.earliest(), -reach);
    List<Followed> result = new ArrayList<>();
    for (List<Followed> there :
        byMoment
            .subMap(Moments.plus(from, -widest), true, Moments.plus(dossier.latest(), reach), true)
            .values()) {
      for (Followed each : there) {
        if (each.latest() >= from) {
          result.add(each);
        }
      }
    }
    return result;
  }
}
