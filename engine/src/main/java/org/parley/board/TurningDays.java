package org.parley.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.acts.Acts;
import org.parley.acts.RecordedAct;
import org.parley.board.word.PreparedClaim;
import org.parley.board.word.PreparedClaims;
import org.parley.model.cases.AsOf;
import org.parley.model.claim.Claim;
import org.parley.model.text.Subject;

/// The days on which something was said about some subjects, or corrected, or done.
///
/// Thread-safe. Memory is linear in the claims. A question costs time linear in the days on which
/// something was said about the subjects or corrected. The days of acts are kept for the latest
/// moment.
final class TurningDays {

  private final Acts acts;
  private final Map<Subject, List<Claim>> about = new HashMap<>();

  /// By subject, and of corrections: the days on which something was said, each with the day by
  /// which the first of it was known.
  private final Map<Subject, Map<LocalDate, LocalDate>> daysAbout = new HashMap<>();

  private final Map<LocalDate, LocalDate> daysOfCorrections = new HashMap<>();
  private final Map<LocalDate, LocalDate> daysOfClaims = new HashMap<>();
  private volatile @Nullable DaysOfActs latest;

  /// The days of the acts by a moment.
  private record DaysOfActs(AsOf until, Set<LocalDate> days) {}

  TurningDays(PreparedClaims words) {
    this.acts = words.acts;
    for (PreparedClaim word : words.inOrder) {
      if (word.act == null) {
        put(daysOfClaims, word.claim);
        for (Subject each : word.claim.about()) {
          about.computeIfAbsent(each, _ -> new ArrayList<>()).add(word.claim);
          put(daysAbout.computeIfAbsent(each, _ -> new HashMap<>()), word.claim);
        }
        if (!word.claim.corrects().isEmpty()) {
          put(daysOfCorrections, word.claim);
        }
      }
    }
  }

  /// The days until a moment, as known then, in order.
  NavigableSet<LocalDate> of(Set<Subject> subjects, AsOf until) {
    NavigableSet<LocalDate> days = new TreeSet<>(ofActs(until));
    for (Subject each : subjects) {
      add(days, daysAbout.getOrDefault(each, Map.of()), until);
    }
    add(days, daysOfCorrections, until);
    return days;
  }

  /// The days on which anything was said until a moment, as known then.
  Set<LocalDate> ofClaims(AsOf until) {
    Set<LocalDate> days = new HashSet<>();
    add(days, daysOfClaims, until);
    return days;
  }

  /// The claims about any of some subjects, some of them twice.
  List<Claim> claimsAbout(Set<Subject> subjects) {
    List<Claim> claims = new ArrayList<>();
    subjects.forEach(each -> claims.addAll(about.getOrDefault(each, List.of())));
    return claims;
  }

  private static void put(Map<LocalDate, LocalDate> days, Claim claim) {
    days.merge(
        AsOf.saidBy(claim),
        claim.knownOrSaid().latestDay(),
        (one, other) -> one.isBefore(other) ? one : other);
  }

  private static void add(Set<LocalDate> all, Map<LocalDate, LocalDate> days, AsOf until) {
    days.forEach(
        (said, known) -> {
          if (!said.isAfter(until.date()) && !known.isAfter(until.knownAt())) {
            all.add(said);
          }
        });
  }

  private Set<LocalDate> ofActs(AsOf until) {
    DaysOfActs known = latest;
    if (known == null || !known.until.equals(until)) {
      Set<LocalDate> days = new HashSet<>();
      for (RecordedAct each : acts.inOrder()) {
        if (each.isBy(until)) {
          days.add(each.doneBy());
        }
      }
      known = new DaysOfActs(until, Set.copyOf(days));
      latest = known;
    }
    return known.days;
  }
}
