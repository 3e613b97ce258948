package org.parley.bargain.cases;

import java.util.List;

/// What a case came to as a bargaining problem.
public sealed interface Prepared {

  /// A problem that can be asked.
  record Ready(PackageProblem packages) implements Prepared {}

  /// Nothing can be asked yet; one sentence for each thing that is missing or wrong.
  record Unready(List<String> complaints) implements Prepared {
    public Unready {
      complaints = List.copyOf(complaints);
    }
  }
}
