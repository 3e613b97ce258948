package org.parley.sequence.knots;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.sequence.SequenceProblem;

/// The result of a search for knots, in numbers.
public sealed interface KnotSummary {

  /// The case has no steps.
  record NoSteps() implements KnotSummary {}

  /// The case has steps, and no demand on their order.
  record NoDemands() implements KnotSummary {}

  /// No knot was found.
  ///
  /// @param complete whether there is none; else the search was stopped
  record NoKnots(boolean complete) implements KnotSummary {}

  /// Knots were found.
  ///
  /// @param knots the number of knots
  /// @param firm the number of knots that no reading resolves
  /// @param parties the parties with demands in them
  /// @param extent the completeness of the list
  record Tied(int knots, int firm, SortedSet<PartyId> parties, Extent extent)
      implements KnotSummary {}

  /// The completeness of a list of knots.
  enum Extent {
    /// Proved: dates that keep all else were found and checked.
    CHECKED,
    /// The search was exhaustive.
    SEARCHED,
    /// The search was stopped.
    STOPPED
  }

  /// The summary of a finding.
  ///
  /// @param checked whether a proof of completeness was checked
  static KnotSummary of(SequenceProblem problem, Finding<List<Knot>> finding, boolean checked) {
    boolean isComplete = finding.isComplete();
    List<Knot> knots = finding.findAnswer().orElse(List.of());
    if (problem.steps().isEmpty()) {
      return new NoSteps();
    }
    if (problem.demands().isEmpty()) {
      return new NoDemands();
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
