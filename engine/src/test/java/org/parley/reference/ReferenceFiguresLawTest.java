package org.parley.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Counts of several topics at once, against counting the rows.
@NullMarked
class ReferenceFiguresLawTest {

  private static final List<String> CODES = List.of("Ce", "StBor", "SsrFf", "SsrGua", "GCh");

  private static List<PaxAgreement> agreements(SplittableRandom random) {
    List<PaxAgreement> all = new ArrayList<>();
    int size = random.nextInt(30);
    for (int i = 0; i < size; i++) {
      Map<String, Integer> codes = new HashMap<>();
      CODES.forEach(
          each -> {
            if (random.nextInt(3) > 0) {
              codes.put(each, 1);
            }
          });
      all.add(
          new PaxAgreement(
              i,
              "a" + i,
              LocalDate.of(2000, 1, 1),
              "",
              "",
              ConflictKind.BOTH,
              List.of(AgreementScope.values()).get(random.nextInt(4)),
              AgreementStage.PARTIAL,
              null,
              null,
              null,
              codes));
    }
    return all;
  }

  /// Exact where it says so, and never below the true count.
  @Test
  void aCountIsExactOrNotLessThanTheTrueOne() {
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<PaxAgreement> rows = agreements(random);
      ReferenceFigures figures = ReferenceFigures.of(rows, AccordHistory.of(List.of()));
      List<String> wanted =
          new ArrayList<>(CODES.stream().filter(_ -> random.nextBoolean()).toList());
      long counted = rows.stream().filter(each -> each.hasAll(wanted)).count();
      ReferenceFigures.Together together = figures.together(wanted);
      assertTrue(together.count() >= counted, "seed " + seed);
      if (together.isExact()) {
        assertEquals(counted, together.count(), "seed " + seed);
      }
      assertTrue(together.isExact() || wanted.size() > 2 || wanted.contains("GCh"), "seed " + seed);
      assertEquals(together, figures.together(wanted.reversed()), "seed " + seed);
    }
  }
}
