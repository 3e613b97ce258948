package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.GuaranteeId;

/// The breaches that other commitments depend on, each an incident, kept consistent with a watch.
///
/// A breach affects only later events. When one appears or disappears, later conclusions are
/// withdrawn and derived again in order of time; earlier ones stay.
///
/// A promise that waits for its own breach, alone or in a cycle, would breach again each time. So
/// only the first breach by an obligor of a tier that goes back to one incident has consequences.
final class Breaches {

  /// The key of breaches with one root incident.
  private record Origin(GuaranteeId guarantee, int tier, @Nullable PartyId obligor, String root) {}

  /// Decides which breaches have consequences.
  static final class Firsts {
    private final Map<String, String> roots = new HashMap<>();
    private final Map<Origin, Duty> firsts = new HashMap<>();

    private Origin origin(Duty duty) {
      return new Origin(
          duty.guarantee(),
          duty.tier(),
          duty.obligor(),
          roots.getOrDefault(duty.incident(), duty.incident()));
    }

    /// Whether a breach has consequences. Earlier breaches, and smaller duties of the same moment,
    /// must have been tested before.
    boolean isFirst(Duty duty) {
      return firsts.getOrDefault(origin(duty), duty).equals(duty);
    }

    /// Records the report of a breach.
    void add(Duty duty, String incident) {
      Origin origin = origin(duty);
      firsts.put(origin, duty);
      roots.put(incident, origin.root);
    }

    private void remove(Duty duty) {
      firsts.remove(origin(duty), duty);
    }
  }

  private final Map<Duty, Long> broken = new HashMap<>();
  private final TreeMap<Long, TreeSet<Duty>> byMoment = new TreeMap<>();
  private final Map<Duty, LoggedFact> derived = new HashMap<>();
  private final TreeMap<Long, List<Duty>> derivedAt = new TreeMap<>();
  private final Firsts firsts = new Firsts();
  private long changedFrom = Moments.NEVER;

  /// The report of a breach: an incident one second after it began.
  static LoggedFact report(Duty duty, long began) {
    String incident =
        IncidentPatterns.BREACH
            + " of "
            + duty.guarantee()
            + "#"
            + duty.tier()
            + (duty.obligor() == null ? "" : "/" + duty.obligor())
            + " after "
            + duty.incident();
    What what = incident(duty.guarantee(), duty.obligor());
    long moment = Moments.plus(began, 1);
    return new LoggedFact(
        incident,
        new Fact.Report(incident, what),
        moment,
        moment,
        moment,
        Moments.ALWAYS,
        IncidentPatterns.BREACH,
        IncidentPatterns.BREACH,
        null);
  }

  /// The incident that a breach by this party is; null if several owe together.
  static What incident(GuaranteeId guarantee, @Nullable PartyId obligor) {
    return new What(
        IncidentPatterns.BREACH, obligor, null, null, Set.of(guarantee.value()), 0, 0, 0);
  }

  /// Records the state of a duty.
  ///
  /// @param began the beginning of the breach; [Moments#NEVER] if there is none
  void note(Duty duty, long began) {
    long before = broken.getOrDefault(duty, Moments.NEVER);
    if (before == began) {
      return;
    }
    changedFrom = Math.min(changedFrom, Math.min(before, began));
    drop(duty, before);
    if (began != Moments.NEVER) {
      broken.put(duty, began);
      byMoment.computeIfAbsent(began, _ -> new TreeSet<>()).add(duty);
    }
  }

  private void drop(Duty duty, long moment) {
    TreeSet<Duty> there = byMoment.get(moment);
    if (there != null && there.remove(duty) && there.isEmpty()) {
      byMoment.remove(moment);
    }
    broken.remove(duty);
  }

  /// Forgets a duty; derived consequences stay.
  void forget(Duty duty) {
    long began = broken.getOrDefault(duty, Moments.NEVER);
    drop(duty, began);
    LoggedFact entry = derived.remove(duty);
    firsts.remove(duty);
    firsts.roots.remove(duty.incident());
    if (entry != null) {
      List<Duty> there = derivedAt.get(began);
      if (there != null && there.remove(duty) && there.isEmpty()) {
        derivedAt.remove(began);
      }
    }
  }

  /// Receives derived reports.
  interface Follower {
    void withdraw(LoggedFact report);

    void take(LoggedFact report);
  }

  /// Derives until a fixed point. The follower's responses may cause or cure further breaches.
  void settle(Follower follower) {
    if (changedFrom == Moments.NEVER) {
      return;
    }
    long from = changedFrom;
    withdraw(from, follower);
    derive(from, follower);
    changedFrom = Moments.NEVER;
  }

  private void withdraw(long from, Follower follower) {
    for (Map.Entry<Long, List<Duty>> last = derivedAt.lastEntry();
        last != null && last.getKey() >= from;
        last = derivedAt.lastEntry()) {
      derivedAt.remove(last.getKey());
      for (Duty each : last.getValue()) {
        LoggedFact report = derived.remove(each);
        firsts.remove(each);
        if (report != null) {
          follower.withdraw(report);
        }
      }
    }
  }

  private void derive(long from, Follower follower) {
    // A derived breach affects only later events, so earlier moments are done.
    for (Long next = firstToDerive(from); next != null; next = firstToDerive(next)) {
      List<LoggedFact> reports = new ArrayList<>();
      for (Duty each : byMoment.getOrDefault(next, new TreeSet<>())) {
        if (!derived.containsKey(each) && firsts.isFirst(each)) {
          LoggedFact report = report(each, next);
          derived.put(each, report);
          firsts.add(each, report.id());
          derivedAt.computeIfAbsent(next, _ -> new ArrayList<>()).add(each);
          reports.add(report);
        }
      }
      reports.forEach(follower::take);
    }
  }

  /// The first moment at or after `from` of a breach not derived yet.
  private @Nullable Long firstToDerive(long from) {
    for (Map.Entry<Long, TreeSet<Duty>> each : byMoment.tailMap(from, true).entrySet()) {
      for (Duty duty : each.getValue()) {
        if (!derived.containsKey(duty) && firsts.isFirst(duty)) {
          return each.getKey();
        }
      }
    }
    return null;
  }
}
