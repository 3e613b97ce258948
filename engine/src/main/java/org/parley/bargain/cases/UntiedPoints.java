package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;

/// The part of a problem on some of its points, where nothing ties them to the others.
///
/// A worth of the whole is then that of the part plus that of the rest, and each may be chosen
/// freely. So what is better in the part is better whatever becomes of the rest.
final class UntiedPoints {

  /// A linkage, contingency or joint worth names points of the part and of the rest.
  private static final class TiedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TiedException() {
      super("tied", null, false, false);
    }
  }

  private final Problem whole;
  private final List<Integer> points;

  private UntiedPoints(Problem whole, List<Integer> points) {
    this.whole = whole;
    this.points = points;
  }

  /// The part; empty if a linkage, a contingency or a joint worth ties it to the rest.
  ///
  /// @param points the indices of its points, in the order of the part
  static Optional<Problem> of(Problem whole, List<Integer> points) {
    try {
      return Optional.of(new UntiedPoints(whole, points).part());
    } catch (TiedException e) {
      return Optional.empty();
    }
  }

  private Problem part() {
    List<PackageConstraint> linkages = new ArrayList<>();
    whole.linkages().stream().filter(each -> isInside(terms(each))).forEach(linkages::add);
    List<JointWorth> joint =
        whole.jointWorths().stream()
            .filter(each -> isInside(each.when()))
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
        party.baseline());
  }

  private List<Contingency> contingencies(Problem.Party party) {
    List<Contingency> kept = new ArrayList<>();
    for (Contingency each : party.contingencies()) {
      List<OptionSet> terms = new ArrayList<>(each.allOf());
      terms.add(OptionSet.of(each.choice().point(), each.choice().option()));
      if (isInside(terms)) {
        kept.add(
            new Contingency(
                new Choice(points.indexOf(each.choice().point()), each.choice().option()),
                moved(each.allOf())));
      }
    }
    return kept;
  }

  private static List<OptionSet> terms(PackageConstraint linkage) {
    return switch (linkage) {
      case PackageConstraint.Forbidden(_, var together) -> together;
      case PackageConstraint.Implication(_, var when, var oneOf) -> {
        List<OptionSet> all = new ArrayList<>(when);
        all.addAll(oneOf);
        yield all;
      }
    };
  }

  private PackageConstraint moved(PackageConstraint linkage) {
    return switch (linkage) {
      case PackageConstraint.Forbidden(var id, var together) ->
          new PackageConstraint.Forbidden(id, moved(together));
      case PackageConstraint.Implication(var id, var when, var oneOf) ->
          new PackageConstraint.Implication(id, moved(when), moved(oneOf));
    };
  }

  private List<OptionSet> moved(List<OptionSet> terms) {
    return terms.stream()
        .map(each -> new OptionSet(points.indexOf(each.point()), each.options()))
        .toList();
  }

  /// Whether all these terms are in the part, as opposed to none.
  private boolean isInside(List<OptionSet> terms) {
    Set<Boolean> inside = new HashSet<>();
    terms.forEach(each -> inside.add(points.contains(each.point())));
    if (inside.size() > 1) {
      throw new TiedException();
    }
    return !inside.contains(false);
  }
}
