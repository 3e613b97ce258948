package org.parley.guarantees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.check.CoverageCheck;
import org.parley.exact.Finding;
import org.parley.guarantees.commitment.Authoring;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.CoverageQuestion;

/// Guarantees of every form over random cases are read, asked and checked.
class RandomGuaranteesLawTest {

  @Test
  void whateverIsACaseIsReadAndItsCoverageChecks() {
    int covered = 0;
    for (long seed = 0; seed < 20; seed++) {
      CaseView view = Cases.withEverySecret(seed).viewFor(new Viewer.Mediator());
      var read = CaseGuarantees.of(view);
      Authoring.check(read.commitments());
      List<DutyVerdict> verdicts =
          Guarantees.state(read.commitments(), read.log(), 2_000_000_000L, 2_000_000_000L);
      assertEquals(
          verdicts,
          Guarantees.state(read.commitments(), read.log(), 2_000_000_000L, 2_000_000_000L));
      for (CoverageQuestion question : view.coverageQuestions()) {
        if (Guarantees.coverage(read.question(question), read.commitments(), read.contributions())
            instanceof Finding.Proved<Coverage>(_, Coverage.Proof proof)) {
          covered++;
          assertTrue(CoverageCheck.verify(proof).holds(), "seed " + seed);
        }
      }
    }
    assertTrue(covered > 20, "covered " + covered);
  }
}
