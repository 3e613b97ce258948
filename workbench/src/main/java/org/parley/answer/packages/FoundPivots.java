package org.parley.answer.packages;

import java.util.List;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PackageSummary;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.pivot.Pivot;
import org.parley.bargain.pivot.Pivots;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.wording.PackageHeadline;
import org.parley.wording.PackageWording;

/// The open points by influence, and the parties considered.
///
/// @param asked the problem
/// @param table how many packages each set of parties accepts
/// @param looked the problem restricted to the largest set of parties that accepts some package
/// @param pivots the points, most influential first
public record FoundPivots(
    PackageProblem asked, ZoneTable table, PackageProblem looked, Finding<List<Pivot>> pivots) {

  /// Ranks the open points.
  ///
  /// @param frontier whether to include the effect of each point on the frontier
  public static FoundPivots of(PackageProblem packages, boolean frontier, Budget budget) {
    // Points first: counting every set of parties may take all the time there is.
    Finding<List<Pivot>> ofAll = Pivots.find(packages.problem(), frontier, budget);
    ZoneTable table = ZoneTable.of(packages.problem(), budget);
    PackageProblem looked = packages.among(table.best().parties());
    return new FoundPivots(
        packages,
        table,
        looked,
        table.everyone().isEmpty() ? Pivots.find(looked.problem(), frontier, budget) : ofAll);
  }

  /// The points, as far as they were found.
  public List<Pivot> list() {
    return pivots.findAnswer().orElse(List.of());
  }

  /// The answer in a sentence.
  public PackageHeadline headline() {
    PackageWording words = PackageWording.of(asked);
    PackageSummary summary = PackageSummary.of(asked, table, null);
    PackageHeadline zone = words.summary(summary);
    String most = PackageWording.of(looked).mattersMost(pivots, looked.problem().everyone());
    if (summary instanceof PackageSummary.TooEarly) {
      return words.tooEarlyToRank(most);
    }
    return new PackageHeadline(
        most,
        table.everyone().isEmpty() && !list().isEmpty() ? zone.sentence() : "",
        words.missingGrades());
  }
}
