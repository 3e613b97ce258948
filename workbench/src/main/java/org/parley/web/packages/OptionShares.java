package org.parley.web.packages;

import java.util.List;
import java.util.Optional;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.zone.WilsonEstimate;
import org.parley.exact.Rational;
import org.parley.wording.PackageNumbers;

/// The share of each option in the packages, by point and option.
public sealed interface OptionShares {

  /// The packages were counted.
  record Counted(List<List<Rational>> shares) implements OptionShares {
    public Counted {
      shares = shares.stream().map(List::copyOf).toList();
    }
  }

  /// They are estimated from random packages.
  record Estimated(Overview.Sample sample) implements OptionShares {}

  static Optional<OptionShares> of(Overview overview) {
    return overview
        .shares()
        .<OptionShares>map(Counted::new)
        .or(() -> overview.sample().filter(OptionShares::isDrawn).map(Estimated::new));
  }

  private static boolean isDrawn(Overview.Sample sample) {
    return sample.shares().getFirst().getFirst().draws() > 0;
  }

  /// The estimated number of packages; empty if it was not estimated.
  default String about() {
    return switch (this) {
      case Counted _ -> "";
      case Estimated(Overview.Sample sample) -> PackageNumbers.current().about(sample.count());
    };
  }

  /// The share of an option in thousandths, for a bar.
  default long thousandths(int point, int option) {
    return switch (this) {
      case Counted(List<List<Rational>> shares) ->
          PackagesPage.thousandths(shares.get(point).get(option));
      case Estimated(Overview.Sample sample) -> {
        WilsonEstimate share = sample.shares().get(point).get(option);
        yield Math.round(1000 * share.share());
      }
    };
  }

  /// The share of an option in words.
  default String words(int point, int option) {
    return switch (this) {
      case Counted(List<List<Rational>> shares) ->
          PackageNumbers.current().percent(shares.get(point).get(option));
      case Estimated(Overview.Sample sample) ->
          PackageNumbers.current().about(sample.shares().get(point).get(option));
    };
  }
}
