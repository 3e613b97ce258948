package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.bargain.solve.FairImprovement;
import org.parley.bargain.solve.Solution;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.round.Round;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// Whether a package can be made better for some parties and worse for none.
///
/// One package is named at the most: the choice of the round's rule, with the worths of the package
/// on the table as baselines. It is efficient, and so is the package on the table if the rule
/// selects nothing better. Cost: a search for a solution, or two.
public sealed interface PackageImprovement {

  /// The question, and the proved answer.
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
  /// @param options the option of each point
  record Better(ProvedImprovement proof, Map<PointId, OptionId> options)
      implements PackageImprovement {
    public Better {
      options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
  }

  /// The positions on record do not suffice, or the search was not finished. It is not told which:
  /// the reason would tell of positions.
  record Undecided() implements PackageImprovement {}

  /// Looks for the improvement of a package.
  ///
  /// @param packages the problem, from all positions on record
  /// @param parties the parties to whom nothing may get worse
  /// @param table the option of each point in the package
  /// @param open the options that all of them may know
  /// @param rule the rule that chooses among improvements
  static PackageImprovement of(
      PackageProblem packages,
      List<PartyId> parties,
      Map<PointId, OptionId> table,
      Set<OptionId> open,
      Round.Improving rule,
      Budget budget) {
    int among = 0;
    for (PartyId each : parties) {
      int seat = packages.seats().stream().map(PackageProblem.Seat::party).toList().indexOf(each);
      if (seat < 0) {
        return new Undecided();
      }
      among |= 1 << seat;
    }
    PackageProblem round = packages.among(among);
    int[] options = new int[round.matters().size()];
    List<PackageConstraint> linkages = new ArrayList<>(round.problem().linkages());
    for (int point = 0; point < options.length; point++) {
      PackageProblem.Matter matter = round.matters().get(point);
      OptionId chosen = table.get(matter.point());
      options[point] = chosen == null ? -1 : matter.options().indexOf(chosen);
      if (options[point] < 0) {
        return new Undecided();
      }
      Set<Integer> hidden = new TreeSet<>();
      for (int option = 0; option < matter.options().size(); option++) {
        if (!open.contains(matter.options().get(option))) {
          hidden.add(option);
        }
      }
      if (!hidden.isEmpty()) {
        linkages.add(
            new PackageConstraint.Forbidden(
                "unknown: " + matter.point(), List.of(new OptionSet(point, hidden))));
      }
    }
    return of(round, linkages, options, kind(rule), budget);
  }

  private static Solution.Kind kind(Round.Improving rule) {
    return switch (rule) {
      case LEXIMIN -> Solution.Kind.LEXIMIN;
      case NASH -> Solution.Kind.NASH;
      case UTILITARIAN -> Solution.Kind.UTILITARIAN;
    };
  }

  private static PackageImprovement of(
      PackageProblem round,
      List<PackageConstraint> linkages,
      int[] options,
      Solution.Kind rule,
      Budget budget) {
    Problem given = round.problem();
    Problem problem =
        new Problem(
            given.parties().stream().map(each -> each.withBaseline(null)).toList(),
            given.points(),
            linkages,
            given.jointWorths(),
            SigningRule.all(given.parties().size()));
    boolean stands =
        problem.allows(options)
            && problem.parties().stream().allMatch(each -> each.tolerates(options));
    if (!stands
        || !(FairImprovement.find(problem, options, rule, budget)
            instanceof Finding.Proved<Solution> found)
        || found.answer().outcomes().isEmpty()) {
      return new Undecided();
    }
    Solution.Outcome best = found.answer().outcomes().getFirst();
    ProvedImprovement proof =
        new ProvedImprovement(problem, Arrays.stream(options).boxed().toList(), rule, found);
    for (int party = 0; party < given.parties().size(); party++) {
      if (best.worths().get(party) > problem.worth(party, options)) {
        return new Better(proof, named(round, best));
      }
    }
    return new Efficient(proof);
  }

  private static Map<PointId, OptionId> named(PackageProblem round, Solution.Outcome best) {
    Map<PointId, OptionId> named = new LinkedHashMap<>();
    for (int point = 0; point < best.options().size(); point++) {
      PackageProblem.Matter matter = round.matters().get(point);
      named.put(matter.point(), matter.options().get(best.options().get(point)));
    }
    return named;
  }
}
