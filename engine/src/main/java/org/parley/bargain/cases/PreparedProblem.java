package org.parley.bargain.cases;

import java.util.List;
import org.parley.model.Refusal;

/// The bargaining problem of a case, or the lacks that prevent one.
public sealed interface PreparedProblem {

  /// A problem ready to be searched.
  record Ready(PackageProblem packages) implements PreparedProblem {}

  /// No problem can be searched yet.
  ///
  /// @param lacks the missing or wrong records
  record Unready(List<Lack> lacks) implements PreparedProblem {
    public Unready {
      lacks = List.copyOf(lacks);
    }
  }

  /// A lack that keeps a case from being a bargaining problem.
  sealed interface Lack {

    /// No point has two options.
    record NothingToChoose() implements Lack {}

    /// Nothing is left to negotiate of the instruments.
    ///
    /// @param instruments their titles
    record Settled(List<String> instruments) implements Lack {
      public Settled {
        instruments = List.copyOf(instruments);
      }
    }

    /// No signatory has a position on the points.
    ///
    /// @param points the numbers of the points
    record NoPosition(List<String> points) implements Lack {
      public NoPosition {
        points = List.copyOf(points);
      }
    }

    /// More parties have positions than the engine supports.
    record TooManyParties(int parties, int most) implements Lack {}

    /// The sums of worths exceed the supported range.
    record WorthsTooLarge() implements Lack {}

    /// The figures are inconsistent.
    ///
    /// @param why the violation
    record Invalid(Refusal why) implements Lack {}
  }
}
