package org.parley.bargain.solve;

import org.parley.exact.Certificate;

/// Certifies the largest, or the least, worth of a party over the packages that all accept.
///
/// @param party the index of the party
/// @param most true for the largest worth, false for the least
/// @param worth the worth
/// @param outcome a package that attains it
public record ExtremeCertificate(int party, boolean most, long worth, Solution.Outcome outcome)
    implements Certificate.OfAnswer {}
