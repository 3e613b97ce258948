package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;

/// Merges options that no party and no linkage tells apart, so that counts are of outcomes that
/// differ to somebody. A point to which all are indifferent then multiplies nothing.
final class DistinctOutcomes {

  private final Problem problem;

  /// By point and option, the index of the option it is merged into.
  private final List<int[]> merged = new ArrayList<>();

  private DistinctOutcomes(Problem problem) {
    this.problem = problem;
  }

  /// The problem with one option for each set of interchangeable ones. Cost: linear in the options
  /// times the parties and linkages.
  static Problem of(Problem problem) {
    return new DistinctOutcomes(problem).merge();
  }

  private Problem merge() {
    List<List<Integer>> kept = new ArrayList<>();
    boolean changed = false;
    for (int point = 0; point < problem.points().size(); point++) {
      Map<List<Object>, Integer> classes = new LinkedHashMap<>();
      List<Integer> first = new ArrayList<>();
      int[] into = new int[problem.points().get(point).options().size()];
      for (int option = 0; option < into.length; option++) {
        Integer known = classes.putIfAbsent(profile(point, option), first.size());
        if (known == null) {
          into[option] = first.size();
          first.add(option);
        } else {
          into[option] = known;
          changed = true;
        }
      }
      kept.add(first);
      merged.add(into);
    }
    return changed ? reduced(kept) : problem;
  }

  /// Everything that somebody makes of an option.
  private List<Object> profile(int point, int option) {
    List<Object> profile = new ArrayList<>();
    Choice choice = new Choice(point, option);
    for (Problem.Party party : problem.parties()) {
      profile.add(party.worths().get(point).get(option));
      profile.add(party.redLines().contains(choice));
      for (Contingency contingency : party.contingencies()) {
        profile.add(contingency.choice().equals(choice));
        membership(contingency.allOf(), choice, profile);
      }
    }
    for (PackageConstraint linkage : problem.linkages()) {
      switch (linkage) {
        case PackageConstraint.Forbidden(_, List<OptionSet> terms) ->
            membership(terms, choice, profile);
        case PackageConstraint.Implication(_, List<OptionSet> when, List<OptionSet> oneOf) -> {
          membership(when, choice, profile);
          membership(oneOf, choice, profile);
        }
        case PackageConstraint.Budget budget ->
            budget.amounts().stream()
                .filter(each -> each.point() == point)
                .forEach(each -> profile.add(each.byOption().get(option)));
      }
    }
    for (JointWorth joint : problem.jointWorths()) {
      membership(joint.when(), choice, profile);
    }
    return profile;
  }

  private static void membership(List<OptionSet> terms, Choice choice, List<Object> profile) {
    for (OptionSet term : terms) {
      if (term.point() == choice.point()) {
        profile.add(term.options().contains(choice.option()));
      }
    }
  }

  private Problem reduced(List<List<Integer>> kept) {
    List<Problem.Point> points = new ArrayList<>();
    for (int point = 0; point < kept.size(); point++) {
      Problem.Point all = problem.points().get(point);
      points.add(
          new Problem.Point(
              all.id(),
              kept.get(point).stream().map(all.options()::get).toList(),
              all.isOrdered()));
    }
    List<Problem.Party> parties = new ArrayList<>();
    for (Problem.Party party : problem.parties()) {
      List<List<Long>> worths = new ArrayList<>();
      for (int point = 0; point < kept.size(); point++) {
        worths.add(kept.get(point).stream().map(party.worths().get(point)::get).toList());
      }
      Set<Choice> redLines = new TreeSet<>();
      party
          .redLines()
          .forEach(
              line ->
                  redLines.add(new Choice(line.point(), merged.get(line.point())[line.option()])));
      parties.add(
          new Problem.Party(
              party.id(), worths, redLines, contingencies(party), party.baseline(), party.cap()));
    }
    return new Problem(
        parties,
        points,
        problem.linkages().stream().map(each -> linkage(each, kept)).toList(),
        problem.jointWorths().stream()
            .map(joint -> new JointWorth(joint.party(), terms(joint.when()), joint.worth()))
            .toList(),
        problem.signing());
  }

  private List<Contingency> contingencies(Problem.Party party) {
    return party.contingencies().stream()
        .map(
            each ->
                new Contingency(
                    new Choice(
                        each.choice().point(),
                        merged.get(each.choice().point())[each.choice().option()]),
                    terms(each.allOf())))
        .toList();
  }

  private static PackageConstraint.PointAmounts amounts(
      List<List<Integer>> kept, PackageConstraint.PointAmounts all) {
    return new PackageConstraint.PointAmounts(
        all.point(), kept.get(all.point()).stream().map(all.byOption()::get).toList());
  }

  private PackageConstraint linkage(PackageConstraint linkage, List<List<Integer>> kept) {
    return switch (linkage) {
      case PackageConstraint.Budget budget ->
          new PackageConstraint.Budget(
              budget.id(),
              budget.amounts().stream().map(each -> amounts(kept, each)).toList(),
              budget.least(),
              budget.most());
      case PackageConstraint.Forbidden(String id, List<OptionSet> terms) ->
          new PackageConstraint.Forbidden(id, terms(terms));
      case PackageConstraint.Implication(String id, List<OptionSet> when, List<OptionSet> oneOf) ->
          new PackageConstraint.Implication(id, terms(when), terms(oneOf));
    };
  }

  private List<OptionSet> terms(List<OptionSet> terms) {
    List<OptionSet> all = new ArrayList<>();
    for (OptionSet term : terms) {
      Set<Integer> options = new TreeSet<>();
      term.options().forEach(option -> options.add(merged.get(term.point())[option]));
      all.add(new OptionSet(term.point(), options));
    }
    return all;
  }
}
