package org.parley.outlook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.parley.exact.Budget;
import org.parley.exact.Rational;
import org.parley.outlook.BandCoverage.ProvisionCoverage;
import org.parley.reference.AccordYear;
import org.parley.reference.DoneTimes;
import org.parley.reference.DoneTimes.DoneSpell;
import org.parley.reference.Provision;
import org.parley.sweep.SeedSweep;
import org.parley.sweep.Seeds;

/// The coverage of bands, each accord predicted from the others. A seed numbers the accord that is
/// left out, provision by provision.
///
/// The estimator reads counts alone, so an accord is one of those counted, without its name.
public final class BandSweep implements SeedSweep<BandSweep.BandSums, BandCoverage> {

  private static final int PART = 32;

  private final List<LeftOut> folds = new ArrayList<>();
  private final int percent;
  private final Rational least;
  private final Rational most;

  /// How many accords had done a provision, year by year.
  public record ProvisionTimes(Provision provision, DoneTimes times) {}

  /// An accord to be predicted.
  private record LeftOut(Provision provision, DoneTimes times, DoneSpell accord) {}

  /// Sums over accords, in the order of the provisions.
  public record BandSums(List<ProvisionSums> provisions) {
    public BandSums {
      provisions = List.copyOf(provisions);
    }
  }

  /// Sums of one provision.
  ///
  /// @param held the shares of what happened that lay in the bands, in ten-thousandths
  /// @param early those before the bands
  /// @param late those after them
  /// @param whole how many accords lay in the bands widened to whole years
  /// @param ofWhole of how many that is known
  public record ProvisionSums(
      Provision provision, int observed, long held, long early, long late, int whole, int ofWhole) {

    ProvisionSums plus(ProvisionSums other) {
      return new ProvisionSums(
          provision,
          observed + other.observed,
          held + other.held,
          early + other.early,
          late + other.late,
          whole + other.whole,
          ofWhole + other.ofWhole);
    }

    private int mean(long sum) {
      return observed == 0 ? 0 : Math.toIntExact((2 * sum + observed) / (2L * observed));
    }
  }

  /// @param provisions those with fewer accords than [TimeToDone#LEAST_ACCORDS] are left out, and
  ///   one has enough
  /// @param percent such as 80: the band leaves out 10 per cent on either side
  public BandSweep(List<ProvisionTimes> provisions, int percent) {
    for (ProvisionTimes each : provisions) {
      if (each.times().accords() >= TimeToDone.LEAST_ACCORDS) {
        each.times()
            .spells()
            .forEach(accord -> folds.add(new LeftOut(each.provision(), each.times(), accord)));
      }
    }
    this.percent = percent;
    least = Rational.of(100L - percent, 200);
    most = Rational.of(100L + percent, 200);
  }

  /// The counts of every provision.
  public static List<ProvisionTimes> counted(Function<Provision, DoneTimes> counts) {
    List<ProvisionTimes> all = new ArrayList<>();
    for (Provision each : Provision.values()) {
      all.add(new ProvisionTimes(each, counts.apply(each)));
    }
    return all;
  }

  @Override
  public Seeds seeds() {
    return new Seeds(0, folds.size());
  }

  @Override
  public int partSize() {
    return PART;
  }

  @Override
  public Class<BandSums> partType() {
    return BandSums.class;
  }

  @Override
  public BandSums part(Seeds part, Budget budget) {
    Map<Provision, ProvisionSums> sums = new EnumMap<>(Provision.class);
    part.until(budget.stop())
        .mapToObj(at -> sums(folds.get((int) at)))
        .forEachOrdered(each -> sums.merge(each.provision(), each, ProvisionSums::plus));
    return new BandSums(List.copyOf(sums.values()));
  }

  @Override
  public BandSums merged(BandSums earlier, BandSums next) {
    Map<Provision, ProvisionSums> sums = new EnumMap<>(Provision.class);
    for (BandSums some : List.of(earlier, next)) {
      some.provisions().forEach(each -> sums.merge(each.provision(), each, ProvisionSums::plus));
    }
    return new BandSums(List.copyOf(sums.values()));
  }

  @Override
  public long done(BandSums merged) {
    return merged.provisions().stream().mapToLong(ProvisionSums::observed).sum();
  }

  @Override
  public BandCoverage answer(BandSums merged) {
    ProvisionSums all =
        merged.provisions().stream()
            .reduce(ProvisionSums::plus)
            .orElseThrow(IllegalArgumentException::new);
    return new BandCoverage(
        percent,
        all.observed(),
        all.mean(all.held()),
        all.mean(all.early()),
        all.mean(all.late()),
        all.ofWhole() == 0
            ? 0
            : Math.toIntExact((long) BaseRate.WHOLE * all.whole() / all.ofWhole()),
        merged.provisions().stream()
            .map(BandSweep::coverage)
            .sorted(
                Comparator.comparingInt(ProvisionCoverage::held)
                    .thenComparing(ProvisionCoverage::provision))
            .toList());
  }

  private static ProvisionCoverage coverage(ProvisionSums of) {
    return new ProvisionCoverage(
        of.provision(), of.observed(), of.mean(of.held()), of.mean(of.early()), of.mean(of.late()));
  }

  private ProvisionSums sums(LeftOut fold) {
    TimeToDone predicted = TimeToDone.of(fold.times().without(fold.accord()));
    boolean isDone = fold.accord().isDone();
    int year = fold.accord().year();
    Rational from = predicted.doneBy(isDone ? year - 1 : year);
    Rational to = isDone ? predicted.doneBy(year) : Rational.ONE;
    long early = part(from, to, Rational.ZERO, least);
    long late = part(from, to, most, Rational.ONE);
    if (from.equals(to)) {
      early = from.compareTo(least) < 0 ? BaseRate.WHOLE : 0;
      late = from.compareTo(most) > 0 ? BaseRate.WHOLE : 0;
    }
    boolean isObserved = isDone || year == AccordYear.LAST;
    int at = isDone ? year : AccordYear.LAST + 1;
    boolean isHeld = yearOf(predicted, least) <= at && at <= yearOf(predicted, most);
    return new ProvisionSums(
        fold.provision(),
        1,
        BaseRate.WHOLE - early - late,
        early,
        late,
        isObserved && isHeld ? 1 : 0,
        isObserved ? 1 : 0);
  }

  /// How much of one stretch of shares lies in another, in ten-thousandths of the first.
  private static long part(Rational from, Rational to, Rational least, Rational most) {
    Rational begin = from.compareTo(least) > 0 ? from : least;
    Rational end = to.compareTo(most) < 0 ? to : most;
    if (from.compareTo(to) >= 0 || begin.compareTo(end) >= 0) {
      return 0;
    }
    return end.minus(begin)
        .dividedBy(to.minus(from))
        .times(Rational.of(BaseRate.WHOLE))
        .rounded()
        .longValueExact();
  }

  /// The year by whose end so many had done it; the year after the last if fewer ever did.
  private static int yearOf(TimeToDone predicted, Rational share) {
    for (int year = 1; year <= AccordYear.LAST; year++) {
      if (predicted.doneBy(year).compareTo(share) >= 0) {
        return year;
      }
    }
    return AccordYear.LAST + 1;
  }
}
