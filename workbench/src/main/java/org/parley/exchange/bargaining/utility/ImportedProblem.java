package org.parley.exchange.bargaining.utility;

import java.math.BigInteger;
import java.util.List;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;

/// A bargaining problem read from files.
///
/// @param problem the problem, in whole-number worths
/// @param unit the worth that is a utility of 1
/// @param within how far the utility of a package may be from what the files say; 0 where worths
///   are exact
/// @param inOrder whether for every party packages, and no deal, compare exactly as the files say,
///   though worths are rounded; known where nobody asked for rounding
/// @param utilities what the files say, exactly, party by party
/// @param notes what the files hold that the problem does not, in sentences
public record ImportedProblem(
    Problem problem,
    BigInteger unit,
    Rational within,
    boolean inOrder,
    List<Utility> utilities,
    List<String> notes) {

  public ImportedProblem {
    utilities = List.copyOf(utilities);
    notes = List.copyOf(notes);
  }

  /// The same, where packages compare as the files say.
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
