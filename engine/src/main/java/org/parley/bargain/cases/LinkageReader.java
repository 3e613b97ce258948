package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.position.Worth;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;

/// Reads the linkages, budgets, joint worths and caps of a day from a view.
///
/// A point with a single option is settled by it, so a term about it always holds.
final class LinkageReader {

  private final List<Point> points;
  private final List<PackageConstraint> linkages = new ArrayList<>();
  private final List<JointWorth> jointWorths = new ArrayList<>();
  private final Map<Integer, Long> caps = new HashMap<>();
  private final List<PackageProblem.NamedLinkage> linkageNames = new ArrayList<>();

  LinkageReader(
      CaseView view,
      AsOf asOf,
      List<Point> points,
      List<PartyId> parties,
      List<PackageNote> notes) {
    this.points = points;
    List<PackageProblem.NamedLinkage> joint = new ArrayList<>();
    List<PackageProblem.NamedLinkage> capped = new ArrayList<>();
    for (org.parley.model.position.Linkage each : view.linkages()) {
      if (!asOf.covers(each, view)) {
        continue;
      }
      PackageProblem.NamedLinkage named =
          new PackageProblem.NamedLinkage(each.id(), each.text(), each.illustrative());
      switch (each.tie()) {
        case org.parley.model.position.Linkage.Tie.Never(List<OptionId> together) -> {
          linkages.add(new PackageConstraint.Forbidden(each.id().value(), terms(together)));
          linkageNames.add(named);
        }
        case org.parley.model.position.Linkage.Tie.IfThen(
                List<OptionId> when,
                List<OptionId> oneOf) -> {
          if (isAlwaysMet(oneOf)) {
            notes.add(new PackageNote.AlwaysHolds(each.text()));
          } else {
            linkages.add(implication(each.id().value(), terms(when), terms(oneOf)));
            linkageNames.add(named);
          }
        }
        case org.parley.model.position.Linkage.Tie.JointWorth(
                PartyId party,
                List<OptionId> when,
                Worth worth) -> {
          List<OptionSet> terms = terms(when);
          if (parties.contains(party) && !terms.isEmpty()) {
            jointWorths.add(
                new JointWorth(parties.indexOf(party), terms, StakeReader.middle(worth)));
            joint.add(named);
          }
        }
        case org.parley.model.position.Linkage.Tie.Cap(PartyId party, Worth worth) -> {
          if (parties.contains(party)) {
            caps.merge(parties.indexOf(party), StakeReader.middle(worth), Math::min);
            capped.add(named);
          }
        }
        case org.parley.model.position.Linkage.Tie.Budget budget -> {
          PackageConstraint.Budget tie = budget(view, each.id().value(), budget);
          if (!tie.amounts().isEmpty()) {
            linkages.add(tie);
            linkageNames.add(
                new PackageProblem.NamedLinkage(
                    each.id(),
                    each.text(),
                    each.illustrative(),
                    new PackageProblem.SumBounds(
                        budget.atLeast(), budget.atMost(), budget.unit())));
          }
        }
      }
    }
    linkageNames.addAll(joint);
    linkageNames.addAll(capped);
  }

  List<PackageConstraint> linkages() {
    return linkages;
  }

  List<JointWorth> jointWorths() {
    return jointWorths;
  }

  /// These parties with their caps; the lowest of several counts.
  List<Problem.Party> capped(List<Problem.Party> parties) {
    List<Problem.Party> capped = new ArrayList<>(parties);
    caps.forEach((party, cap) -> capped.set(party, parties.get(party).withCap(cap)));
    return capped;
  }

  List<PackageProblem.NamedLinkage> linkageNames() {
    return linkageNames;
  }

  /// An implication, or an exclusion if its condition always holds.
  private PackageConstraint implication(String id, List<OptionSet> when, List<OptionSet> oneOf) {
    if (!when.isEmpty()) {
      return new PackageConstraint.Implication(id, when, oneOf);
    }
    List<OptionSet> others = new ArrayList<>();
    for (OptionSet term : oneOf) {
      Set<Integer> rest = new TreeSet<>();
      for (int option = 0; option < points.get(term.point()).options().size(); option++) {
        if (!term.options().contains(option)) {
          rest.add(option);
        }
      }
      others.add(new OptionSet(term.point(), rest));
    }
    return new PackageConstraint.Forbidden(id, others);
  }

  /// A budget in whole numbers of its decimals. Amounts of settled points are taken off its bounds.
  private PackageConstraint.Budget budget(
      CaseView view, String id, org.parley.model.position.Linkage.Tie.Budget budget) {
    int decimals = budget.decimals();
    SortedMap<Integer, List<Long>> byPoint = new TreeMap<>();
    long settled = 0;
    for (Map.Entry<OptionId, Amount> each : budget.amounts().entrySet()) {
      long amount = whole(each.getValue(), decimals);
      int point = place(each.getKey());
      if (point >= 0) {
        List<OptionId> ids = points.get(point).options().stream().map(way -> way.id()).toList();
        byPoint
            .computeIfAbsent(point, _ -> new ArrayList<>(Collections.nCopies(ids.size(), 0L)))
            .set(ids.indexOf(each.getKey()), amount);
      } else if (isSettled(view, each.getKey())) {
        settled += amount;
      }
    }
    Amount least = budget.atLeast();
    Amount most = budget.atMost();
    return new PackageConstraint.Budget(
        id,
        byPoint.entrySet().stream()
            .map(each -> new PackageConstraint.PointAmounts(each.getKey(), each.getValue()))
            .toList(),
        least == null ? null : Long.valueOf(whole(least, decimals) - settled),
        most == null ? null : Long.valueOf(whole(most, decimals) - settled));
  }

  private static long whole(Amount amount, int decimals) {
    return amount.value().movePointRight(decimals).longValueExact();
  }

  private static boolean isSettled(CaseView view, OptionId option) {
    return view.points().stream()
        .anyMatch(
            point -> point.options().size() == 1 && point.options().getFirst().id().equals(option));
  }

  private boolean isAlwaysMet(List<OptionId> oneOf) {
    return oneOf.stream().anyMatch(option -> place(option) < 0);
  }

  private int place(OptionId option) {
    for (int point = 0; point < points.size(); point++) {
      if (points.get(point).options().stream().anyMatch(each -> each.id().equals(option))) {
        return point;
      }
    }
    return -1;
  }

  private List<OptionSet> terms(List<OptionId> options) {
    SortedMap<Integer, Set<Integer>> byPoint = new TreeMap<>();
    for (OptionId option : options) {
      int point = place(option);
      if (point >= 0) {
        List<OptionId> ids = points.get(point).options().stream().map(each -> each.id()).toList();
        byPoint.computeIfAbsent(point, _ -> new TreeSet<>()).add(ids.indexOf(option));
      }
    }
    return byPoint.entrySet().stream()
        .map(each -> new OptionSet(each.getKey(), each.getValue()))
        .toList();
  }
}
