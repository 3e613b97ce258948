package org.parley.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.reference.AccordYear;
import org.parley.reference.DoneTimes;
import org.parley.reference.Provision;
import org.parley.reference.ProvisionState;

class DoneCountsLawTest {

  private static final List<Provision> PROVISIONS =
      List.of(Provision.CEASEFIRE, Provision.WITHDRAWAL, Provision.ELECTIONS);

  /// Accords that join provisions late, leave early, and fall back.
  private static List<AccordYear> rows(Random random, int from) {
    List<AccordYear> rows = new ArrayList<>();
    for (int accord = from; accord < from + 1 + random.nextInt(8); accord++) {
      int last = 1 + random.nextInt(AccordYear.LAST);
      int[] begun = {1 + random.nextInt(3), 1, random.nextInt(14)};
      for (int year = 1; year <= last; year++) {
        Map<Provision, ProvisionState> states = new EnumMap<>(Provision.class);
        for (int i = 0; i < begun.length; i++) {
          if (year >= begun[i] && begun[i] > 0) {
            int level = random.nextInt(ProvisionState.FULL + 1);
            states.put(PROVISIONS.get(i), new ProvisionState(level > 0, level, 0));
          }
        }
        rows.add(new AccordYear(accord, "accord " + accord, "X", year, rows.size() + 1, states));
      }
    }
    return rows;
  }

  private static Verdict verify(List<AccordYear> rows, Finding<?> finding) {
    return Check.verify(new Question.Accords(rows), finding, Budget.unlimited());
  }

  @Test
  void everyFindingHoldsAndNoAlteredOneDoes() {
    Random random = new Random(1);
    int done = 0;
    int lost = 0;
    int left = 0;
    for (int i = 0; i < 60; i++) {
      List<AccordYear> rows = rows(random, 1);
      for (List<Provision> of : List.of(PROVISIONS, PROVISIONS.subList(1, 2))) {
        Finding<DoneTimes> finding = DoneCounts.find(rows, of);
        assertEquals(new Verdict.Holds(), verify(rows, finding), rows.toString());
        DoneTimes times = finding.findAnswer().orElseThrow();
        done += times.doneBy(AccordYear.LAST);
        lost += times.lost();
        left += times.accords() - times.doneBy(AccordYear.LAST);
        for (DoneTimes altered : altered(times, random)) {
          assertFalse(
              verify(rows, new Finding.Proved<>(altered, new DoneCounts.YearsCounted(of, altered)))
                  .holds(),
              altered.toString());
        }
      }
    }
    assertTrue(done > 100 && lost > 50 && left > 50, done + " done, " + lost + ", " + left);
  }

  private static List<DoneTimes> altered(DoneTimes times, Random random) {
    int year = random.nextInt(AccordYear.LAST);
    List<Integer> more = new ArrayList<>(times.done());
    more.set(year, more.get(year) + 1);
    List<Integer> gone = new ArrayList<>(times.left());
    gone.set(year, gone.get(year) + 1);
    List<DoneTimes> altered =
        new ArrayList<>(
            List.of(
                new DoneTimes(more, times.left(), times.lost()),
                new DoneTimes(times.done(), gone, times.lost())));
    if (times.lost() > 0) {
      altered.add(new DoneTimes(times.done(), times.left(), times.lost() - 1));
    }
    return altered;
  }

  @Test
  void theOrderOfRowsAndWhatAccordsAreCalledChangeNothing() {
    Random random = new Random(2);
    for (int i = 0; i < 30; i++) {
      List<AccordYear> rows = rows(random, 1);
      List<AccordYear> renamed = new ArrayList<>();
      rows.forEach(
          each ->
              renamed.add(
                  new AccordYear(
                      900 - each.accord(),
                      "other",
                      "Y",
                      each.year(),
                      each.row() + 7,
                      each.provisions())));
      Collections.shuffle(renamed, random);
      assertEquals(
          DoneCounts.find(rows, PROVISIONS).findAnswer(),
          DoneCounts.find(renamed, PROVISIONS).findAnswer());
    }
  }

  @Test
  void accordsWithoutTheProvisionChangeNothing() {
    Random random = new Random(3);
    for (int i = 0; i < 30; i++) {
      List<AccordYear> rows = rows(random, 1);
      List<AccordYear> more = new ArrayList<>(rows);
      rows(random, 500)
          .forEach(
              each ->
                  more.add(
                      new AccordYear(
                          each.accord(), each.name(), "Z", each.year(), each.row(), Map.of())));
      assertEquals(
          DoneCounts.find(rows, PROVISIONS).findAnswer(),
          DoneCounts.find(more, PROVISIONS).findAnswer());
    }
  }

  /// Two groups counted together are the sum of both.
  @Test
  void provisionsTogetherAreTheSumOfEach() {
    Random random = new Random(4);
    for (int i = 0; i < 30; i++) {
      List<AccordYear> rows = rows(random, 1);
      DoneTimes sum = DoneTimes.NONE;
      for (Provision each : PROVISIONS) {
        sum = sum.plus(DoneCounts.find(rows, List.of(each)).findAnswer().orElseThrow());
      }
      assertEquals(sum, DoneCounts.find(rows, PROVISIONS).findAnswer().orElseThrow());
    }
  }
}
