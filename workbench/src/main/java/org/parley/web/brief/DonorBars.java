package org.parley.web.brief;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.answer.memo.DonorSeries;
import org.parley.exact.Rational;
import org.parley.wording.ForeignText;
import org.parley.wording.MemoWording;

/// The shares of the largest donors as bars.
///
/// @param bars the donors, the largest first
public record DonorBars(List<DonorBar> bars) {

  public static final int WIDTH = 540;
  public static final int ROW = 22;
  private static final int LEFT = 190;
  private static final int RIGHT = WIDTH - 60;
  private static final int MOST = 8;
  private static final int LONGEST = 22;

  /// A donor.
  ///
  /// @param width the length of its bar
  public record DonorBar(String donor, int width, String share, int y) {}

  public DonorBars {
    bars = List.copyOf(bars);
  }

  /// The bars of a series; empty if it has no shares.
  public static Optional<DonorBars> of(DonorSeries series) {
    List<DonorBar> bars = new ArrayList<>();
    BigDecimal most = null;
    for (DonorSeries.DonorLine each : series.donors().stream().limit(MOST).toList()) {
      Rational share = each.share();
      if (share == null) {
        return Optional.empty();
      }
      BigDecimal size =
          new BigDecimal(share.numerator())
              .divide(new BigDecimal(share.denominator()), 6, RoundingMode.HALF_EVEN);
      most = most == null ? size : most;
      int width =
          most.signum() == 0
              ? 0
              : size.multiply(BigDecimal.valueOf(RIGHT - LEFT))
                  .divide(most, 0, RoundingMode.HALF_EVEN)
                  .intValue();
      bars.add(
          new DonorBar(
              ForeignText.shortened(each.donor(), LONGEST),
              width,
              MemoWording.current().percent(share),
              ROW * bars.size()));
    }
    return bars.isEmpty() ? Optional.empty() : Optional.of(new DonorBars(bars));
  }

  /// Where bars begin.
  public int left() {
    return LEFT;
  }

  /// The height of the drawing.
  public int height() {
    return ROW * bars.size();
  }
}
