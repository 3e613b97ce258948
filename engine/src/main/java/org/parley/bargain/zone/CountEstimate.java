package org.parley.bargain.zone;

/// A number of packages estimated from random samples, with its 95 % interval. No exact answer
/// depends on it.
///
/// @param count the estimate, unbiased
/// @param low the lower end of the interval
/// @param high the upper end of the interval
/// @param hits the acceptable draws
/// @param draws the draws made
public record CountEstimate(double count, double low, double high, long hits, long draws) {}
