package org.parley.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.exact.Rational;
import org.parley.outlook.SurvivalIntervals.ShareInterval;

class SurvivalCurveTest {

  private static List<Spell> random(Random random) {
    List<Spell> spells = new ArrayList<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      spells.add(
          new Spell(random.nextInt(9), random.nextBoolean(), "conflict " + random.nextInt(4)));
    }
    return spells;
  }

  /// Efron (1967): the weight of a spell that was still standing passes in equal parts to those
  /// seen longer. What is left with those after a day is the share standing.
  private static Rational redistributed(List<Spell> spells, long day) {
    List<Spell> sorted = new ArrayList<>(spells);
    // on one day, ends come before what was still standing
    sorted.sort(
        (a, b) ->
            a.days() != b.days()
                ? Long.compare(a.days(), b.days())
                : Boolean.compare(b.ended(), a.ended()));
    Rational[] weight = new Rational[sorted.size()];
    java.util.Arrays.fill(weight, Rational.of(1, sorted.size()));
    for (int i = 0; i < sorted.size(); i++) {
      if (!sorted.get(i).ended() && i + 1 < sorted.size()) {
        Rational part = weight[i].dividedBy(Rational.of(sorted.size() - i - 1L));
        for (int later = i + 1; later < sorted.size(); later++) {
          weight[later] = weight[later].plus(part);
        }
        weight[i] = Rational.ZERO;
      }
    }
    Rational gone = Rational.ZERO;
    for (int i = 0; i < sorted.size(); i++) {
      boolean isGone = sorted.get(i).ended() && sorted.get(i).days() <= day;
      gone = isGone ? gone.plus(weight[i]) : gone;
    }
    return Rational.ONE.minus(gone);
  }

  @Test
  void theProductIsTheRedistributionToTheRight() {
    Random random = new Random(7);
    int compared = 0;
    for (int i = 0; i < 2_000; i++) {
      List<Spell> spells = random(random);
      SurvivalCurve curve = SurvivalCurve.of(spells);
      for (long day = 0; day < 10; day++) {
        Optional<Rational> share = curve.at(day);
        if (share.isPresent()) {
          assertEquals(redistributed(spells, day), share.get(), spells + " on day " + day);
          compared++;
        }
      }
    }
    assertTrue(compared > 10_000, compared + " shares");
  }

  @Test
  void whatNobodySawIsUnknown() {
    SurvivalCurve curve =
        SurvivalCurve.of(List.of(new Spell(10, true, "a"), new Spell(20, false, "b")));
    assertEquals(Optional.of(Rational.of(1, 2)), curve.at(20));
    assertEquals(Optional.empty(), curve.at(21));
    SurvivalCurve over = SurvivalCurve.of(List.of(new Spell(10, true, "a")));
    assertEquals(Optional.of(Rational.ZERO), over.at(1_000), "what ended does not come back");
    assertThrows(IllegalArgumentException.class, () -> SurvivalCurve.of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Spell(-1, true, "a"));
  }

  @Test
  void renamingClustersAndOrderChangeNothing() {
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      List<Spell> spells = random(random);
      List<Spell> other =
          new ArrayList<>(
              spells.stream()
                  .map(each -> new Spell(each.days(), each.ended(), "the " + each.cluster()))
                  .toList());
      java.util.Collections.shuffle(other, random);
      assertEquals(SurvivalCurve.of(spells), SurvivalCurve.of(other));
      assertEquals(
          SurvivalIntervals.of(spells).at(4, 90, 50, 3),
          SurvivalIntervals.of(other).at(4, 90, 50, 3));
    }
  }

  /// One cluster leaves nothing to resample; many that are alike leave an interval around the
  /// share.
  @Test
  void intervalsAreThoseOfWholeClusters() {
    List<Spell> one = List.of(new Spell(3, true, "a"), new Spell(9, false, "a"));
    assertEquals(
        Optional.of(new ShareInterval(0.5, 0.5, 100)), SurvivalIntervals.of(one).at(5, 95, 100, 1));
    List<Spell> two = List.of(new Spell(3, true, "a"), new Spell(9, false, "b"));
    assertEquals(
        Optional.of(new ShareInterval(0, 1, 400)), SurvivalIntervals.of(two).at(5, 95, 400, 1));
  }
}
