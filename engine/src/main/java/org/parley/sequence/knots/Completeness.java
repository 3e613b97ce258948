package org.parley.sequence.knots;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.exact.Certificate;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.Moment;

/// The proof that a list of knots has them all under every full reading of the terms (what is tied
/// whatever a term means follows from these): for every full reading of the terms, and every
/// minimal set of demands that meets each knot tied under it, dates that keep all other demands.
///
/// A knot missed would share a demand with each of these sets' complements in vain: the demands
/// outside it meet every listed knot, so some listed set lies among them, and the dates of that set
/// keep the missed knot, which cannot be kept (Reiter 1987). The proof grows with the readings and
/// with the product of the ways out of knots that share nothing; it is made on request, within a
/// budget.
///
/// @param knots the knots, each of which carries its own proof
/// @param witnesses the dates
public record Completeness(List<Knot> knots, List<Witness> witnesses) implements Certificate {

  /// Dates that keep all demands but some.
  ///
  /// @param readings how every term is read
  /// @param without the demands they need not keep
  /// @param times the time of each moment
  public record Witness(
      Map<TermId, String> readings, Set<DemandId> without, Map<Moment.At, Long> times) {
    public Witness {
      readings = Map.copyOf(readings);
      without = Set.copyOf(without);
      times = Map.copyOf(times);
    }
  }

  public Completeness {
    knots = List.copyOf(knots);
    witnesses = List.copyOf(witnesses);
  }
}
