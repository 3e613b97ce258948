package org.parley.model.cases;

import java.time.LocalDate;
import org.parley.model.claim.Claim;

/// A bitemporal cut: statements made by the end of `date`, as known by the end of `knownAt`.
public record AsOf(LocalDate date, LocalDate knownAt) {

  /// As of `date`, with all later knowledge.
  public static AsOf of(LocalDate date) {
    return new AsOf(date, LocalDate.MAX);
  }

  /// Whether a claim counts: it had certainly been said by the day, and was known by the day of
  /// knowledge.
  public boolean covers(Claim claim) {
    return !saidBy(claim).isAfter(date) && claim.knownOrSaid().isBy(knownAt);
  }

  /// The day by which a claim had certainly been said: the last its date may denote, or the day it
  /// became known.
  public static LocalDate saidBy(Claim claim) {
    LocalDate said = claim.said().latestDay();
    LocalDate known = claim.knownOrSaid().latestDay();
    return known.isBefore(said) ? known : said;
  }
}
