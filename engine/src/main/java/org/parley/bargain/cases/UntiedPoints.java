package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;

/// The part of a problem on some of its points, where nothing ties them to the others.
///
/// A worth of the whole is then that of the part plus that of the rest, and each may be chosen
/// freely. So what is better in the part is better whatever becomes of the rest. A cap ties all
/// points, unless the rest is worth the same to its party in every way.
final class UntiedPoints {

  private final Problem whole;
  private final List<Integer> points;

  private UntiedPoints(Problem whole, List<Integer> points) {
    this.whole = whole;
    this.points = points;
  }

  /// The part; empty if a linkage, a contingency, a joint worth or a cap ties it to the rest.
  ///
  /// @param points the indices of its points, in the order of the part
  static Optional<Problem> of(Problem whole, List<Integer> points) {
    UntiedPoints part = new UntiedPoints(whole, points);
    return part.ties().allMatch(each -> part.isInside(each) || part.isOutside(each))
            && part.capsAreInside()
        ? Optional.of(part.part())
        : Optional.empty();
  }

  /// The points that each linkage, joint worth and contingency of the whole names.
  private Stream<List<Integer>> ties() {
    return Stream.of(
            whole.linkages().stream().map(PackageConstraint::points),
            whole.jointWorths().stream().map(each -> points(each.when())),
            whole.parties().stream()
                .flatMap(party -> party.contingencies().stream())
                .map(each -> points(terms(each))))
        .flatMap(each -> each);
  }

  /// Whether the rest is worth the same in every way to each party with a cap.
  private boolean capsAreInside() {
    return IntStream.range(0, whole.parties().size())
        .filter(party -> whole.parties().get(party).cap() != null)
        .allMatch(
            party ->
                rest(whole.parties().get(party)).allMatch(row -> new HashSet<>(row).size() == 1)
                    && whole.jointWorths().stream()
                        .filter(each -> each.party() == party)
                        .allMatch(each -> isInside(points(each.when()))));
  }

  /// The worths of the options of each point outside.
  private Stream<List<Long>> rest(Problem.Party party) {
    return IntStream.range(0, whole.points().size())
        .filter(point -> !points.contains(point))
        .mapToObj(point -> party.worths().get(point));
  }

  /// The cap of the part: that of the whole, less what the rest always gives.
  private @Nullable Long cap(Problem.Party party) {
    Long cap = party.cap();
    return cap == null ? null : (Long) (cap - rest(party).mapToLong(row -> row.getFirst()).sum());
  }

  private static List<Integer> points(List<OptionSet> terms) {
    return terms.stream().map(OptionSet::point).toList();
  }

  private Problem part() {
    List<PackageConstraint> linkages = new ArrayList<>();
    whole.linkages().stream().filter(each -> isInside(each.points())).forEach(linkages::add);
    List<JointWorth> joint =
        whole.jointWorths().stream()
            .filter(each -> isInside(points(each.when())))
            .map(each -> new JointWorth(each.party(), moved(each.when()), each.worth()))
            .toList();
    return new Problem(
        whole.parties().stream().map(this::party).toList(),
        points.stream().map(each -> whole.points().get(each)).toList(),
        linkages.stream().map(this::moved).toList(),
        joint,
        whole.signing());
  }

  private Problem.Party party(Problem.Party party) {
    Set<Choice> lines = new TreeSet<>();
    for (Choice line : party.redLines()) {
      if (points.contains(line.point())) {
        lines.add(new Choice(points.indexOf(line.point()), line.option()));
      }
    }
    return new Problem.Party(
        party.id(),
        points.stream().map(each -> party.worths().get(each)).toList(),
        lines,
        contingencies(party),
        party.baseline(),
        cap(party));
  }

  private List<Contingency> contingencies(Problem.Party party) {
    List<Contingency> kept = new ArrayList<>();
    for (Contingency each : party.contingencies()) {
      if (isInside(points(terms(each)))) {
        kept.add(
            new Contingency(
                new Choice(points.indexOf(each.choice().point()), each.choice().option()),
                moved(each.allOf())));
      }
    }
    return kept;
  }

  private static List<OptionSet> terms(Contingency contingency) {
    List<OptionSet> terms = new ArrayList<>(contingency.allOf());
    terms.add(OptionSet.of(contingency.choice().point(), contingency.choice().option()));
    return terms;
  }

  private PackageConstraint moved(PackageConstraint linkage) {
    return switch (linkage) {
      case PackageConstraint.Forbidden(var id, var together) ->
          new PackageConstraint.Forbidden(id, moved(together));
      case PackageConstraint.Implication(var id, var when, var oneOf) ->
          new PackageConstraint.Implication(id, moved(when), moved(oneOf));
      case PackageConstraint.Budget(var id, var amounts, var least, var most) ->
          new PackageConstraint.Budget(
              id,
              amounts.stream()
                  .map(
                      each ->
                          new PackageConstraint.PointAmounts(
                              points.indexOf(each.point()), each.byOption()))
                  .toList(),
              least,
              most);
    };
  }

  private List<OptionSet> moved(List<OptionSet> terms) {
    return terms.stream()
        .map(each -> new OptionSet(points.indexOf(each.point()), each.options()))
        .toList();
  }

  private boolean isInside(List<Integer> tied) {
    return points.containsAll(tied);
  }

  private boolean isOutside(List<Integer> tied) {
    return tied.stream().noneMatch(points::contains);
  }
}
