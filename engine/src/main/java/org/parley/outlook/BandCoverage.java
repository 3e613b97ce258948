package org.parley.outlook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parley.exact.Rational;
import org.parley.reference.AccordHistory;
import org.parley.reference.AccordYear;
import org.parley.reference.DoneTimes;
import org.parley.reference.DoneTimes.DoneSpell;
import org.parley.reference.Provision;

/// How much of what happened lay in the bands of [TimeToDone], leaving one accord out at a time.
///
/// The year in which a provision was done is known, not the day. So the band holds the share of
/// that year that lies in it, with the accords of a year spread evenly over its days. A provision
/// that was not done is later than its last year. Then the band holds the share of what was
/// predicted for later. Calibrated bands of 80 per cent hold 80 per cent in expectation: the
/// non-randomised transform of Czado, Gneiting and Held (2009).
///
/// @param percent the share of the future that a band is meant to hold
/// @param observed the provisions of accords that were predicted from the other accords
/// @param held the share held, in ten-thousandths
/// @param early the share that came before the band, in ten-thousandths
/// @param late the share that came after it, or never, in ten-thousandths
/// @param wholeYears the share held by bands widened to whole years, among those observed to the
///   end, in ten-thousandths
/// @param provisions the same by provision, the least held first
public record BandCoverage(
    int percent,
    int observed,
    int held,
    int early,
    int late,
    int wholeYears,
    List<ProvisionCoverage> provisions) {

  /// The coverage of one provision.
  public record ProvisionCoverage(
      Provision provision, int observed, int held, int early, int late) {}

  public BandCoverage {
    provisions = List.copyOf(provisions);
  }

  /// Sums of shares, in ten-thousandths.
  private record Sums(int observed, long held, long early, long late, int whole, int ofWhole) {
    static final Sums ZERO = new Sums(0, 0, 0, 0, 0, 0);

    Sums plus(Sums other) {
      return new Sums(
          observed + other.observed,
          held + other.held,
          early + other.early,
          late + other.late,
          whole + other.whole,
          ofWhole + other.ofWhole);
    }

    int mean(long sum) {
      return observed == 0 ? 0 : Math.toIntExact((2 * sum + observed) / (2L * observed));
    }
  }

  /// The coverage of bands, over the provisions with enough accords. No accord predicts itself.
  /// Cost: accords times provisions times years.
  ///
  /// @param percent such as 80: the band leaves out 10 per cent on either side
  public static BandCoverage leaveOneAccordOut(AccordHistory history, int percent) {
    Rational least = Rational.of(100L - percent, 200);
    Rational most = Rational.of(100L + percent, 200);
    Map<Provision, Sums> byProvision = new EnumMap<>(Provision.class);
    for (Provision provision : Provision.values()) {
      List<DoneSpell> spells = history.spells(provision);
      if (spells.size() >= TimeToDone.LEAST_ACCORDS) {
        Sums sums = Sums.ZERO;
        for (DoneSpell left : spells) {
          List<DoneSpell> others =
              spells.stream().filter(each -> each.accord() != left.accord()).toList();
          sums = sums.plus(of(TimeToDone.of(DoneTimes.of(others)), left, least, most));
        }
        byProvision.put(provision, sums);
      }
    }
    Sums all = byProvision.values().stream().reduce(Sums.ZERO, Sums::plus);
    List<ProvisionCoverage> provisions = new ArrayList<>();
    byProvision.forEach(
        (provision, sums) ->
            provisions.add(
                new ProvisionCoverage(
                    provision,
                    sums.observed,
                    sums.mean(sums.held),
                    sums.mean(sums.early),
                    sums.mean(sums.late))));
    provisions.sort(
        Comparator.comparingInt(ProvisionCoverage::held)
            .thenComparing(ProvisionCoverage::provision));
    return new BandCoverage(
        percent,
        all.observed,
        all.mean(all.held),
        all.mean(all.early),
        all.mean(all.late),
        all.ofWhole == 0 ? 0 : Math.toIntExact((long) BaseRate.WHOLE * all.whole / all.ofWhole),
        provisions);
  }

  private static Sums of(TimeToDone predicted, DoneSpell left, Rational least, Rational most) {
    int year = left.year();
    Rational from = predicted.doneBy(left.isDone() ? year - 1 : year);
    Rational to = left.isDone() ? predicted.doneBy(year) : Rational.ONE;
    long early = part(from, to, Rational.ZERO, least);
    long late = part(from, to, most, Rational.ONE);
    if (from.equals(to)) {
      early = from.compareTo(least) < 0 ? BaseRate.WHOLE : 0;
      late = from.compareTo(most) > 0 ? BaseRate.WHOLE : 0;
    }
    boolean isObserved = left.isDone() || year == AccordYear.LAST;
    int at = left.isDone() ? year : AccordYear.LAST + 1;
    boolean isHeld = yearOf(predicted, least) <= at && at <= yearOf(predicted, most);
    return new Sums(
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
