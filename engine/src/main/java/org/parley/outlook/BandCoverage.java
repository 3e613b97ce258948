package org.parley.outlook;

import java.util.List;
import org.parley.exact.Budget;
import org.parley.reference.AccordHistory;
import org.parley.reference.DoneTimes;
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

  /// The coverage of bands, over the provisions with enough accords. No accord predicts itself.
  /// Cost: accords times provisions times years.
  ///
  /// @param percent such as 80: the band leaves out 10 per cent on either side
  public static BandCoverage leaveOneAccordOut(AccordHistory history, int percent) {
    BandSweep sweep =
        new BandSweep(BandSweep.counted(each -> DoneTimes.of(history.spells(each))), percent);
    return sweep.answer(sweep.part(sweep.seeds(), Budget.unlimited()));
  }
}
