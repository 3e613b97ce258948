package org.parley.reading.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.language.ParsedText;

/// Finds demands of order among claims that depend on something: "only after", "not before".
final class Orders {

  private static final Pattern ORDER =
      Pattern.compile(
          "(?i)^(.*?)\\b(only after|only once|only when|not before|not until|until|once|after|before)\\b(.*)$",
          Pattern.DOTALL);

  private Orders() {}

  static List<Proposal.OfOrder> in(ParsedText text, List<Proposal.OfClaim> claims) {
    List<Proposal.OfOrder> found = new ArrayList<>();
    for (Proposal.OfClaim claim : claims) {
      boolean mayDemand =
          claim.stance() == SaidStance.CONDITIONAL
              || claim.stance() == SaidStance.PREFERS
              || claim.stance() == SaidStance.REJECTED;
      Matcher order = ORDER.matcher(claim.quotation().words());
      if (mayDemand && claim.condition() != null && order.matches() && !order.group(3).isBlank()) {
        found.add(
            new Proposal.OfOrder(
                claim.quotation(),
                claim.speaker(),
                claim.subject(),
                claim.condition(),
                claim.confidence() - 10));
      }
    }
    return found;
  }
}
