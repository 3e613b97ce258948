package org.parley.bargain.cases;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.PackageBound;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;

/// The answer about packages: is there a deal?
public sealed interface PackageSummary {

  /// The linkages leave no package, whatever the parties accept.
  record NoPackage() implements PackageSummary {}

  /// Grades are missing, and each may be another red line; nothing is ruled out yet.
  ///
  /// @param all the count if every ungraded option is tolerable
  /// @param of the number of all packages
  /// @param clash the smallest conflict; empty if none was sought
  record TooEarly(ZoneTable.Row all, BigInteger of, List<PartyDemand> clash)
      implements PackageSummary {
    public TooEarly {
      clash = List.copyOf(clash);
    }
  }

  /// Some packages are acceptable to all.
  ///
  /// @param all the count for all parties
  /// @param of the number of all packages
  /// @param signable the packages that could be signed, if not all have to sign
  /// @param ground the options all agree on, and the points that divide them; empty if they were
  ///   not sought
  record Acceptable(
      ZoneTable.Row all,
      BigInteger of,
      Optional<PackageBound.CountBetween> signable,
      Optional<CommonGround> ground)
      implements PackageSummary {}

  /// No package is acceptable to all.
  ///
  /// @param all the row of all parties
  /// @param clash the smallest conflict; empty if none was sought
  /// @param best the set of parties that accepts most; empty if no smaller one was counted
  /// @param signable the packages that could be signed, if not all have to sign
  record NoneAcceptable(
      ZoneTable.Row all,
      List<PartyDemand> clash,
      Optional<ZoneTable.Row> best,
      Optional<PackageBound.CountBetween> signable)
      implements PackageSummary {
    public NoneAcceptable {
      clash = List.copyOf(clash);
    }
  }

  /// The summary of the counts and conflicts.
  ///
  /// @param clashes the conflicts; null if they were not sought, or some package is acceptable to
  ///   all
  static PackageSummary of(PackageProblem packages, ZoneTable table, @Nullable Clashes clashes) {
    return of(packages, table, clashes, Optional.empty());
  }

  /// The same, with the common ground of all parties.
  ///
  /// @param ground empty if it was not sought, or no package is acceptable to all
  static PackageSummary of(
      PackageProblem packages,
      ZoneTable table,
      @Nullable Clashes clashes,
      Optional<CommonGround> ground) {
    ZoneTable.Row all = table.everyone();
    List<PartyDemand> clash =
        clashes == null || clashes.clashes().isEmpty() ? List.of() : clashes.merged().getFirst();
    Optional<PackageBound.CountBetween> signable =
        packages.silent().isEmpty() ? table.signable() : Optional.empty();
    if (table.all().signum() == 0) {
      return new NoPackage();
    }
    if (!packages.grades().areComplete() && !all.ruledOut()) {
      return new TooEarly(all, table.all(), clash);
    }
    if (!all.isEmpty()) {
      return new Acceptable(all, table.all(), signable, ground);
    }
    return new NoneAcceptable(
        all,
        clash,
        table.rows().size() == 1 ? Optional.empty() : Optional.of(table.best()),
        signable);
  }
}
