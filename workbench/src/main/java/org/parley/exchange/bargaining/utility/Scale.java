package org.parley.exchange.bargaining.utility;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.JointWorth;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.exact.Rational;
import org.parley.exchange.tree.BadFileException;

/// Puts the utilities of all parties on one scale of whole numbers: the least common denominator,
/// or a power of ten where rounding is asked for. One scale for all, so that sums over parties mean
/// what they meant. Cost: linear in the utilities, plus [Ceiling].
public final class Scale {

  /// The largest sum of worths over all parties that the engine calculates with.
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE / 4);

  /// The most decimals that can be asked for.
  public static final int MOST_DIGITS = 17;

  private final BigInteger unit;

  private Scale(BigInteger unit) {
    this.unit = unit;
  }

  /// The problem that these utilities state.
  ///
  /// @param points what is bargained about
  /// @param utilities what each party gives for packages, over these points
  /// @param digits to how many decimals to round, 1 to 17; null for exactly what is written
  /// @param notes what the files hold besides
  /// @throws BadFileException where there are no or too many parties, two of one name, or the
  ///   worths do not fit whole numbers of 64 bits
  public static Imported of(
      List<Problem.Point> points,
      List<Utility> utilities,
      @Nullable Integer digits,
      List<String> notes)
      throws BadFileException {
    checkParties(utilities);
    Scale scale =
        new Scale(
            digits == null
                ? utilities.stream()
                    .map(Scale::denominator)
                    .reduce(BigInteger.ONE, Scale::leastCommonMultiple)
                : BigInteger.TEN.pow(digits));
    scale.checkFits(utilities, digits);
    List<Problem.Party> parties = new ArrayList<>();
    List<JointWorth> joints = new ArrayList<>();
    List<String> allNotes = new ArrayList<>(notes);
    for (Utility utility : utilities) {
      Problem.Party party = scale.party(utility);
      List<JointWorth> own = scale.joints(parties.size(), utility);
      if (utility.hasCeiling()) {
        List<JointWorth> cuts =
            Ceiling.cuts(points, party, own, scale.ceiling(utility), parties.size(), utility);
        if (!cuts.isEmpty()) {
          allNotes.add(
              utility.file() + ": some packages are worth more than 1 and are cut off at 1");
        }
        own.addAll(cuts);
      }
      joints.addAll(own);
      parties.add(party);
    }
    return new Imported(
        new Problem(parties, points, List.of(), joints, SigningRule.all(parties.size())),
        scale.unit,
        utilities.stream().map(scale::error).max(Comparator.naturalOrder()).orElse(Rational.ZERO),
        utilities,
        allNotes);
  }

  private static void checkParties(List<Utility> utilities) throws BadFileException {
    if (utilities.isEmpty() || utilities.size() > Problem.MOST_PARTIES) {
      throw new BadFileException(
          utilities.isEmpty() ? "the files" : utilities.getLast().file(),
          0,
          "there are "
              + utilities.size()
              + " preference profiles, but it must be 1 to "
              + Problem.MOST_PARTIES,
          "name the profile of each party");
    }
    Set<String> names = new HashSet<>();
    for (Utility utility : utilities) {
      if (!names.add(utility.party())) {
        throw new BadFileException(
            utility.file(),
            0,
            "another profile is called \"" + utility.party() + "\" too",
            "rename one of the files");
      }
    }
  }

  private static Stream<Rational> numbers(Utility utility) {
    return Stream.concat(
        Stream.concat(
            utility.ofOptions().stream().flatMap(List::stream),
            utility.extras().stream().map(Utility.Extra::worth)),
        Stream.ofNullable(utility.reservation()));
  }

  private static BigInteger denominator(Utility utility) {
    return numbers(utility)
        .map(Rational::denominator)
        .reduce(BigInteger.ONE, Scale::leastCommonMultiple);
  }

  private static BigInteger leastCommonMultiple(BigInteger one, BigInteger other) {
    return one.divide(one.gcd(other)).multiply(other);
  }

  private void checkFits(List<Utility> utilities, @Nullable Integer digits)
      throws BadFileException {
    BigInteger sum = unit;
    for (Utility utility : utilities) {
      for (List<Rational> options : utility.ofOptions()) {
        sum = sum.add(options.stream().map(this::size).reduce(BigInteger.ZERO, BigInteger::max));
      }
      for (Utility.Extra extra : utility.extras()) {
        sum = sum.add(size(extra.worth()));
      }
      sum = sum.add(size(utility.reservation() == null ? Rational.ZERO : utility.reservation()));
    }
    if (sum.compareTo(MOST) > 0) {
      Utility finest =
          utilities.stream().max(Comparator.comparing(Scale::denominator)).orElseThrow();
      throw new BadFileException(
          finest.file(),
          0,
          "as whole numbers the utilities of all parties, 1 being "
              + unit
              + ", add up to more than "
              + MOST,
          digits == null
              ? "round the utilities, as with --digits 12"
              : "round to fewer than " + digits + " digits");
    }
  }

  private BigInteger size(Rational utility) {
    return worth(utility).abs();
  }

  private BigInteger worth(Rational utility) {
    return utility.times(new Rational(unit, BigInteger.ONE)).rounded();
  }

  /// A worth of 1, and what rounding alone can make of it.
  private Ceiling.Height ceiling(Utility utility) {
    BigInteger slack = error(utility).times(new Rational(unit, BigInteger.ONE)).rounded();
    return new Ceiling.Height(unit.longValueExact(), unit.add(slack).longValueExact());
  }

  private Problem.Party party(Utility utility) {
    return new Problem.Party(
        utility.party(),
        utility.ofOptions().stream()
            .map(options -> options.stream().map(each -> worth(each).longValueExact()).toList())
            .toList(),
        Set.of(),
        utility.reservation() == null ? null : worth(utility.reservation()).longValueExact());
  }

  private List<JointWorth> joints(int party, Utility utility) {
    List<JointWorth> joints = new ArrayList<>();
    for (Utility.Extra extra : utility.extras()) {
      joints.add(new JointWorth(party, extra.box().terms(), worth(extra.worth()).longValueExact()));
    }
    return joints;
  }

  /// How far rounding can move the utility of a package.
  private Rational error(Utility utility) {
    Rational sum = Rational.ZERO;
    for (List<Rational> options : utility.ofOptions()) {
      sum =
          sum.plus(
              options.stream()
                  .map(this::moved)
                  .max(Comparator.naturalOrder())
                  .orElse(Rational.ZERO));
    }
    for (Utility.Extra extra : utility.extras()) {
      sum = sum.plus(moved(extra.worth()));
    }
    return sum;
  }

  private Rational moved(Rational utility) {
    Rational difference = new Rational(worth(utility), unit).minus(utility);
    return difference.signum() < 0 ? Rational.ZERO.minus(difference) : difference;
  }
}
