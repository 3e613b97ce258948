package org.parley.web.packages;

import java.util.List;
import java.util.Optional;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.PackageWords;
import org.parley.bargain.zone.Estimate;
import org.parley.exact.Rational;

/// How much each option is in the packages looked at: counted, or estimated from random packages
/// where they could not be counted.
///
/// @param about how many packages there are, where that is estimated; else empty
/// @param thousandths by point and option, for bars
/// @param words by point and option
public record Shares(String about, List<List<Long>> thousandths, List<List<String>> words) {

  public Shares {
    thousandths = thousandths.stream().map(List::copyOf).toList();
    words = words.stream().map(List::copyOf).toList();
  }

  static Optional<Shares> of(Overview overview) {
    return overview
        .shares()
        .map(Shares::counted)
        .or(() -> overview.sample().filter(Shares::isDrawn).map(Shares::estimated));
  }

  private static Shares counted(List<List<Rational>> shares) {
    return new Shares(
        "",
        shares.stream().map(row -> row.stream().map(PackagesPage::thousandths).toList()).toList(),
        shares.stream().map(row -> row.stream().map(PackageWords::percent).toList()).toList());
  }

  private static boolean isDrawn(Overview.Sample sample) {
    return sample.shares().getFirst().getFirst().draws() > 0;
  }

  private static Shares estimated(Overview.Sample sample) {
    return new Shares(
        PackageWords.about(sample.count()),
        sample.shares().stream()
            .map(row -> row.stream().map(Shares::thousandths).toList())
            .toList(),
        sample.shares().stream()
            .map(row -> row.stream().map(PackageWords::about).toList())
            .toList());
  }

  private static long thousandths(Estimate estimate) {
    return Math.round(1000 * estimate.share());
  }
}
