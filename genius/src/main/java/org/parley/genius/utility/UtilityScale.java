package org.parley.genius.utility;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.JointWorth;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.exact.Rational;
import org.parley.genius.file.BadFileException;

/// Converts the utilities of all parties to one integer scale: the least common denominator, or a
/// power of ten if rounding is requested. A common scale preserves the meaning of sums over
/// parties.
///
/// The common denominator may exceed 64 bits, as with weights of 12 decimals or more. Then the
/// finest scale that fits and rounds decimals alone is tried. It is used if [ExactOrder] confirms
/// every comparison. A weight common to the options of a point is rounded once for all of them, so
/// that equal packages stay equal. Cost: linear in the utilities, plus [UtilityCap], plus
/// [ExactOrder] if needed.
public final class UtilityScale {

  /// The largest sum of worths over all parties that the engine calculates with.
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE / 4);

  /// The most decimals of requested rounding.
  public static final int MOST_DIGITS = 17;

  /// If an option has more multiples than this of its point's common factor, rounding the factor
  /// would move it too far.
  private static final BigInteger MOST_SHARES = BigInteger.valueOf(1000);

  private final BigInteger unit;

  /// Whether the common factor of a point is rounded, and not each option.
  private final boolean roundsShares;

  private UtilityScale(BigInteger unit, boolean roundsShares) {
    this.unit = unit;
    this.roundsShares = roundsShares;
  }

  /// The problem of these utilities.
  ///
  /// @param points the points
  /// @param utilities the utility function of each party, over these points
  /// @param digits the decimals to round to, 1 to 17; null for exact values, or at least the exact
  ///   order
  /// @param notes notes on ignored content
  /// @throws BadFileException if there are no or too many parties, duplicate names, or worths that
  ///   do not fit 64 bits in exact order
  public static ImportedProblem of(
      List<Problem.Point> points,
      List<Utility> utilities,
      @Nullable Integer digits,
      List<ProfileNote> notes)
      throws BadFileException {
    checkParties(utilities);
    if (digits != null) {
      UtilityScale scale = new UtilityScale(BigInteger.TEN.pow(digits), false);
      scale.checkFits(utilities, digits);
      return scale.imported(points, utilities, notes);
    }
    UtilityScale exact =
        new UtilityScale(
            utilities.stream()
                .map(UtilityScale::denominator)
                .reduce(BigInteger.ONE, UtilityScale::leastCommonMultiple),
            false);
    if (!exact.fits(utilities)) {
      Optional<UtilityScale> finest = exact.finest(utilities);
      if (finest.isPresent()) {
        ImportedProblem imported = finest.get().imported(points, utilities, notes);
        if (ExactOrder.isKept(imported)) {
          return imported.withOrder();
        }
      }
    }
    exact.checkFits(utilities, null);
    return exact.imported(points, utilities, notes);
  }

  /// The finest scale that fits and rounds decimals alone: multiples of 1/3 or 1/7 stay exact.
  private Optional<UtilityScale> finest(List<Utility> utilities) {
    BigInteger fractions = unit;
    for (BigInteger prime : List.of(BigInteger.TWO, BigInteger.valueOf(5))) {
      while (fractions.mod(prime).signum() == 0) {
        fractions = fractions.divide(prime);
      }
    }
    for (int decimals = MOST_DIGITS; decimals > 0; decimals--) {
      UtilityScale rounded =
          new UtilityScale(fractions.multiply(BigInteger.TEN.pow(decimals)), true);
      if (rounded.fits(utilities)) {
        return Optional.of(rounded);
      }
    }
    return Optional.empty();
  }

  private ImportedProblem imported(
      List<Problem.Point> points, List<Utility> utilities, List<ProfileNote> notes) {
    List<Problem.Party> parties = new ArrayList<>();
    List<JointWorth> joints = new ArrayList<>();
    List<ProfileNote> allNotes = new ArrayList<>(notes);
    for (Utility utility : utilities) {
      Problem.Party seat = party(utility);
      List<JointWorth> own = joints(parties.size(), utility);
      Long cap = utility.hasCeiling() ? cap(points, seat, own, utility) : null;
      if (cap != null) {
        allNotes.add(new ProfileNote.CutOffAtOne(utility.file()));
      }
      joints.addAll(own);
      parties.add(seat.withCap(cap));
    }
    return new ImportedProblem(
        new Problem(parties, points, List.of(), joints, SigningRule.all(parties.size())),
        unit,
        utilities.stream().map(this::error).max(Comparator.naturalOrder()).orElse(Rational.ZERO),
        false,
        utilities,
        allNotes);
  }

  private static void checkParties(List<Utility> utilities) throws BadFileException {
    if (utilities.isEmpty() || utilities.size() > Problem.MOST_PARTIES) {
      throw new BadFileException(
          utilities.isEmpty() ? "" : utilities.getLast().file(),
          0,
          new UtilityFault.ProfileCount(utilities.size(), Problem.MOST_PARTIES));
    }
    Set<String> names = new HashSet<>();
    for (Utility utility : utilities) {
      if (!names.add(utility.party())) {
        throw new BadFileException(
            utility.file(), 0, new UtilityFault.ProfileNameTwice(utility.party()));
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

  /// The least common denominator of everything in a utility.
  static BigInteger denominator(Utility utility) {
    return numbers(utility)
        .map(Rational::denominator)
        .reduce(BigInteger.ONE, UtilityScale::leastCommonMultiple);
  }

  private static BigInteger leastCommonMultiple(BigInteger one, BigInteger other) {
    return one.divide(one.gcd(other)).multiply(other);
  }

  private boolean fits(List<Utility> utilities) {
    BigInteger sum = unit;
    for (Utility utility : utilities) {
      for (List<Rational> options : utility.ofOptions()) {
        sum =
            sum.add(
                worths(options).stream()
                    .map(BigInteger::abs)
                    .reduce(BigInteger.ZERO, BigInteger::max));
      }
      for (Utility.Extra extra : utility.extras()) {
        sum = sum.add(size(extra.worth()));
      }
      sum = sum.add(size(utility.reservation() == null ? Rational.ZERO : utility.reservation()));
    }
    return sum.compareTo(MOST) <= 0;
  }

  private void checkFits(List<Utility> utilities, @Nullable Integer digits)
      throws BadFileException {
    if (!fits(utilities)) {
      Utility finest =
          utilities.stream().max(Comparator.comparing(UtilityScale::denominator)).orElseThrow();
      throw new BadFileException(
          finest.file(),
          0,
          digits == null
              ? new UtilityFault.UtilitiesTooFine(unit.toString(), MOST.toString())
              : new UtilityFault.RoundedTooFine(unit.toString(), MOST.toString(), digits));
    }
  }

  private BigInteger size(Rational utility) {
    return worth(utility).abs();
  }

  /// The worths of the options of one point.
  private List<BigInteger> worths(List<Rational> options) {
    if (!roundsShares) {
      return options.stream().map(this::worth).toList();
    }
    BigInteger whole =
        options.stream()
            .map(Rational::denominator)
            .reduce(BigInteger.ONE, UtilityScale::leastCommonMultiple);
    List<BigInteger> parts =
        options.stream()
            .map(each -> each.numerator().multiply(whole.divide(each.denominator())))
            .toList();
    BigInteger common = parts.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
    if (common.signum() == 0) {
      return parts;
    }
    BigInteger most = parts.stream().map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::max);
    if (most.divide(common).compareTo(MOST_SHARES) > 0) {
      return options.stream().map(this::worth).toList();
    }
    BigInteger share = worth(new Rational(common, whole));
    return parts.stream().map(each -> each.divide(common).multiply(share)).toList();
  }

  private BigInteger worth(Rational utility) {
    return utility.times(new Rational(unit, BigInteger.ONE)).rounded();
  }

  private @Nullable Long cap(
      List<Problem.Point> points, Problem.Party seat, List<JointWorth> joints, Utility utility) {
    BigInteger slack = error(utility).times(new Rational(unit, BigInteger.ONE)).rounded();
    return UtilityCap.of(points, seat, joints, unit.longValueExact(), slack.longValueExact());
  }

  private Problem.Party party(Utility utility) {
    return new Problem.Party(
        utility.party(),
        utility.ofOptions().stream()
            .map(options -> worths(options).stream().map(BigInteger::longValueExact).toList())
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
      List<BigInteger> worths = worths(options);
      Rational most = Rational.ZERO;
      for (int option = 0; option < worths.size(); option++) {
        Rational moved = moved(options.get(option), worths.get(option));
        most = moved.compareTo(most) > 0 ? moved : most;
      }
      sum = sum.plus(most);
    }
    for (Utility.Extra extra : utility.extras()) {
      sum = sum.plus(moved(extra.worth(), worth(extra.worth())));
    }
    return sum;
  }

  private Rational moved(Rational utility, BigInteger worth) {
    Rational difference = new Rational(worth, unit).minus(utility);
    return difference.signum() < 0 ? Rational.ZERO.minus(difference) : difference;
  }
}
