package org.parley.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.exact.Rational;

/// Whoever states what they believe expects the best score.
class ProperScoresTest {

  private static final int PARTS = 20;

  @Test
  void anHonestChanceExpectsTheBestScore() {
    for (int believed = 0; believed <= PARTS; believed++) {
      Rational honest = brier(Rational.of(believed, PARTS), believed);
      double honestLog = log(Rational.of(believed, PARTS), believed);
      for (int stated = 0; stated <= PARTS; stated++) {
        if (stated != believed) {
          Rational chance = Rational.of(stated, PARTS);
          assertTrue(brier(chance, believed).compareTo(honest) > 0, stated + " for " + believed);
          assertTrue(log(chance, believed) > honestLog, stated + " for " + believed);
        }
      }
    }
  }

  /// The expected score of a chance for those who believe in another.
  private static Rational brier(Rational chance, int believed) {
    return ProperScores.brier(chance, true)
        .times(Rational.of(believed, PARTS))
        .plus(ProperScores.brier(chance, false).times(Rational.of(PARTS - believed, PARTS)));
  }

  private static double log(Rational chance, int believed) {
    double ifSo = believed == 0 ? 0 : believed * ProperScores.log(chance, true);
    double ifNot = believed == PARTS ? 0 : (PARTS - believed) * ProperScores.log(chance, false);
    return ifSo + ifNot;
  }

  @Test
  void anHonestSampleExpectsTheBestScore() {
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      List<Rational> believed = sample(random);
      List<Rational> stated = sample(random);
      assertTrue(
          expected(stated, believed).compareTo(expected(believed, believed)) >= 0,
          stated + " for " + believed);
    }
  }

  private static List<Rational> sample(Random random) {
    List<Rational> sample = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      sample.add(Rational.of(random.nextInt(12)));
    }
    return sample;
  }

  private static Rational expected(List<Rational> stated, List<Rational> believed) {
    Rational sum = Rational.ZERO;
    for (Rational each : believed) {
      sum = sum.plus(ProperScores.crps(stated, each));
    }
    return sum;
  }

  /// The score by its definition: the squared distance of the two distributions, step by step.
  @Test
  void theRankedScoreIsTheAreaBetweenTheDistributions() {
    Random random = new Random(6);
    for (int i = 0; i < 300; i++) {
      List<Rational> sample = sample(random);
      Rational observed = Rational.of(random.nextInt(12));
      Rational area = Rational.ZERO;
      for (int from = 0; from < 12; from++) {
        Rational at = Rational.of(from);
        long below = sample.stream().filter(each -> each.compareTo(at) <= 0).count();
        Rational off =
            Rational.of(below, sample.size())
                .minus(observed.compareTo(at) <= 0 ? Rational.ONE : Rational.ZERO);
        area = area.plus(off.times(off));
      }
      assertEquals(area, ProperScores.crps(sample, observed));
    }
  }

  /// Of all intervals, that between the quantiles expects the best score.
  @Test
  void anHonestIntervalExpectsTheBestScore() {
    List<Rational> believed = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      believed.add(Rational.of((long) i * i));
    }
    Rational missed = Rational.of(1, 5);
    Rational honest = interval(Rational.of(9), Rational.of(18 * 18), missed, believed);
    for (Rational least : believed) {
      for (Rational most : believed) {
        if (least.compareTo(most) <= 0) {
          assertTrue(
              interval(least, most, missed, believed).compareTo(honest) >= 0, least + " " + most);
        }
      }
    }
  }

  private static Rational interval(
      Rational least, Rational most, Rational missed, List<Rational> believed) {
    Rational sum = Rational.ZERO;
    for (Rational each : believed) {
      sum = sum.plus(ProperScores.interval(least, most, missed, each));
    }
    return sum;
  }

  @Test
  void whatIsNoChanceIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ProperScores.brier(Rational.of(3, 2), true));
    assertThrows(IllegalArgumentException.class, () -> ProperScores.crps(List.of(), Rational.ONE));
    assertThrows(
        IllegalArgumentException.class,
        () -> ProperScores.interval(Rational.ONE, Rational.ZERO, Rational.of(1, 5), Rational.ONE));
  }
}
