package org.parley.outlook.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.exact.Rational;
import org.parley.model.indicator.Observation;
import org.parley.model.indicator.Series;

/// Sums and shares by donor, against plain loops over whole cents.
class DonorSharesOracleTest {

  private static final int DONORS = 5;
  private static final int MONTHS = 30;

  /// Whole cents by donor and month; a cell of -1 has no value.
  private static int[][] draw(Random random) {
    int[][] cents = new int[DONORS][MONTHS];
    for (int[] row : cents) {
      for (int month = 0; month < MONTHS; month++) {
        row[month] = random.nextInt(4) == 0 ? -1 : random.nextInt(500);
      }
    }
    return cents;
  }

  private static List<Observation> values(int[][] cents) {
    StringBuilder lines = new StringBuilder();
    for (int donor = 0; donor < DONORS; donor++) {
      for (int month = 0; month < MONTHS; month++) {
        if (cents[donor][month] >= 0) {
          lines
              .append(YearMonth.of(2023, 9).plusMonths(month))
              .append(
                  String.format(
                      Locale.ROOT,
                      " %d.%02d",
                      cents[donor][month] / 100,
                      cents[donor][month] % 100))
              .append(" D")
              .append(donor)
              .append('\n');
        }
      }
    }
    return Series.of(lines.toString()).observations();
  }

  private static long sum(int[] row, int from, int to) {
    long sum = 0;
    for (int month = from; month < to; month++) {
      sum += Math.max(0, row[month]);
    }
    return sum;
  }

  @Test
  void sharesAreThoseOfPlainSums() {
    Random random = new Random(11);
    for (int drawn = 0; drawn < 100; drawn++) {
      int[][] cents = draw(random);
      DonorShares shares = DonorShares.of(values(cents));
      long total = 0;
      for (int[] row : cents) {
        total += sum(row, 0, MONTHS);
      }
      assertEquals(Rational.of(total, 100), shares.total());
      Rational squares = Rational.ZERO;
      List<Long> sums = new ArrayList<>();
      for (int donor = 0; donor < DONORS; donor++) {
        long own = sum(cents[donor], 0, MONTHS);
        sums.add(own);
        assertEquals(Rational.of(own, 100), shares.amount("D" + donor));
        squares = squares.plus(Rational.of(own, total).times(Rational.of(own, total)));
      }
      assertEquals(squares, shares.concentration());
      // the fewest that give half, by trying every set of donors
      int fewest = DONORS;
      for (int set = 1; set < 1 << DONORS; set++) {
        long given = 0;
        for (int donor = 0; donor < DONORS; donor++) {
          given += (set >> donor & 1) * sums.get(donor);
        }
        if (2 * given >= total) {
          fewest = Math.min(fewest, Integer.bitCount(set));
        }
      }
      assertEquals(fewest, shares.half());
    }
  }

  @Test
  void theLastTwelveMonthsStandBesideTheTwelveBefore() {
    Random random = new Random(12);
    for (int drawn = 0; drawn < 50; drawn++) {
      int[][] cents = draw(random);
      cents[0][0] = 5;
      cents[0][MONTHS - 1] = 7;
      DonorChange change = DonorChange.of(values(cents)).orElseThrow();
      assertEquals(LocalDate.of(2026, 2, 28), change.until());
      assertEquals(LocalDate.of(2025, 3, 1), change.middle());
      assertEquals(LocalDate.of(2024, 3, 1), change.from());
      for (int donor = 0; donor < DONORS; donor++) {
        long before = sum(cents[donor], MONTHS - 24, MONTHS - 12);
        long after = sum(cents[donor], MONTHS - 12, MONTHS);
        String name = "D" + donor;
        Rational difference = Rational.of(after - before, 100);
        assertTrue(
            change.moves().stream()
                .filter(each -> each.donor().equals(name))
                .allMatch(each -> each.difference().equals(difference)));
      }
    }
  }

  @Test
  void nothingIsComparedWithLessThanTwoYears() {
    assertFalse(DonorChange.of(Series.of("2024-02 1 A\n2025-12 2 A").observations()).isPresent());
    assertTrue(DonorChange.of(Series.of("2024-01 1 A\n2025-12 2 A").observations()).isPresent());
  }

  @Test
  void aSumBelowZeroLeavesNoShares() {
    DonorShares shares = DonorShares.of(Series.of("2025 3 A\n2025 -1 B").observations());
    assertEquals(Rational.of(2), shares.total());
    assertNull(shares.concentration());
    assertNull(shares.donors().getFirst().share());
    assertEquals(0, shares.half());
  }

  @Test
  void unitsOfMoneyAreRead() {
    assertEquals(new MoneyUnit("EUR", 1), MoneyUnit.find("EUR").orElseThrow());
    assertEquals(new MoneyUnit("EUR", 1_000_000_000), MoneyUnit.find("billion EUR").orElseThrow());
    assertEquals(
        Rational.of(2_500_000),
        MoneyUnit.find("million USD").orElseThrow().inCurrency(Rational.parse("2.5")));
    assertFalse(MoneyUnit.find("USD per barrel").isPresent());
    assertFalse(MoneyUnit.find("tonnes").isPresent());
  }
}
