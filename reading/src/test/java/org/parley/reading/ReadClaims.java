package org.parley.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.parley.reading.rules.RuleReader;

/// The claims that a reader proposes in a text of 14 May 2031.
@NullMarked
public final class ReadClaims {

  private static final LocalDate DAY = LocalDate.of(2031, 5, 14);

  private ReadClaims() {}

  public static List<Proposal.OfClaim> of(RuleReader reader, String text) {
    return reader.propose(Article.of(text + "\n", DAY)).stream()
        .filter(Proposal.OfClaim.class::isInstance)
        .map(Proposal.OfClaim.class::cast)
        .toList();
  }
}
