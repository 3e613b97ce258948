package org.parley.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.acts.Acts;
import org.parley.acts.RecordedAct;
import org.parley.board.word.PreparedClaim;
import org.parley.board.word.PreparedClaims;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.text.Subject;

/// The days on which something was said about some subjects, or corrected, or done.
///
/// Thread-safe. Memory is linear in the claims. A question costs time linear in the days on which
/// something was said about the subjects or corrected. The days of acts are kept for the latest
/// moment.
final class TurningDays {

  private static final SaidDays NONE = new SaidDays();

  private final Acts acts;
  private final Map<Subject, List<Claim>> about;

  /// By subject, and of corrections: the days on which something was said, each with the days by
  /// which it was known.
  private final Map<Subject, SaidDays> daysAbout;

  private final SaidDays ofCorrections;
  private final SaidDays ofClaims;
  private volatile @Nullable DaysOfActs latest;

  /// The days of the acts by a moment.
  private record DaysOfActs(AsOf until, Set<LocalDate> days) {}

  /// Days on which claims were said, with the count of claims that were known by each day.
  private static final class SaidDays {
    private final Map<LocalDate, NavigableMap<LocalDate, Integer>> known = new HashMap<>();

    /// The same, to be changed apart.
    SaidDays copied() {
      SaidDays copy = new SaidDays();
      known.forEach((said, days) -> copy.known.put(said, new TreeMap<>(days)));
      return copy;
    }

    void add(Claim claim) {
      known
          .computeIfAbsent(AsOf.saidBy(claim), _ -> new TreeMap<>())
          .merge(claim.knownOrSaid().latestDay(), 1, Integer::sum);
    }

    /// Takes back a claim that was added; a day without claims is none.
    void remove(Claim claim) {
      known.computeIfPresent(
          AsOf.saidBy(claim),
          (_, days) -> {
            days.computeIfPresent(
                claim.knownOrSaid().latestDay(), (_, count) -> count == 1 ? null : count - 1);
            return days.isEmpty() ? null : days;
          });
    }

    void addTo(Set<LocalDate> all, AsOf until) {
      known.forEach(
          (said, days) -> {
            if (!said.isAfter(until.date()) && !days.firstKey().isAfter(until.knownAt())) {
              all.add(said);
            }
          });
    }
  }

  TurningDays(PreparedClaims words) {
    acts = words.acts;
    about = new HashMap<>();
    daysAbout = new HashMap<>();
    ofCorrections = new SaidDays();
    ofClaims = new SaidDays();
    words.inOrder.forEach(word -> add(word, _ -> {}));
  }

  /// Those of a later state of the boards, in which few claims differ.
  ///
  /// Cost: linear in the subjects, the days, and the claims about the subjects of those that
  /// differ.
  TurningDays(TurningDays before, PreparedClaims.Renewal renewal) {
    acts = renewal.words().acts;
    about = new HashMap<>(before.about);
    daysAbout = new HashMap<>(before.daysAbout);
    ofCorrections = before.ofCorrections.copied();
    ofClaims = before.ofClaims.copied();
    Set<Subject> own = new HashSet<>();
    Consumer<Subject> copying =
        subject -> {
          if (own.add(subject)) {
            about.computeIfPresent(subject, (_, all) -> new ArrayList<>(all));
            daysAbout.computeIfPresent(subject, (_, days) -> days.copied());
          }
        };
    Set<Claim> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    renewal.gone().forEach(word -> gone.add(word.claim));
    renewal.gone().forEach(word -> remove(word, copying));
    own.forEach(each -> claimsAbout(each).removeIf(gone::contains));
    renewal.came().forEach(word -> add(word, copying));
    own.forEach(each -> claimsAbout(each).sort(CaseView.CLAIMS_IN_ORDER));
  }

  private List<Claim> claimsAbout(Subject subject) {
    return about.computeIfAbsent(subject, _ -> new ArrayList<>());
  }

  /// @param copying makes what is kept of a subject a copy of its own
  private void add(PreparedClaim word, Consumer<Subject> copying) {
    if (word.act == null) {
      ofClaims.add(word.claim);
      for (Subject each : word.claim.about()) {
        copying.accept(each);
        claimsAbout(each).add(word.claim);
        daysAbout.computeIfAbsent(each, _ -> new SaidDays()).add(word.claim);
      }
      if (!word.claim.corrects().isEmpty()) {
        ofCorrections.add(word.claim);
      }
    }
  }

  /// Takes a claim from the days; from the lists of claims all that are gone are taken at once.
  private void remove(PreparedClaim word, Consumer<Subject> copying) {
    if (word.act == null) {
      ofClaims.remove(word.claim);
      for (Subject each : word.claim.about()) {
        copying.accept(each);
        daysAbout.computeIfAbsent(each, _ -> new SaidDays()).remove(word.claim);
      }
      if (!word.claim.corrects().isEmpty()) {
        ofCorrections.remove(word.claim);
      }
    }
  }

  /// The days until a moment, as known then, in order.
  NavigableSet<LocalDate> of(Set<Subject> subjects, AsOf until) {
    NavigableSet<LocalDate> days = new TreeSet<>(ofActs(until));
    for (Subject each : subjects) {
      daysAbout.getOrDefault(each, NONE).addTo(days, until);
    }
    ofCorrections.addTo(days, until);
    return days;
  }

  /// The days on which anything was said until a moment, as known then.
  Set<LocalDate> ofClaims(AsOf until) {
    Set<LocalDate> days = new HashSet<>();
    ofClaims.addTo(days, until);
    return days;
  }

  /// The claims about any of some subjects, some of them twice.
  List<Claim> claimsAbout(Set<Subject> subjects) {
    List<Claim> claims = new ArrayList<>();
    subjects.forEach(each -> claims.addAll(about.getOrDefault(each, List.of())));
    return claims;
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
