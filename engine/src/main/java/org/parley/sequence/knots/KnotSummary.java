package org.parley.sequence.knots;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.exact.Finding;
import org.parley.model.party.PartyId;
import org.parley.sequence.SequenceProblem;

/// The result of a search for knots, in numbers.
public sealed interface KnotSummary {

  /// The case has no steps.
  record NoSteps() implements KnotSummary {}

  /// No knot was found.
  ///
  /// @param complete whether there is none; else the search was stopped
  record NoKnots(boolean complete) implements KnotSummary {}

  /// Knots were found.
  ///
  /// @param knots how many
  /// @param firm how many of them no reading of a contested term unties
  /// @param parties whose demands are in them
  /// @param extent whether these are all
  record Tied(int knots, int firm, SortedSet<PartyId> parties, Extent extent)
      implements KnotSummary {}

  /// How far a list of knots is known to be complete.
  enum Extent {
    /// Dates that keep everything else were found and checked.
    CHECKED,
    /// The search came to its end.
    SEARCHED,
    /// The search was stopped.
    STOPPED
  }

  /// What a finding comes to.
  ///
  /// @param checked whether a proof that these are all was checked
  static KnotSummary of(SequenceProblem problem, Finding<List<Knot>> finding, boolean checked) {
    boolean isComplete = finding.isComplete();
    List<Knot> knots = finding.findAnswer().orElse(List.of());
    if (problem.steps().isEmpty()) {
      return new NoSteps();
    }
    if (knots.isEmpty()) {
      return new NoKnots(isComplete);
    }
    SortedSet<PartyId> parties = new TreeSet<>();
    knots.forEach(knot -> knot.demands().forEach(each -> parties.addAll(problem.get(each).by())));
    return new Tied(
        knots.size(),
        (int) knots.stream().filter(Knot::isFirm).count(),
        parties,
        checked ? Extent.CHECKED : isComplete ? Extent.SEARCHED : Extent.STOPPED);
  }
}
