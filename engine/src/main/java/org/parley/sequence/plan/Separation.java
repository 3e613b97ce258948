package org.parley.sequence.plan;

import java.util.Map;
import java.util.Optional;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.bounds.BellmanFord;
import org.parley.sequence.bounds.DifferenceBounds;
import org.parley.sequence.bounds.Encoding;
import org.parley.sequence.bounds.Interpretation;
import org.parley.sequence.bounds.ShortestDistances;

/// The most time that clauses leave between two moments.
public final class Separation {

  private Separation() {}

  /// The most units from one moment to another, under a choice of readings and ways. Empty if there
  /// is no limit, or if the clauses cannot all hold. Recesses do not count. Cost: moments times
  /// clauses.
  public static Optional<Long> most(
      SequenceProblem problem,
      Map<TermId, String> readings,
      Map<DemandId, Integer> ways,
      Moment from,
      Moment to) {
    Encoding encoding = new Encoding(problem);
    int[] arcs = new Interpretation(readings, ways).arcs(encoding, _ -> true, problem);
    DifferenceBounds bounds = encoding.differences(arcs);
    if (!new BellmanFord(bounds).run(new Meter(Budget.unlimited())).isEmpty()) {
      return Optional.empty();
    }
    long most = ShortestDistances.from(bounds, encoding.nodeOf(from)).of(encoding.nodeOf(to));
    return most == ShortestDistances.FAR ? Optional.empty() : Optional.of(most);
  }
}
