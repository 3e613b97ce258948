package org.parley.reading.statements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.model.claim.Claim;
import org.parley.reading.Proposal;

/// Groups tellings by statement.
///
/// Tellings of the same speaker, stance and days are joined, the most alike first (single linkage
/// within these limits). The order is that of the days and words, not that of the articles.
public final class Statements {

  /// With so many tellings of its speaker and stance a telling is compared, the latest ones.
  public static final int MAX_COMPARED = 200;

  /// The days between tellings of one statement.
  public static final int WINDOW_DAYS = 1;

  private static final int MAX_MEMBERS = 8;

  private static final Comparator<Telling> ORDER =
      Comparator.comparing(
              (Telling each) -> each.day() == null ? LocalDate.MAX : each.day(),
              Comparator.naturalOrder())
          .thenComparing(each -> each.said() == null)
          .thenComparing(Telling::speaker)
          .thenComparing(Telling::stance)
          .thenComparing(Telling::subject)
          .thenComparing(Telling::words)
          .thenComparingInt(Telling::article)
          .thenComparingInt(Telling::number);

  private final TellingLikeness likeness;
  private final List<TellingLikeness.Seen> told;
  private final List<List<Integer>> groups = new ArrayList<>();

  /// Two tellings and how alike they are.
  private record Pair(int one, int other, double like) {}

  private Statements(List<TellingLikeness.Seen> told, TellingLikeness likeness) {
    this.told = told;
    this.likeness = likeness;
    for (int i = 0; i < told.size(); i++) {
      groups.add(new ArrayList<>(List.of(i)));
    }
  }

  /// The statements of some articles, in the order of their days, and how each stands to the claims
  /// on record.
  ///
  /// @param told the claims of the articles
  /// @param onRecord the claims on record
  /// @param language the language of both, as a BCP 47 tag
  public static List<StatementGroup> of(
      List<Telling> told, List<Telling> onRecord, String language) {
    return of(told, onRecord, new TellingMemory(null, language));
  }

  /// The same with the terms of the grouping before.
  public static List<StatementGroup> of(
      List<Telling> told, List<Telling> onRecord, TellingMemory memory) {
    TellingLikeness likeness = new TellingLikeness(memory);
    List<TellingLikeness.Seen> seen = told.stream().sorted(ORDER).map(likeness::see).toList();
    List<TellingLikeness.Seen> records =
        onRecord.stream().sorted(ORDER).map(likeness::see).toList();
    return new Relations(likeness, new Statements(seen, likeness).grouped(), records).groups();
  }

  /// Whether a report can be of the occasion of a claim on record: within the window of days, or
  /// without a day.
  ///
  /// @param published when the article appeared; null if unknown
  public static boolean isOneOccasion(
      Proposal.OfClaim told, @Nullable LocalDate published, Claim record) {
    return TellingLikeness.isNear(
        Telling.of(0, 1, published, told, Set.of()), CaseStatements.onRecord(record), WINDOW_DAYS);
  }

  /// Joins the most alike first.
  private List<List<TellingLikeness.Seen>> grouped() {
    List<Pair> pairs = pairs();
    pairs.sort(
        Comparator.comparingDouble((Pair each) -> -each.like())
            .thenComparingInt(Pair::one)
            .thenComparingInt(Pair::other));
    for (Pair each : pairs) {
      join(groups.get(each.one()), groups.get(each.other()));
    }
    List<List<TellingLikeness.Seen>> all = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      List<Integer> group = groups.get(i);
      if (group.getFirst() == i) {
        all.add(group.stream().map(told::get).toList());
      }
    }
    return all;
  }

  /// Joins two groups, told apart by identity: equal ones would be one.
  @SuppressWarnings("ReferenceEquality")
  private void join(List<Integer> one, List<Integer> other) {
    if (one == other || !mayJoin(one, other)) {
      return;
    }
    one.addAll(other);
    one.sort(Comparator.naturalOrder());
    other.forEach(each -> groups.set(each, one));
  }

  private boolean mayJoin(List<Integer> one, List<Integer> other) {
    for (int first : one.subList(0, Math.min(MAX_MEMBERS, one.size()))) {
      for (int second : other.subList(0, Math.min(MAX_MEMBERS, other.size()))) {
        if (!mayBeOne(told.get(first), told.get(second))) {
          return false;
        }
      }
    }
    return true;
  }

  /// One article rarely says the same twice in other words.
  private boolean mayBeOne(TellingLikeness.Seen one, TellingLikeness.Seen other) {
    boolean isTwice =
        one.telling().article() == other.telling().article()
            && !one.subject().equals(other.subject());
    return !isTwice && likeness.mayBeOne(one, other, WINDOW_DAYS);
  }

  /// Those alike enough, each compared with the latest before it of its speaker and stance.
  private List<Pair> pairs() {
    Map<String, List<Integer>> byKey = new HashMap<>();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      Set<Integer> before = new TreeSet<>();
      for (String key : told.get(i).voice().keys()) {
        List<Integer> all =
            byKey.computeIfAbsent(
                key + " " + told.get(i).telling().stance(), _ -> new ArrayList<>());
        before.addAll(all.subList(Math.max(0, all.size() - MAX_COMPARED), all.size()));
        all.add(i);
      }
      for (int each : before) {
        double like =
            mayBeOne(told.get(each), told.get(i)) ? likeness.of(told.get(each), told.get(i)) : 0;
        if (like >= TellingLikeness.ENOUGH) {
          pairs.add(new Pair(each, i, like));
        }
      }
    }
    return pairs;
  }
}
