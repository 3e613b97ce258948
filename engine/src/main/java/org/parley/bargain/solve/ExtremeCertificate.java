package org.parley.bargain.solve;

import org.parley.exact.Certificate;

/// Certifies the largest, or the least, worth of a party over the packages that all accept.
///
/// @param party the index of the party
/// @param most whether it is the most
/// @param worth what it gets
/// @param outcome a package that gives it so much
public record ExtremeCertificate(int party, boolean most, long worth, Solution.Outcome outcome)
    implements Certificate.OfAnswer {}
