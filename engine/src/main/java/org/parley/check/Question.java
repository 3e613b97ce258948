package org.parley.check;

import java.util.List;
import org.parley.bargain.Problem;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.coverage.Coverage;
import org.parley.model.guarantee.Contribution;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.control.UncertainNetwork;

/// What a finding is about.
public sealed interface Question {

  /// A finding about packages.
  record Packages(Problem problem) implements Question {}

  /// A finding about steps in time. In findings about dates nothing begins before the origin, where
  /// the problem does not say otherwise.
  record Sequence(SequenceProblem problem) implements Question {}

  /// A finding about moments of which others decide some.
  record Network(UncertainNetwork network) implements Question {}

  /// A finding about what guarantees would answer.
  record Guarantees(
      Coverage.Question asked, List<Commitment> commitments, List<Contribution> contributions)
      implements Question {
    public Guarantees {
      commitments = List.copyOf(commitments);
      contributions = List.copyOf(contributions);
    }
  }
}
