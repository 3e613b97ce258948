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

  /// The ties between the points leave no package, whoever would accept what.
  record NoPackage() implements PackageSummary {}

  /// Grades are missing, each of which may be another red line, and nothing is ruled out yet.
  ///
  /// @param all what all would accept if they tolerate every option they have not graded
  /// @param of how many packages there are
  /// @param clash what clashes, the smallest; empty where it was not looked for
  record TooEarly(ZoneTable.Row all, BigInteger of, List<PartyDemand> clash)
      implements PackageSummary {
    public TooEarly {
      clash = List.copyOf(clash);
    }
  }

  /// Something is acceptable to all.
  ///
  /// @param all how much
  /// @param of how many packages there are
  /// @param signable what could be signed, where not all have to sign
  record Acceptable(ZoneTable.Row all, BigInteger of, Optional<PackageBound.CountBetween> signable)
      implements PackageSummary {}

  /// Nothing is acceptable to all.
  ///
  /// @param all who all are
  /// @param clash what clashes, the smallest; empty where it was not looked for
  /// @param best the set that accepts most; empty where no smaller one was looked at
  /// @param signable what could be signed, where not all have to sign
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

  /// The answer from the counts, and from the clashes where these were looked for.
  ///
  /// @param clashes what clashes; null where it was not looked for, or where something is
  ///   acceptable to all
  static PackageSummary of(PackageProblem packages, ZoneTable table, @Nullable Clashes clashes) {
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
      return new Acceptable(all, table.all(), signable);
    }
    return new NoneAcceptable(
        all,
        clash,
        table.rows().size() == 1 ? Optional.empty() : Optional.of(table.best()),
        signable);
  }
}
