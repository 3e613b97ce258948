package org.parley.guarantees;

import java.util.List;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.coverage.Hole;
import org.parley.model.guarantee.CoverageQuestion;

/// The summary of the guarantees of a case.
public sealed interface CoverageSummary {

  /// There is no guarantee.
  record NoGuarantees() implements CoverageSummary {}

  /// There are guarantees, but no question about them.
  record NoQuestion(int guarantees) implements CoverageSummary {}

  /// Every threat of the question is answered at every moment.
  record Covered(CoverageQuestion question) implements CoverageSummary {}

  /// Some threat is not answered.
  ///
  /// @param holes one or more
  record Holes(CoverageQuestion question, List<Hole> holes) implements CoverageSummary {

    public Holes {
      holes = List.copyOf(holes);
    }
  }

  /// The summary of a coverage.
  static CoverageSummary of(CoverageQuestion question, Coverage coverage) {
    List<Hole> holes = Hole.list(coverage);
    return holes.isEmpty() ? new Covered(question) : new Holes(question, holes);
  }
}
