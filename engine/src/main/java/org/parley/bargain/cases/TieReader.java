package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.bargain.JointWorth;
import org.parley.bargain.Linkage;
import org.parley.bargain.Term;
import org.parley.model.CaseView;
import org.parley.model.party.PartyId;
import org.parley.model.position.Worth;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;

/// Reads linkages from a view.
///
/// A point with a single option is settled by it, so a term about it always holds.
final class TieReader {

  private final List<Point> points;
  private final List<Linkage> linkages = new ArrayList<>();
  private final List<JointWorth> jointWorths = new ArrayList<>();
  private final List<PackageProblem.Tied> tied = new ArrayList<>();

  TieReader(CaseView view, List<Point> points, List<PartyId> parties, List<PackageNote> notes) {
    this.points = points;
    List<PackageProblem.Tied> joint = new ArrayList<>();
    for (org.parley.model.position.Linkage each : view.linkages()) {
      PackageProblem.Tied tie =
          new PackageProblem.Tied(each.id(), each.text(), each.illustrative());
      switch (each.tie()) {
        case org.parley.model.position.Linkage.Tie.Never(List<OptionId> together) -> {
          linkages.add(new Linkage.Forbidden(each.id().value(), terms(together)));
          tied.add(tie);
        }
        case org.parley.model.position.Linkage.Tie.IfThen(
                List<OptionId> when,
                List<OptionId> oneOf) -> {
          if (isAlwaysMet(oneOf)) {
            notes.add(new PackageNote.AlwaysHolds(each.text()));
          } else {
            linkages.add(implication(each.id().value(), terms(when), terms(oneOf)));
            tied.add(tie);
          }
        }
        case org.parley.model.position.Linkage.Tie.JointWorth(
                PartyId party,
                List<OptionId> when,
                Worth worth) -> {
          List<Term> terms = terms(when);
          if (parties.contains(party) && !terms.isEmpty()) {
            jointWorths.add(
                new JointWorth(parties.indexOf(party), terms, StakeReader.middle(worth)));
            joint.add(tie);
          }
        }
      }
    }
    tied.addAll(joint);
  }

  List<Linkage> linkages() {
    return linkages;
  }

  List<JointWorth> jointWorths() {
    return jointWorths;
  }

  List<PackageProblem.Tied> tied() {
    return tied;
  }

  /// With a condition that always holds, one of the others has to be chosen in any case: none of
  /// what they leave may be.
  private Linkage implication(String id, List<Term> when, List<Term> oneOf) {
    if (!when.isEmpty()) {
      return new Linkage.Implication(id, when, oneOf);
    }
    List<Term> others = new ArrayList<>();
    for (Term term : oneOf) {
      Set<Integer> rest = new TreeSet<>();
      for (int option = 0; option < points.get(term.point()).options().size(); option++) {
        if (!term.options().contains(option)) {
          rest.add(option);
        }
      }
      others.add(new Term(term.point(), rest));
    }
    return new Linkage.Forbidden(id, others);
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

  private List<Term> terms(List<OptionId> options) {
    SortedMap<Integer, Set<Integer>> byPoint = new TreeMap<>();
    for (OptionId option : options) {
      int point = place(option);
      if (point >= 0) {
        List<OptionId> ids = points.get(point).options().stream().map(each -> each.id()).toList();
        byPoint.computeIfAbsent(point, _ -> new TreeSet<>()).add(ids.indexOf(option));
      }
    }
    return byPoint.entrySet().stream()
        .map(each -> new Term(each.getKey(), each.getValue()))
        .toList();
  }
}
