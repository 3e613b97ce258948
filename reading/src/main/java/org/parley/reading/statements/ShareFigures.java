package org.parley.reading.statements;

import org.jspecify.annotations.Nullable;
import org.parley.model.claim.Share;

/// Shares as numbers.
final class ShareFigures {

  private ShareFigures() {}

  /// A share in tenths of a percent; null for words without a figure.
  static @Nullable Integer tenths(@Nullable String share) {
    return share == null ? null : tenths(new Share(share));
  }

  static @Nullable Integer tenths(Share share) {
    return share
        .fraction()
        .map(each -> (int) Math.round(1000.0 * each.part() / each.whole()))
        .orElse(null);
  }
}
