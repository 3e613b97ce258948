package org.parley.bargain.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.exact.Rational;

/// Chances of votes against the share of a grid of cells that is carried for sure, or may be.
class VotesOracleTest {

  private static final int CELLS = 24;
  private static final VoteQuestion.VotingRule MAJORITY = VoteQuestion.VotingRule.MAJORITY;

  private static VoteQuestion.Group bloc(long seats, int least, int most) {
    return new VoteQuestion.Group(seats, Optional.of(new Percents(least, most)));
  }

  private static Chance chance(VoteQuestion.VotingRule rule, VoteQuestion.Group... blocs) {
    return Votes.of(new VoteQuestion.OfBody(rule, List.of(blocs)));
  }

  @Test
  void anElectorateWithinThreePointsOfHalfIsEvenlyDivided() {
    assertEquals(Chance.exactly(Rational.of(1, 2)), chance(MAJORITY, bloc(1, 47, 53)));
    assertEquals(Chance.exactly(Rational.of(1, 5)), chance(MAJORITY, bloc(1, 46, 51)));
    assertEquals(Chance.SURE, chance(MAJORITY, bloc(1, 51, 51)));
    assertEquals(Chance.NONE, chance(MAJORITY, bloc(1, 50, 50)), "no more for than against");
  }

  @Test
  void aShareOfThoseEligibleBindsWhereFewVote() {
    VoteQuestion.VotingRule rule =
        new VoteQuestion.VotingRule(Optional.empty(), false, Rational.ZERO, Rational.of(13, 100));
    VoteQuestion many =
        new VoteQuestion.OfElectorate(
            rule, Optional.of(new Percents(47, 53)), Optional.of(new Percents(34, 41)));
    assertEquals(Chance.exactly(Rational.of(1, 2)), Votes.of(many), "half of 34 is above 13");
    VoteQuestion few =
        new VoteQuestion.OfElectorate(
            rule, Optional.of(new Percents(60, 60)), Optional.of(new Percents(20, 20)));
    assertEquals(Chance.NONE, Votes.of(few), "12 of 100 in favour");
    VoteQuestion unknown =
        new VoteQuestion.OfElectorate(rule, Optional.of(new Percents(47, 53)), Optional.empty());
    assertEquals(new Chance(Rational.ZERO, Rational.of(1, 2)), Votes.of(unknown));
  }

  @Test
  void anAbsoluteMajorityIsOfThoseEligible() {
    VoteQuestion.VotingRule absolute =
        new VoteQuestion.VotingRule(Optional.empty(), true, Rational.ZERO, Rational.ZERO);
    VoteQuestion half =
        new VoteQuestion.OfElectorate(
            absolute, Optional.of(new Percents(100, 100)), Optional.of(new Percents(50, 50)));
    assertEquals(Chance.NONE, Votes.of(half), "half of those eligible is no majority");
    VoteQuestion more =
        new VoteQuestion.OfElectorate(
            absolute, Optional.of(new Percents(60, 80)), Optional.of(new Percents(75, 75)));
    assertEquals(Chance.exactly(Rational.of(2, 3)), Votes.of(more), "more than two thirds of 75");
    VoteQuestion all =
        new VoteQuestion.OfElectorate(
            absolute, Optional.of(new Percents(60, 80)), Optional.empty());
    assertEquals(Chance.UNKNOWN, Votes.of(all));
  }

  /// Two blocs of equal size, each anywhere: the sum of two uniform variables.
  @Test
  void theSumOfTwoBlocsIsTriangular() {
    VoteQuestion.VotingRule two =
        new VoteQuestion.VotingRule(
            Optional.of(Rational.of(3, 4)), false, Rational.ZERO, Rational.ZERO);
    assertEquals(
        Chance.exactly(Rational.of(1, 8)), chance(two, bloc(10, 0, 100), bloc(10, 0, 100)));
  }

  @Test
  void aBlocOfWhichNothingIsKnownWidensTheInterval() {
    Chance chance =
        chance(MAJORITY, bloc(60, 100, 100), new VoteQuestion.Group(60, Optional.empty()));
    assertEquals(Chance.UNKNOWN.most(), chance.most());
    assertEquals(Rational.ZERO, chance.least(), "60 of 120 is no majority");
    assertEquals(
        Chance.SURE,
        chance(MAJORITY, bloc(61, 100, 100), new VoteQuestion.Group(60, Optional.empty())));
  }

