package org.parley.bargain.zone;

/// A number of packages estimated from random samples, with its 95 % interval. It decides nothing
/// exact.
///
/// @param count the estimate, unbiased
/// @param low the lower end of the interval
/// @param high the upper end of the interval
/// @param hits how many draws were acceptable
/// @param draws how many were made
public record CountEstimate(double count, double low, double high, long hits, long draws) {}
