package org.parley.guarantees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.check.CoverageCheck;
import org.parley.exact.Finding;
import org.parley.guarantees.commitment.Authoring;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.log.Verdict;
import org.parley.model.Case;
import org.parley.model.CaseRecord;
import org.parley.model.CaseView;
import org.parley.model.Cases;
import org.parley.model.GeneratorCensus;
import org.parley.model.GuaranteeCases;
import org.parley.model.Viewer;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.Need;

/// Guarantees of every form over random cases are read, asked and checked.
class RandomGuaranteesLawTest {

  @Test
  void whateverIsACaseIsReadAndItsCoverageChecks() {
    int covered = 0;
    for (long seed = 0; seed < 20; seed++) {
      Case base = Cases.of(seed);
      List<CaseRecord> records = new ArrayList<>(base.records());
      records.addAll(GuaranteeCases.random(base, new Random(seed)));
      CaseView view = Case.of(base.info(), records).viewFor(new Viewer.Mediator());
      var read = CaseGuarantees.of(view);
      Authoring.check(read.commitments());
      List<Verdict> verdicts =
          Guarantees.state(read.commitments(), read.log(), 2_000_000_000L, 2_000_000_000L);
      assertEquals(
          verdicts,
          Guarantees.state(read.commitments(), read.log(), 2_000_000_000L, 2_000_000_000L));
      for (CoverageQuestion question : view.coverageQuestions()) {
        if (Guarantees.coverage(read.question(question), read.commitments(), read.contributions())
            instanceof Finding.Proved<Coverage>(_, Coverage.Proof proof)) {
          covered++;
          assertEquals(List.of(), CoverageCheck.faults(proof), "seed " + seed);
        }
      }
    }
    assertTrue(covered > 20, "covered " + covered);
  }

  @Test
  void everythingAGuaranteeCanHaveIsThere() {
    var census =
        GeneratorCensus.of(
                Guarantee.class,
                Contribution.class,
                Need.class,
                Incident.class,
                LogEntry.class,
                CoverageQuestion.class)
            .exclude("Guarantee.Trigger.Combined.incidents = empty", "a trigger asks for something")
            .exclude("Determination.Council.members = empty", "a council has members")
            .exclude("Guarantee.ties = empty", "every tie has its place")
            .exclude("Guarantee.ties = one", "every tie has its place")
            .exclude("LogEntry.source = empty", "an entry has a source")
            .exclude("CoverageQuestion.threats = empty", "a question names a threat");
    for (long seed = 0; seed < 60; seed++) {
      GuaranteeCases.random(Cases.of(seed), new Random(seed)).forEach(census::count);
    }
    assertEquals(List.of(), census.neverProduced());
  }
}
