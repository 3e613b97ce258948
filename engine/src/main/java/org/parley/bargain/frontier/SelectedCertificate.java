package org.parley.bargain.frontier;

import java.util.List;
import org.parley.bargain.solve.Solution;
import org.parley.exact.Certificate;

/// Certifies a solution by the whole frontier. Every rule of fair division grows with the worth of
/// each party, so an efficient package attains it.
///
/// @param kind the rule
/// @param best the worths of the solution, by party
/// @param floor the least worth of each party: its baseline, or the least that any package gives it
/// @param unit by party, the unit of gains; 1 if the rule has none
/// @param frontier the frontier, with what proves it
/// @param leasts proofs of floors; those of other parties are found by going through packages
public record SelectedCertificate(
    Solution.Kind kind,
    List<Long> best,
    List<Long> floor,
    List<Long> unit,
    FrontierCertificate frontier,
    List<LeastWorth> leasts)
    implements Certificate.OfAnswer {

  public SelectedCertificate {
    best = List.copyOf(best);
    floor = List.copyOf(floor);
    unit = List.copyOf(unit);
    leasts = List.copyOf(leasts);
  }
}
