package org.parley.web.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.cases.ConcessionGain;
import org.parley.bargain.cases.KnotConcessions;
import org.parley.bargain.cases.Named;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.pivot.Pivots;
import org.parley.exact.Budget;
import org.parley.model.CaseRecord;
import org.parley.model.Rewrite;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.step.Demand;
import org.parley.web.SmallWorld;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.ViewedDay;
import org.parley.web.work.Work;

class StudyTest {

  private static final long LONG_MILLIS = 60_000;

  private static PackageProblem problem(int baselines) {
    return Named.of(
        RandomProblems.withBaselines(
            RandomProblems.of(RandomProblems.Kind.W, 3, 6, 3, 2), baselines));
  }

  @Test
  void aStudyFindsWhatTheQuestionsAloneFind() {
    for (int baselines : new int[] {40, 95}) {
      PackageProblem packages = problem(baselines);
      Study study = Study.of(packages, KnotConcessions.NONE);
      assertTrue(study.work().await(LONG_MILLIS));
      assertNull(study.work().failure());
      assertEquals(Study.STEPS, study.parts());
      Budget free = Budget.unlimited();
      ZoneTable table = ZoneTable.of(packages.problem(), free);
      assertEquals(table, study.table());
      Overview alone = Overview.of(packages, free);
      Overview found = Objects.requireNonNull(study.overview());
      assertEquals(alone.summary(), found.summary());
      assertEquals(alone.shares(), found.shares());
      assertEquals(
          alone.solutions().stream().map(each -> each.finding().findAnswer()).toList(),
          found.solutions().stream().map(each -> each.finding().findAnswer()).toList());
      assertEquals(vectors(alone), vectors(found));
      assertEquals(
          table.everyone().isEmpty()
              ? List.of()
              : ConcessionGain.of(packages.problem(), table.everyone().atMost(), free),
          study.easings());
      assertEquals(
          Pivots.find(found.looked().problem(), false, free).findAnswer(),
          Objects.requireNonNull(study.pivots()).findAnswer());
    }
  }

  private static List<List<Long>> vectors(Overview overview) {
    return overview.frontier().findAnswer().stream()
        .flatMap(frontier -> frontier.vectors())
        .map(vector -> Arrays.stream(vector).boxed().toList())
        .toList();
  }

  @Test
  void aStudyThatIsStoppedKeepsItsPartsAndClaimsNoMore() {
    PackageProblem large =
        Named.of(
            RandomProblems.withBaselines(
                RandomProblems.of(RandomProblems.Kind.C, 5, 40, 5, 1), 30));
    Study study = Study.of(large, KnotConcessions.NONE);
    study.work().stop();
    assertTrue(study.work().await(LONG_MILLIS));
    assertEquals(Work.Ended.STOPPED, study.work().ended());
    assertTrue(study.overview() == null || !study.overview().isProved());
    assertFalse(study.pivots() != null && study.pivots().isComplete());
  }

  private static PackagesQuery asked(
      OpenCase open, PackageProblem packages, Map<String, List<String>> parameters) {
    Query query = new Query(parameters);
    return PackagesQuery.of(query, packages, ViewedDay.of(query, open));
  }

  @Test
  void oneStudyServesAllWhoAskTheSameAndNobodyElse() {
    OpenCase open = SmallWorld.open();
    OpenCase other = SmallWorld.open();
    PackageProblem packages = problem(40);
    PackagesQuery asIs = asked(open, packages, Map.of());
    Studies studies = new Studies();
    Study first = studies.of(open, packages, asIs, false);
    assertSame(first, studies.of(open, packages, asIs, false));
    assertNotSame(first, studies.of(other, packages, asIs, false));
    PackagesQuery ofDay = asked(open, packages, Map.of("asOf", List.of("2025-01-01")));
    assertNotSame(first, studies.of(open, packages, ofDay, false));
    assertTrue(first.work().await(LONG_MILLIS));
    assertSame(first, studies.of(open, packages, asIs, true));
    assertNotNull(first.overview());
  }

  @Test
  void aStudyGoesOnOverChangesThatLeaveItsQuestionTheSame() {
    OpenCase open = SmallWorld.open();
    PackageProblem packages = problem(40);
    PackagesQuery asIs = asked(open, packages, Map.of());
    Studies studies = new Studies();
    Study first = studies.of(open, packages, asIs, false);
    CaseView view = open.view();
    Claim claim = view.claims().getFirst();
    OpenCase withMore = new OpenCase(with(view, Rewrite.with(claim, "speaker", "Another")), open);
    assertSame(first, studies.of(withMore, packages, asIs, false));
    assertNotSame(first, studies.of(withMore, problem(41), asIs, false));
    Demand demand = view.demands().getFirst();
    OpenCase otherOrder =
        new OpenCase(with(view, Rewrite.with(demand, "text", "Something else")), open);
    assertNotSame(first, studies.of(otherOrder, packages, asIs, false));
    OpenCase otherViewer = new OpenCase(withMore.view());
    assertNotSame(first, studies.of(otherViewer, packages, asIs, false));
    first.work().stop();
  }

  private static CaseView with(CaseView view, CaseRecord changed) {
    List<CaseRecord> records = new ArrayList<>(view.records());
    records.replaceAll(each -> each.id().equals(changed.id()) ? changed : each);
    return view.of(records);
  }
}
