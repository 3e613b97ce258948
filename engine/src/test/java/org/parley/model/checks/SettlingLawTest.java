package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;

/// Cases from which records went and in which claims were dated anew: what is hidden gives way, and
/// nobody learns of it who may not see it.
class SettlingLawTest {

  private int settled;
  private int asideInAll;

  @Test
  void hiddenRecordsGiveWay() {
    hold(0, 20);
  }

  @Test
  @Tag("long")
  void hiddenRecordsGiveWayInManyCases() {
    hold(0, 3_000);
  }

  private void hold(int firstSeed, int endSeed) {
    for (int seed = firstSeed; seed < endSeed; seed++) {
      Random random = new Random(seed);
      Case all = Cases.of(seed);
      for (int round = 0; round < 4; round++) {
        hold("seed " + seed + ", round " + round, all.info(), damaged(all, random), random);
      }
    }
    assertTrue(settled > endSeed - firstSeed, "only " + settled + " were settled");
    assertTrue(asideInAll > (endSeed - firstSeed) / 4, "only " + asideInAll + " were set aside");
  }

  private static List<CaseRecord> damaged(Case all, Random random) {
    List<CaseRecord> records = new ArrayList<>(all.records());
    for (int i = random.nextInt(3); i >= 0 && !records.isEmpty(); i--) {
      int index = random.nextInt(records.size());
      if (records.get(index) instanceof Claim claim) {
        records.set(index, Rewrite.with(claim, "said", Edtf.of("2031-01-0" + (1 + i))));
      } else {
        records.remove(index);
      }
    }
    return records;
  }

  private void hold(String where, CaseInfo info, List<CaseRecord> records, Random random) {
    Settling whole = Settling.of(info, records);
    List<CaseRecord> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, random);
    assertEquals(whole.setAside(), Settling.of(info, shuffled).setAside(), where);
    if (!whole.problems().isEmpty()) {
      return;
    }
    settled++;
    asideInAll += whole.setAside().size();
    assertEquals(List.of(), CaseChecks.problems(info, whole.kept()), where);
    assertEquals(records.size(), whole.kept().size() + whole.setAside().size(), where);
    Case settledCase = Case.settling(info, records);
    for (SetAside each : whole.setAside()) {
      assertFalse(each.record().visibility() instanceof Visibility.Public, where);
      List<CaseRecord> more = new ArrayList<>(whole.kept());
      more.add(each.record());
      assertFalse(
          CaseChecks.problems(info, more).isEmpty(),
          where + ": " + each + " need not be set aside");
    }
    for (Viewer viewer :
        List.of(
            new Viewer.Public(),
            new Viewer.Delegation(new PartyId("P0")),
            new Viewer.Delegation(new PartyId("P1")))) {
      List<CaseRecord> seen =
          records.stream()
              .filter(each -> each.visibility().visibleTo(viewer))
              .map(each -> each.visiblePartFor(viewer))
              .toList();
      assertEquals(
          Case.settling(info, seen).viewFor(viewer),
          settledCase.viewFor(viewer),
          where + ", " + viewer);
    }
  }

  /// A name is exchanged wherever it is mentioned, and nowhere else.
  @Test
  void renamingIsUndoneByRenamingBack() {
    for (int seed = 0; seed < 20; seed++) {
      for (CaseRecord each : Cases.of(seed).records()) {
        for (References.Mention mention : References.of((Record) each)) {
          String id = mention.id().value();
          CaseRecord renamed = References.renamed(each, id, "new-name");
          assertTrue(
              References.of((Record) renamed).stream().noneMatch(m -> m.id().value().equals(id)),
              "seed " + seed + ": " + id);
          assertEquals(each, References.renamed(renamed, "new-name", id), "seed " + seed);
        }
      }
    }
  }
}
