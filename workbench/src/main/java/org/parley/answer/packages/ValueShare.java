package org.parley.answer.packages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.ValueBands;
import org.parley.bargain.zone.WilsonEstimate;
import org.parley.exact.Rational;
import org.parley.wording.PackageNumbers;

/// The share of the packages that take one of some neighbouring values of a quantity.
///
/// @param run the values, in bands
/// @param share the share; null if it is estimated
/// @param estimate the estimate; null if the packages were counted
public record ValueShare(
    ValueBands.BandRange run, @Nullable Rational share, @Nullable WilsonEstimate estimate) {

  /// The values that no package takes, and those that some do, in order; empty if shares are not
  /// known.
  public static List<ValueShare> of(ValueBands bands, Overview overview, int point) {
    List<Rational> shares = overview.shares().map(all -> all.get(point)).orElse(null);
    if (shares != null) {
      return bands.runs(band -> shares.get(band).signum() == 0).stream()
          .map(
              run ->
                  new ValueShare(
                      run,
                      shares.subList(run.first(), run.last() + 1).stream()
                          .reduce(Rational.ZERO, Rational::plus),
                      null))
          .toList();
    }
    List<WilsonEstimate> sample =
        overview.sample().map(each -> each.shares().get(point)).orElse(List.of());
    if (sample.isEmpty()) {
      return List.of();
    }
    return bands.runs(band -> sample.get(band).hits() == 0).stream()
        .map(
            run ->
                new ValueShare(
                    run,
                    null,
                    WilsonEstimate.of(
                        sample.subList(run.first(), run.last() + 1).stream()
                            .mapToLong(WilsonEstimate::hits)
                            .sum(),
                        sample.getFirst().draws())))
        .toList();
  }

  /// The share in words.
  public String words() {
    if (share != null) {
      return PackageNumbers.current().percent(share);
    }
    return estimate == null ? "" : PackageNumbers.current().about(estimate);
  }

  /// The share in thousandths, for a bar.
  public long thousandths() {
    if (share != null) {
      return share.times(Rational.of(1000)).rounded().longValue();
    }
    return estimate == null ? 0 : Math.round(1000 * estimate.share());
  }
}
