package org.parley.bargain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A problem stated otherwise: parties, points and options in another order and under other names.
///
/// @param problem what comes of it
/// @param parties by place in the new order, the old index of the party
/// @param points the same for points
/// @param options by old point and new place, the old index of the option
public record Restated(
    Problem problem, List<Integer> parties, List<Integer> points, List<List<Integer>> options) {

  /// Shuffles and renames everything.
  public static Restated of(Problem problem, long seed) {
    Random random = new Random(seed);
    List<Integer> parties = shuffled(problem.parties().size(), random);
    List<Integer> points = shuffled(problem.points().size(), random);
    List<List<Integer>> options =
        problem.points().stream().map(point -> shuffled(point.options().size(), random)).toList();
    return new Restated(problem, parties, points, options).applied();
  }

  /// Shuffles and renames the parties, and renames all else.
  public static Restated ofParties(Problem problem, long seed) {
    List<Integer> parties = shuffled(problem.parties().size(), new Random(seed));
    List<Integer> points = IntStream.range(0, problem.points().size()).boxed().toList();
    List<List<Integer>> options =
        problem.points().stream()
            .map(point -> IntStream.range(0, point.options().size()).boxed().toList())
            .toList();
    return new Restated(problem, parties, points, options).applied();
  }

  private static List<Integer> shuffled(int size, Random random) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(all, random);
    return List.copyOf(all);
  }

  private Restated applied() {
    List<Problem.Point> newPoints = new ArrayList<>();
    for (int point : points) {
      int size = options.get(point).size();
      newPoints.add(
          new Problem.Point(
              "renamed " + (points.size() - newPoints.size()),
              IntStream.range(0, size).mapToObj(option -> "other " + option).toList()));
    }
    List<Problem.Party> newParties = new ArrayList<>();
    for (int party : parties) {
      Problem.Party old = problem.parties().get(party);
      List<List<Long>> rows = new ArrayList<>();
      for (int point : points) {
        rows.add(options.get(point).stream().map(old.worths().get(point)::get).toList());
      }
      Set<Choice> lines = new TreeSet<>();
      old.redLines().forEach(line -> lines.add(choice(line)));
      String id = "somebody " + (parties.size() - newParties.size());
      newParties.add(new Problem.Party(id, rows, lines, contingencies(old), old.baseline()));
    }
    List<PackageConstraint> linkages =
        problem.linkages().stream()
            .map(
                linkage ->
                    switch (linkage) {
                      case PackageConstraint.Forbidden(String id, List<OptionSet> together) ->
                          (PackageConstraint) new PackageConstraint.Forbidden(id, terms(together));
                      case PackageConstraint.Implication(
                              String id,
                              List<OptionSet> when,
                              List<OptionSet> oneOf) ->
                          new PackageConstraint.Implication(id, terms(when), terms(oneOf));
                      case PackageConstraint.Budget budget ->
                          new PackageConstraint.Budget(
                              budget.id(),
                              budget.amounts().stream().map(this::amounts).toList(),
                              budget.least(),
                              budget.most());
                    })
            .toList();
    List<JointWorth> joints =
        problem.jointWorths().stream()
            .map(
                joint ->
                    new JointWorth(
                        parties.indexOf(joint.party()), terms(joint.when()), joint.worth()))
            .toList();
    Set<Integer> always = new TreeSet<>();
    problem.signing().always().forEach(party -> always.add(parties.indexOf(party)));
    SigningRule signing = new SigningRule(problem.signing().atLeast(), always);
    Problem stated = new Problem(newParties, newPoints, linkages, joints, signing);
    return new Restated(stated, parties, points, options);
  }

  private PackageConstraint.PointAmounts amounts(PackageConstraint.PointAmounts all) {
    return new PackageConstraint.PointAmounts(
        points.indexOf(all.point()),
        options.get(all.point()).stream().map(all.byOption()::get).toList());
  }

  private List<Contingency> contingencies(Problem.Party party) {
    return party.contingencies().stream()
        .map(each -> new Contingency(choice(each.choice()), terms(each.allOf())))
        .toList();
  }

  private List<OptionSet> terms(List<OptionSet> terms) {
    return terms.stream()
        .map(
            term -> {
              Set<Integer> set = new TreeSet<>();
              term.options().forEach(option -> set.add(options.get(term.point()).indexOf(option)));
              return new OptionSet(points.indexOf(term.point()), set);
            })
        .toList();
  }

  /// Where a choice of the old problem is in the new one.
  public Choice choice(Choice old) {
    return new Choice(points.indexOf(old.point()), options.get(old.point()).indexOf(old.option()));
  }

  /// The same set of parties in the new problem.
  public int set(int old) {
    int set = 0;
    for (int place = 0; place < parties.size(); place++) {
      set |= ((old >> parties.get(place)) & 1) << place;
    }
    return set;
  }

  /// The old package that a new one is.
  public List<Integer> back(int[] stated) {
    Integer[] old = new Integer[points.size()];
    for (int place = 0; place < old.length; place++) {
      int point = points.get(place);
      old[point] = options.get(point).get(stated[place]);
    }
    return List.of(old).stream().map(Objects::requireNonNull).toList();
  }

  /// The old order of numbers that belong to the parties of the new one.
  public List<Long> back(List<Long> byParty) {
    return IntStream.range(0, parties.size())
        .mapToObj(party -> byParty.get(parties.indexOf(party)))
        .toList();
  }

  /// The same problem where a party states all in another unit.
  public static Problem scaled(Problem problem, int party, long factor) {
    List<Problem.Party> parties = new ArrayList<>(problem.parties());
    Problem.Party one = parties.get(party);
    Long baseline = one.baseline();
    parties.set(
        party,
        new Problem.Party(
            one.id(),
            one.worths().stream()
                .map(row -> row.stream().map(worth -> worth * factor).toList())
                .toList(),
            one.redLines(),
            one.contingencies(),
            baseline == null ? null : baseline * factor));
    List<JointWorth> joints =
        problem.jointWorths().stream()
            .map(
                joint ->
                    joint.party() == party
                        ? new JointWorth(party, joint.when(), joint.worth() * factor)
                        : joint)
            .toList();
    return new Problem(parties, problem.points(), problem.linkages(), joints, problem.signing());
  }
}
