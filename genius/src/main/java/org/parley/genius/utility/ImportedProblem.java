package org.parley.genius.utility;

import java.math.BigInteger;
import java.util.List;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;

/// A bargaining problem read from files.
///
/// @param problem the problem, in integer worths
/// @param unit the worth that is a utility of 1
/// @param within the largest rounding error of a package's utility; 0 for exact worths
/// @param inOrder whether for every party packages, and no deal, compare exactly as in the file,
///   though worths are rounded. Computed if no rounding was requested
/// @param utilities the exact utilities, by party
/// @param notes omitted content of the files, and what is read otherwise than it is written
public record ImportedProblem(
    Problem problem,
    BigInteger unit,
    Rational within,
    boolean inOrder,
    List<Utility> utilities,
    List<ProfileNote> notes) {

  public ImportedProblem {
    utilities = List.copyOf(utilities);
    notes = List.copyOf(notes);
  }

  /// The same, with the exact order proved.
  ImportedProblem withOrder() {
    return new ImportedProblem(problem, unit, within, true, utilities, notes);
  }

  /// Whether every worth is exactly the utility that was written.
  public boolean isExact() {
    return within.signum() == 0;
  }

  /// How many packages there are, linkages or not.
  public BigInteger packages() {
    return problem.points().stream()
        .map(point -> BigInteger.valueOf(point.options().size()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }
}
