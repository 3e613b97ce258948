package org.parley.sequence.knots;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.exact.Certificate;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.Moment;

/// Certifies that a list of knots is complete under every full reading of the terms.
///
/// For each reading and each minimal hitting set of its knots, it has dates that keep all other
/// demands. The complement of a missed knot would contain one of these hitting sets. Its dates
/// would keep the knot, which is impossible (Reiter 1987). The proof grows with the readings and
/// with the product of the ways out of independent knots. It is computed on request, within a
/// budget.
///
/// @param knots the knots, each with its own proof
/// @param witnesses the dates
public record KnotsCompleteness(List<Knot> knots, List<Witness> witnesses)
    implements Certificate.OfAnswer {

  /// Dates that keep all demands but some.
  ///
  /// @param readings the reading of every term
  /// @param without the demands left out
  /// @param times the time of each moment
  public record Witness(
      Map<TermId, String> readings, Set<DemandId> without, Map<Moment.At, Long> times) {
    public Witness {
      readings = Map.copyOf(readings);
      without = Set.copyOf(without);
      times = Map.copyOf(times);
    }
  }

  public KnotsCompleteness {
    knots = List.copyOf(knots);
    witnesses = List.copyOf(witnesses);
  }
}
