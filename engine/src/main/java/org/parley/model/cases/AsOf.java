package org.parley.model.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.Need;
import org.parley.model.position.Baseline;
import org.parley.model.position.Linkage;
import org.parley.model.position.Position;

/// A bitemporal cut: statements made by the end of `date`, as known by the end of `knownAt`.
public record AsOf(LocalDate date, LocalDate knownAt) {

  /// The latest state, with all knowledge.
  public static final AsOf LATEST = new AsOf(LocalDate.MAX, LocalDate.MAX);

  /// As of `date`, with all later knowledge.
  public static AsOf of(LocalDate date) {
    return new AsOf(date, LocalDate.MAX);
  }

  /// An earlier day with the knowledge of that day, so that later knowledge counts as a change.
  public AsOf asLookedAt(LocalDate day) {
    return new AsOf(day, day.isBefore(knownAt) ? day : knownAt);
  }

  /// Whether a claim counts: it had certainly been said by the day, and was known by the day of
  /// knowledge.
  public boolean covers(Claim claim) {
    return !saidBy(claim).isAfter(date) && claim.knownOrSaid().isBy(knownAt);
  }

  /// Whether a position counts: the party held it by the day, and it was known by the day of
  /// knowledge. Without dates it counts with the first of the claims that it rests on, and without
  /// claims always.
  public boolean covers(Position position, CaseView view) {
    return covers(position.from(), position.knownOrHeld(), position.claims(), view);
  }

  /// Whether a baseline counts, by the same rule.
  public boolean covers(Baseline baseline, CaseView view) {
    return covers(baseline.from(), baseline.knownOrHeld(), baseline.claims(), view);
  }

  /// Whether a linkage counts: one of its claims does, or it rests on a text or on nothing.
  public boolean covers(Linkage linkage, CaseView view) {
    return !linkage.points().isEmpty() || covers(null, null, linkage.claims(), view);
  }

  /// Whether a contribution counts: one of its claims does, or it rests on none.
  public boolean covers(Contribution contribution, CaseView view) {
    return covers(null, null, contribution.claims(), view);
  }

  /// Whether a need counts, by the same rule.
  public boolean covers(Need need, CaseView view) {
    return covers(null, null, need.claims(), view);
  }

  private boolean covers(
      @Nullable Edtf from, @Nullable Edtf known, List<ClaimId> claims, CaseView view) {
    if (from == null && known == null) {
      return claims.isEmpty() || claims.stream().map(view::get).anyMatch(this::covers);
    }
    return (from == null || from.isBy(date)) && (known == null || known.isBy(knownAt));
  }

  /// The day by which a claim had certainly been said: the last its date may denote, or the day it
  /// became known.
  public static LocalDate saidBy(Claim claim) {
    LocalDate said = claim.said().latestDay();
    LocalDate known = claim.knownOrSaid().latestDay();
    return known.isBefore(said) ? known : said;
  }
}
