package org.parley.bargain.cases;

import java.util.List;
import java.util.Set;
import org.parley.bargain.Problem;
import org.parley.bargain.solve.Solution;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage.TabledProvision;
import org.parley.model.text.OptionId;

/// Whether a package can be made better for some parties and worse for none.
///
/// One package is named at the most: the choice of the round's rule, with the worths of the package
/// on the table as baselines. It is efficient, and so is the package on the table if the rule
/// selects nothing better. Cost: a search for a solution, or two.
public sealed interface PackageImprovement {

  /// The question, and the proved answer. The problem has the settled points alone.
  ///
  /// @param table the option of each point in the package
  record ProvedImprovement(
      Problem problem, List<Integer> table, Solution.Kind rule, Finding<Solution> finding) {
    public ProvedImprovement {
      table = List.copyOf(table);
    }
  }

  /// Nothing is better for some and worse for none: proved.
  record Efficient(ProvedImprovement proof) implements PackageImprovement {}

  /// A package that is better for some, worse for none, and itself efficient: proved.
  ///
  /// @param terms the option or value of each point that the package on the table settles
  record Better(ProvedImprovement proof, List<TabledProvision> terms)
      implements PackageImprovement {
    public Better {
      terms = List.copyOf(terms);
    }
  }

  /// The positions on record do not suffice, or the search was not finished. It is not told which:
  /// the reason would tell of positions.
  record Undecided() implements PackageImprovement {}

  /// Looks for the improvement of a package.
  ///
  /// Points without an option or a value stay as they are. If a linkage, a contingency or a joint
  /// worth ties them to others, nothing is decided.
  ///
  /// @param packages the problem, from all positions on record
  /// @param parties the parties to whom nothing may get worse
  /// @param table the terms of the package
  /// @param open the options that all of them may know
  /// @param rule the rule that chooses among improvements
  static PackageImprovement of(
      PackageProblem packages,
      List<PartyId> parties,
      List<TabledProvision> table,
      Set<OptionId> open,
      Round.Improving rule,
      Budget budget) {
    return ImprovedPackage.of(packages, parties, table, open, rule, budget);
  }
}
