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
/// Thread-safe. Memory is linear in the claims. A question costs time linear in the claims about
/// the subjects and in the corrections. The days of acts are kept for the latest moment.
final class TurningDays {

  private final Acts acts;
  private final Map<Subject, List<Claim>> about = new HashMap<>();
  private final List<Claim> correcting = new ArrayList<>();
  private volatile @Nullable DaysOfActs latest;

  /// The days of the acts by a moment.
  private record DaysOfActs(AsOf until, Set<LocalDate> days) {}

  TurningDays(PreparedClaims words) {
    this.acts = words.acts;
    for (PreparedClaim word : words.inOrder) {
      if (word.act == null) {
        word.claim
            .about()
            .forEach(each -> about.computeIfAbsent(each, _ -> new ArrayList<>()).add(word.claim));
        if (!word.claim.corrects().isEmpty()) {
          correcting.add(word.claim);
        }
      }
    }
  }

  /// The days until a moment, as known then, in order.
  NavigableSet<LocalDate> of(Set<Subject> subjects, AsOf until) {
    NavigableSet<LocalDate> days = new TreeSet<>(ofActs(until));
    for (Subject each : subjects) {
      add(days, about.getOrDefault(each, List.of()), until);
    }
    add(days, correcting, until);
    return days;
  }

  private static void add(Set<LocalDate> days, List<Claim> claims, AsOf until) {
    for (Claim each : claims) {
      if (until.covers(each)) {
        days.add(AsOf.saidBy(each));
      }
    }
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
