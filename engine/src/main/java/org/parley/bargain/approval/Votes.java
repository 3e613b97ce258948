package org.parley.bargain.approval;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.exact.Rational;

/// The chance that a vote carries.
///
/// Each share lies anywhere in its range with equal chance, independent of the others. An unknown
/// share may be anything, and widens the interval.
public final class Votes {

  private static final Rational HALF = Rational.of(1, 2);
  private static final Rational HUNDRED = Rational.of(100);

  /// The columns of the turnout in which a product of two shares is bounded.
  private static final int COLUMNS = 4096;

  /// The grid to which each column is rounded, outwards.
  private static final BigInteger GRID = BigInteger.TEN.pow(12);

  private Votes() {}

  /// The chance that a vote carries, exact or as an interval.
  public static Chance of(VoteQuestion question) {
    return switch (question) {
      case VoteQuestion.OfBody body -> body(body);
      case VoteQuestion.OfElectorate electorate ->
          electorate
              .favour()
              .map(favour -> electorate(electorate.rule(), favour, electorate.turnout()))
              .orElse(Chance.UNKNOWN);
    };
  }

  /// Of groups without a figure, all are against, or all in favour.
  private static Chance body(VoteQuestion.OfBody body) {
    List<VoteQuestion.Group> known = new ArrayList<>();
    long seats = 0;
    long unknown = 0;
    for (VoteQuestion.Group bloc : body.blocs()) {
      seats = Math.addExact(seats, bloc.seats());
      if (bloc.favour().isPresent()) {
        known.add(bloc);
      } else {
        unknown = Math.addExact(unknown, bloc.seats());
      }
    }
    return new Chance(
        body(body.rule(), known, 0, seats).least(),
        body(body.rule(), known, unknown, seats).most());
  }

  /// A body of independent blocs, of which all members vote.
  private static Chance body(
      VoteQuestion.VotingRule rule, List<VoteQuestion.Group> blocs, long more, long seats) {
    Rational share = rule.atLeast().orElse(HALF);
    boolean strict = rule.atLeast().isEmpty();
    if (rule.electorate().compareTo(share) > 0) {
      share = rule.electorate();
      strict = false;
    }
    // In hundredths of a seat.
    Rational needed = share.times(Rational.of(Math.multiplyExact(seats, 100)));
    BigInteger floor = BigInteger.valueOf(Math.multiplyExact(more, 100));
    List<BigInteger> widths = new ArrayList<>();
    for (VoteQuestion.Group bloc : blocs) {
      Percents favour = bloc.favour().orElseThrow();
      BigInteger size = BigInteger.valueOf(bloc.seats());
      floor = floor.add(size.multiply(BigInteger.valueOf(favour.least())));
      if (favour.width() > 0) {
        widths.add(size.multiply(BigInteger.valueOf(favour.width())));
      }
    }
    Rational gap = needed.minus(new Rational(floor, BigInteger.ONE));
    if (widths.isEmpty()) {
      boolean carried = strict ? gap.signum() < 0 : gap.signum() <= 0;
      return carried ? Chance.SURE : Chance.NONE;
    }
    return Chance.exactly(Rational.ONE.minus(atMost(gap, widths)));
  }

  /// The chance that a sum of independent uniform variables, from 0 to each width, is at most
  /// `bound`. By inclusion and exclusion, the subsets gathered by their sum.
  private static Rational atMost(Rational bound, List<BigInteger> widths) {
    if (bound.signum() <= 0) {
      return Rational.ZERO;
    }
    BigInteger whole = widths.stream().reduce(BigInteger.ZERO, BigInteger::add);
    if (bound.compareTo(new Rational(whole, BigInteger.ONE)) >= 0) {
      return Rational.ONE;
    }
    Map<BigInteger, BigInteger> signed = new TreeMap<>(Map.of(BigInteger.ZERO, BigInteger.ONE));
    BigInteger volume = BigInteger.ONE;
    int count = 0;
    for (BigInteger width : widths) {
      Map<BigInteger, BigInteger> next = new TreeMap<>(signed);
      signed.forEach((sum, sign) -> next.merge(sum.add(width), sign.negate(), BigInteger::add));
      signed = next;
      count++;
      volume = volume.multiply(width).multiply(BigInteger.valueOf(count));
    }
    // bound = numerator / denominator: powers of the numerators, over one denominator.
    BigInteger denominator = bound.denominator();
    BigInteger total = BigInteger.ZERO;
    for (Map.Entry<BigInteger, BigInteger> each : signed.entrySet()) {
      BigInteger left = bound.numerator().subtract(each.getKey().multiply(denominator));
      if (left.signum() > 0) {
        total = total.add(each.getValue().multiply(left.pow(count)));
      }
    }
    return new Rational(total, volume.multiply(denominator.pow(count)));
  }

