package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.guarantees.log.Moments;

/// The incidents of a commitment whose trigger or tiers concern several, in order of time: which
/// lie within one another's windows.
final class Neighbours {

  private final long reach;
  private final TreeMap<Long, List<Followed>> byMoment = new TreeMap<>();
  private final Map<Followed, Long> placed = new HashMap<>();

  /// From when on no other bears on one, where that is known.
  private final Map<Followed, Long> closing = new HashMap<>();

  /// The longest stretch in which one of them may have happened.
  private long widest;

  /// @param reach how far apart two may lie and matter, in seconds
  Neighbours(long reach) {
    this.reach = reach;
  }

  /// Puts an incident where its reports place it in time.
  void place(Followed dossier) {
    remove(dossier);
    long moment = dossier.earliest();
    if (moment != Moments.NEVER) {
      placed.put(dossier, moment);
      byMoment.computeIfAbsent(moment, _ -> new ArrayList<>(1)).add(dossier);
      widest = Math.max(widest, Math.min(dossier.latest() - moment, Long.MAX_VALUE / 8));
    }
  }

  /// Notes from when on no other bears on an incident.
  void close(Followed dossier, long until) {
    closing.put(dossier, until);
  }

  /// From when on no other bears on an incident, as far as is known.
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

  /// The incidents near enough to one that is placed in time, itself included.
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
