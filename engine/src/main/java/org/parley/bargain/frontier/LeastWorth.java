package org.parley.bargain.frontier;

/// Proves the least that any package gives a party: no package loses it more.
///
/// @param party the index of the party, which has no baseline
/// @param losses the frontier of its losses alone
public record LeastWorth(int party, FrontierCertificate losses) {}
