package org.parley.bargain.solve;

import org.parley.exact.Certificate;

/// States the most, or the least, that a party gets in a package that all accept.
///
/// @param party the index of the party
/// @param most whether it is the most
/// @param worth what it gets
/// @param outcome a package that gives it so much
public record ExtremeCertificate(int party, boolean most, long worth, Solution.Outcome outcome)
    implements Certificate {}
