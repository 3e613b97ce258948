package org.parley.bargain.worth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Choice;
import org.parley.exact.Rational;

class QualitativeWorthsTest {

  @Test
  void weighsThreeAndFourRanksAsPublished() {
    // Edwards and Barron 1994: .6111 .2778 .1111 and .5208 .2708 .1458 .0625.
    assertEquals(
        List.of(Rational.of(11, 18), Rational.of(5, 18), Rational.of(2, 18)),
        RankOrderCentroid.weights(List.of(1, 2, 3)));
    assertEquals(
        List.of(Rational.of(25, 48), Rational.of(13, 48), Rational.of(7, 48), Rational.of(3, 48)),
        RankOrderCentroid.weights(List.of(1, 2, 3, 4)));
  }

  @Test
  void isTheCentreOfTheCornersOfTheOrder() {
    // The weights w1 >= w2 >= ... >= 0 of sum 1 form a simplex with corners (1/k, ..., 1/k, 0,
    // ...).
    for (int count = 1; count <= 12; count++) {
      List<Integer> ranks = new ArrayList<>();
      for (int rank = 1; rank <= count; rank++) {
        ranks.add(rank);
      }
      List<Rational> weights = RankOrderCentroid.weights(ranks);
      for (int place = 0; place < count; place++) {
        Rational sum = Rational.ZERO;
        for (int corner = place + 1; corner <= count; corner++) {
          sum = sum.plus(Rational.of(1, corner));
        }
        assertEquals(sum.dividedBy(Rational.of(count)), weights.get(place));
      }
    }
  }

  @Test
  void tiesShareWhatTheirPlacesWeigh() {
    assertEquals(
        List.of(Rational.of(8, 18), Rational.of(8, 18), Rational.of(2, 18)),
        RankOrderCentroid.weights(List.of(1, 1, 5)));
    assertEquals(
        List.of(Rational.of(1, 2), Rational.of(1, 2)), RankOrderCentroid.weights(List.of(3, 3)));
  }

  @Test
  void turnsWordsIntoWorths() {
    Scores scores =
        QualitativeWorths.of(
            List.of(2, 1),
            List.of(
                List.of(OptionGrade.PREFERRED, OptionGrade.RED_LINE),
                List.of(OptionGrade.TOLERABLE, OptionGrade.ACCEPTABLE, OptionGrade.PREFERRED)),
            100);
    assertEquals(List.of(Rational.of(1, 4), Rational.of(3, 4)), scores.weights());
    assertEquals(List.of(25L, 75L), scores.points());
    assertEquals(List.of(List.of(25L, 0L), List.of(0L, 38L, 75L)), scores.worths());
    assertEquals(Set.of(new Choice(0, 1)), scores.redLines());
  }

  @Test
  void roundsByLargestRemainderTheMoreImportantFirst() {
    // 10 points by 11/18, 5/18, 2/18: 6.11, 2.78, 1.11.
    List<List<OptionGrade>> grades = Collections.nCopies(3, List.of(OptionGrade.PREFERRED));
    assertEquals(List.of(6L, 3L, 1L), QualitativeWorths.of(List.of(1, 2, 3), grades, 10).points());
    // One point to two of equal rank: the earlier gets it.
    assertEquals(
        List.of(1L, 0L), QualitativeWorths.of(List.of(1, 1), grades.subList(0, 2), 1).points());
  }

  private static OptionGrade any(Random random) {
    return List.of(OptionGrade.values()).get(random.nextInt(4));
  }

  @Test
  void handsOutEverythingAndReorderingPointsOnlyReorders() {
    Random random = new Random(7);
    for (int trial = 0; trial < 500; trial++) {
      int count = 1 + random.nextInt(12);
      List<Integer> ranks = new ArrayList<>();
      List<List<OptionGrade>> grades = new ArrayList<>();
      for (int point = 0; point < count; point++) {
        ranks.add(point + 1);
        grades.add(List.of(any(random), any(random)));
      }
      long points = random.nextInt(2000);
      Scores scores = QualitativeWorths.of(ranks, grades, points);
      assertEquals(points, scores.points().stream().mapToLong(Long::longValue).sum());
      assertTrue(
          scores.weights().stream().reduce(Rational.ZERO, Rational::plus).equals(Rational.ONE));
      Scores turned = QualitativeWorths.of(ranks.reversed(), grades.reversed(), points);
      assertEquals(scores.worths().reversed(), turned.worths());
    }
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    IllegalArgumentException sizes =
        assertThrows(
            IllegalArgumentException.class, () -> QualitativeWorths.of(List.of(1), List.of(), 10));
    assertTrue(sizes.toString().contains("Maybe"));
    IllegalArgumentException rank =
        assertThrows(
            IllegalArgumentException.class, () -> RankOrderCentroid.weights(List.of(1, 0)));
    assertTrue(rank.toString().contains("0 is not a rank"));
  }

  @Test
  void readsRangesAsWritten() {
    assertEquals(new WorthRange(40, 60), WorthRange.parse("40..60"));
    assertEquals(new WorthRange(-40, 60), WorthRange.parse(" -40 .. 60 "));
    assertEquals(WorthRange.of(7), WorthRange.parse("7"));
    assertEquals("40..60", new WorthRange(40, 60).toString());
    assertEquals(51, new WorthRange(41, 60).middle());
    assertThrows(NumberFormatException.class, () -> WorthRange.parse("40-60"));
    assertThrows(IllegalArgumentException.class, () -> WorthRange.parse("60..40"));
  }
}
