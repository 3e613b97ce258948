package org.parley.model.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;
import org.parley.model.position.Baseline;
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
  /// knowledge. Without dates it always counts.
  public boolean covers(Position position) {
    return covers(position.from(), position.knownOrHeld());
  }

  /// Whether a baseline counts, by the same rule.
  public boolean covers(Baseline baseline) {
    return covers(baseline.from(), baseline.knownOrHeld());
  }

  private boolean covers(@Nullable Edtf from, @Nullable Edtf known) {
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
