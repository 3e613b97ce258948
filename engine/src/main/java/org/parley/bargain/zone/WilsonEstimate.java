package org.parley.bargain.zone;

/// A share estimated from random packages, with its 95 % Wilson interval. No exact answer depends
/// on it.
///
/// @param share the share among the draws
/// @param low the lower end of the interval
/// @param high the upper end of the interval
/// @param hits the draws that counted
/// @param draws the draws made
public record WilsonEstimate(double share, double low, double high, long hits, long draws) {

  private static final double Z = 1.959963984540054;

  /// The share of hits among draws; one half, between 0 and 1, without draws.
  ///
  /// @param hits 0 to `draws`
  /// @param draws how many were made
  public static WilsonEstimate of(long hits, long draws) {
    if (draws == 0) {
      return new WilsonEstimate(0.5, 0, 1, 0, 0);
    }
    double share = (double) hits / draws;
    double square = Z * Z / draws;
    double middle = share + square / 2;
    double half = Z * Math.sqrt(share * (1 - share) / draws + square / draws / 4);
    return new WilsonEstimate(
        share,
        Math.max(0, (middle - half) / (1 + square)),
        Math.min(1, (middle + half) / (1 + square)),
        hits,
        draws);
  }
}