  /// An electorate: a share in favour of a share that votes.
  private static Chance electorate(
      VoteQuestion.VotingRule rule, Percents favour, Optional<Percents> voting) {
    Rational share = rule.atLeast().orElse(HALF);
    boolean strict = rule.atLeast().isEmpty();
    // The majority, of the votes; the least support, of those eligible, in ten thousandths.
    Limit majority =
        rule.ofEligible()
            ? new Limit(Rational.ZERO, false)
            : new Limit(share.times(HUNDRED), strict);
    Limit support = new Limit(rule.electorate().times(Rational.of(10_000)), false);
    if (rule.ofEligible() && share.compareTo(rule.electorate()) >= 0) {
      support = new Limit(share.times(Rational.of(10_000)), strict);
    }
    Rational carried = above(favour, majority);
    if (rule.turnout().signum() == 0 && support.least().signum() == 0) {
      return Chance.exactly(carried);
    }
    if (voting.isEmpty()) {
      return new Chance(Rational.ZERO, carried);
    }
    Percents turnout = voting.get();
    Limit quorum = new Limit(rule.turnout().times(HUNDRED), false);
    Rational lowest = larger(majority.least(), Rational.of(favour.least()));
    Rational fewest = larger(quorum.least(), Rational.of(turnout.least()));
    if (lowest.times(fewest).compareTo(support.least()) > (support.strict() ? 0 : -1)) {
      return Chance.exactly(carried.times(above(turnout, quorum)));
    }
    if (turnout.width() == 0) {
      Rational exactly = Rational.of(turnout.least());
      return exactly.compareTo(quorum.least()) < 0 || exactly.signum() == 0
          ? Chance.NONE
          : Chance.exactly(both(favour, majority, support.dividedBy(exactly)));
    }
    return columns(favour, majority, turnout, quorum.least(), support);
  }

  /// A share to be reached, or to be exceeded.
  private record Limit(Rational least, boolean strict) {

    Limit dividedBy(Rational by) {
      return new Limit(least.dividedBy(by), strict);
    }
  }

  /// Bounds of the chance over columns of the turnout.
  private static Chance columns(
      Percents favour, Limit majority, Percents turnout, Rational voting, Limit support) {
    BigInteger low = BigInteger.ZERO;
    BigInteger high = BigInteger.ZERO;
    for (int column = 0; column < COLUMNS; column++) {
      Rational left = at(turnout, column);
      Rational right = at(turnout, column + 1);
      if (left.compareTo(voting) >= 0 && left.signum() > 0) {
        low = low.add(grid(both(favour, majority, support.dividedBy(left)), false));
      }
      if (right.compareTo(voting) >= 0) {
        high = high.add(grid(both(favour, majority, support.dividedBy(right)), true));
      }
    }
    BigInteger all = GRID.multiply(BigInteger.valueOf(COLUMNS));
    return new Chance(new Rational(low, all), new Rational(high.min(all), all));
  }

  private static Rational at(Percents turnout, int column) {
    return Rational.of(turnout.least()).plus(Rational.of((long) turnout.width() * column, COLUMNS));
  }

  private static BigInteger grid(Rational share, boolean up) {
    BigInteger[] parts = share.numerator().multiply(GRID).divideAndRemainder(share.denominator());
    return up && parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
  }

  /// The chance that a share keeps two limits.
  private static Rational both(Percents share, Limit first, Limit second) {
    int compared = second.least().compareTo(first.least());
    boolean isSecond = compared > 0 || (compared == 0 && second.strict());
    return above(share, isSecond ? second : first);
  }

  /// The chance that a share keeps a limit.
  private static Rational above(Percents share, Limit limit) {
    Rational from = Rational.of(share.least());
    Rational to = Rational.of(share.most());
    if (share.width() == 0) {
      int compared = from.compareTo(limit.least());
      return compared > 0 || (compared == 0 && !limit.strict()) ? Rational.ONE : Rational.ZERO;
    }
    if (limit.least().compareTo(from) <= 0) {
      return Rational.ONE;
    }
    return limit.least().compareTo(to) >= 0
        ? Rational.ZERO
        : to.minus(limit.least()).dividedBy(to.minus(from));
  }

  private static Rational larger(Rational one, Rational other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
