package org.parley.bargain.cases;

import java.util.List;
import org.parley.model.Refusal;

/// What a case came to as a bargaining problem.
public sealed interface PreparedProblem {

  /// A problem that can be asked.
  record Ready(PackageProblem packages) implements PreparedProblem {}

  /// Nothing can be asked yet.
  ///
  /// @param lacks what is missing or wrong
  record Unready(List<Lack> lacks) implements PreparedProblem {
    public Unready {
      lacks = List.copyOf(lacks);
    }
  }

  /// Something that keeps a case from being a bargaining problem.
  sealed interface Lack {

    /// No point has two options, so there is nothing to choose between.
    record NothingToChoose() implements Lack {}

    /// No position on the points is on record for any signatory.
    ///
    /// @param points the numbers of the points
    record NoPosition(List<String> points) implements Lack {
      public NoPosition {
        points = List.copyOf(points);
      }
    }

    /// More parties have positions than can be calculated with.
    record TooManyParties(int parties, int most) implements Lack {}

    /// The worths add up to more than can be calculated with.
    record WorthsTooLarge() implements Lack {}

    /// The figures do not fit together.
    ///
    /// @param why what is wrong with them, as the problem says it
    record Invalid(Refusal why) implements Lack {}
  }
}
