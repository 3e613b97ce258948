package org.parley.answer.packages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.bargain.cases.KnotConcession;
import org.parley.bargain.cases.KnotConcessions;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.step.DemandId;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.WayOut;
import org.parley.sequence.knots.WaysOut;

/// The ways out of a case's knots, as what parties could offer each other for concessions.
///
/// Listed are ways that drop demands alone. A contested reading is settled by all who use the term,
/// so it is no offer of one side. Two of them are equal if they make the same offers.
///
/// @param problem the steps and demands; null without demands
/// @param labels by party, its short name
public record KnotOffers(@Nullable SequenceProblem problem, Map<PartyId, String> labels)
    implements KnotConcessions {

  public KnotOffers {
    labels = Map.copyOf(labels);
  }

  /// Those of a case on the day of a ledger.
  public static KnotOffers of(CaseView view, ActLedger ledger) {
    if (view.demands().isEmpty()) {
      return new KnotOffers(null, Map.of());
    }
    Map<PartyId, String> labels = new HashMap<>();
    view.parties().forEach(each -> labels.put(each.id(), each.label().text()));
    return new KnotOffers(SequenceProblem.of(view, ledger, true), labels);
  }

  @Override
  public List<KnotConcession> within(Budget budget) {
    return problem == null ? List.of() : within(problem, budget);
  }

  private List<KnotConcession> within(SequenceProblem problem, Budget budget) {
    Finding<List<Knot>> knots = Knots.of(problem, budget);
    List<KnotConcession> offers = new ArrayList<>();
    for (WaysOut.Group group :
        WaysOut.of(problem, knots.findAnswer().orElse(List.of()), budget)
            .findAnswer()
            .orElse(List.of())) {
      for (WayOut way : group.ways()) {
        if (way.readings().isEmpty()) {
          offers.add(offer(problem, group, way));
        }
      }
    }
    offers.sort(Comparator.comparingInt(each -> each.drop().size()));
    return offers;
  }

  private KnotConcession offer(SequenceProblem problem, WaysOut.Group group, WayOut way) {
    Set<DemandId> kept = new TreeSet<>();
    group.knots().forEach(knot -> kept.addAll(knot.demands()));
    way.drop().forEach(kept::remove);
    Set<PartyId> frees = new TreeSet<>();
    kept.forEach(demand -> frees.addAll(problem.get(demand).by()));
    return new KnotConcession(
        way.drop(),
        way.drop().stream().map(problem::get).map(TimedDemand::text).toList(),
        way.touches(),
        way.touches().stream().sorted().map(each -> labels.getOrDefault(each, "")).toList(),
        frees);
  }
}