  @Test
  void bodiesOfBlocsAgreeWithAGrid() {
    for (long seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      List<VoteQuestion.Group> blocs = new ArrayList<>();
      for (int i = 2 + random.nextInt(2); i > 0; i--) {
        int least = random.nextInt(100);
        blocs.add(bloc(1 + random.nextInt(50), least, least + 1 + random.nextInt(100 - least)));
      }
      VoteQuestion.VotingRule rule =
          new VoteQuestion.VotingRule(
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(Rational.of(1 + random.nextInt(99), 100)),
              random.nextBoolean(),
              Rational.ZERO,
              Rational.of(random.nextInt(80), 100));
      Chance chance = Votes.of(new VoteQuestion.OfBody(rule, blocs));
      assertTrue(chance.isExact(), "seed " + seed);
      long seats = blocs.stream().mapToLong(VoteQuestion.Group::seats).sum();
      double needed =
          Math.max(
              rule.atLeast().map(Rational::approximately).orElse(0.5),
              rule.electorate().approximately());
      long sure = 0;
      long perhaps = 0;
      long cells = Math.round(Math.pow(CELLS, blocs.size()));
      for (long cell = 0; cell < cells; cell++) {
        double low = 0;
        double high = 0;
        long rest = cell;
        for (VoteQuestion.Group bloc : blocs) {
          Percents favour = bloc.favour().orElseThrow();
          double step = favour.width() / 100.0 / CELLS;
          double from = favour.least() / 100.0 + step * (rest % CELLS);
          low += from * bloc.seats() / seats;
          high += (from + step) * bloc.seats() / seats;
          rest /= CELLS;
        }
        sure += low > needed + 1e-9 ? 1 : 0;
        perhaps += high > needed - 1e-9 ? 1 : 0;
      }
      double exact = chance.least().approximately();
      assertTrue(
          exact >= (double) sure / cells - 1e-9 && exact <= (double) perhaps / cells + 1e-9,
          "seed " + seed + ": " + exact + " of " + sure + ".." + perhaps + "/" + cells);
    }
  }

  @Test
  void electoratesAgreeWithAGrid() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      int favour = random.nextInt(100);
      int turnout = random.nextInt(100);
      Percents of = new Percents(favour, favour + 1 + random.nextInt(100 - favour));
      Percents voting = new Percents(turnout, turnout + 1 + random.nextInt(100 - turnout));
      VoteQuestion.VotingRule rule =
          new VoteQuestion.VotingRule(
              random.nextBoolean() ? Optional.empty() : Optional.of(Rational.of(3, 5)),
              random.nextInt(3) == 0,
              Rational.of(random.nextInt(60), 100),
              Rational.of(random.nextInt(50), 100));
      Chance chance =
          Votes.of(new VoteQuestion.OfElectorate(rule, Optional.of(of), Optional.of(voting)));
      long sure = 0;
      long perhaps = 0;
      int cells = 200;
      for (int i = 0; i < cells; i++) {
        for (int k = 0; k < cells; k++) {
          double low = (of.least() + of.width() * (double) i / cells) / 100;
          double high = (of.least() + of.width() * (double) (i + 1) / cells) / 100;
          double few = (voting.least() + voting.width() * (double) k / cells) / 100;
          double many = (voting.least() + voting.width() * (double) (k + 1) / cells) / 100;
          sure += carried(rule, low - 1e-9, few - 1e-9) ? 1 : 0;
          perhaps += carried(rule, high + 1e-9, many + 1e-9) ? 1 : 0;
        }
      }
      double all = (double) cells * cells;
      String which = "seed " + seed + ": " + chance + " of " + sure / all + ".." + perhaps / all;
      assertTrue(chance.most().approximately() >= sure / all - 1e-9, which);
      assertTrue(chance.least().approximately() <= perhaps / all + 1e-9, which);
      assertTrue(chance.most().minus(chance.least()).compareTo(Rational.of(1, 500)) < 0, which);
    }
  }

  private static boolean carried(VoteQuestion.VotingRule rule, double favour, double turnout) {
    double base = rule.ofEligible() ? favour * turnout : favour;
    return base > rule.atLeast().map(Rational::approximately).orElse(0.5)
        && turnout >= rule.turnout().approximately()
        && favour * turnout >= rule.electorate().approximately();
  }

  @Test
  void chancesOfSeveralHoldWhateverTheirDependence() {
    Chance half = Chance.exactly(Rational.of(1, 2));
    assertEquals(new Chance(Rational.ZERO, Rational.of(1, 2)), Chance.allOf(List.of(half, half)));
    assertEquals(half, Chance.allOf(List.of(half, Chance.SURE)));
    assertEquals(Chance.NONE, Chance.allOf(List.of(half, Chance.NONE)));
    assertEquals(new Chance(Rational.of(1, 2), Rational.ONE), Chance.anyOf(List.of(half, half)));
    assertEquals(Chance.SURE, Chance.anyOf(List.of(Chance.UNKNOWN, Chance.SURE)));
    assertEquals(Chance.SURE, Chance.allOf(List.of()));
  }
}
