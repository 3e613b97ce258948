package org.parley.answer.packages;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.acts.ActLedger;
import org.parley.acts.InstrumentState;
import org.parley.bargain.cases.CasePackages;
import org.parley.bargain.cases.Course;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.position.Position;
import org.parley.model.position.Proviso;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;
import org.parley.sequence.DemandOutcome;
import org.parley.sequence.DemandOutcomes;
import org.parley.wording.QuantityWording;

/// The bargaining problem of a case on a day: the positions of the day, without what is ratified.
public final class PackagesOfDay {

  /// An instrument of which nothing is left to negotiate.
  ///
  /// @param state its state on the day
  /// @param points its points in the version of the day
  public record AgreedText(InstrumentState state, List<Point> points) {
    public AgreedText {
      points = List.copyOf(points);
    }
  }

  private PackagesOfDay() {}

  /// The problem on the day of a ledger, as known on its day of knowledge.
  public static PreparedProblem of(CaseView view, ActLedger ledger) {
    return QuantityWording.named(CasePackages.of(view, ledger.asOf(), course(view, ledger)));
  }

  /// The problem of the latest positions, by what had happened on the day of a ledger; settled
  /// instruments are part of it.
  public static PreparedProblem latest(CaseView view, ActLedger ledger) {
    return QuantityWording.named(
        CasePackages.of(view, AsOf.LATEST, course(view, ledger).unsettled()));
  }

  private static Course course(CaseView view, ActLedger ledger) {
    Set<InstrumentId> settled = new TreeSet<>();
    settled(ledger).forEach(state -> settled.add(state.instrument()));
    Set<StepId> happened = new TreeSet<>();
    Set<DemandId> kept = new TreeSet<>();
    Set<DemandId> failed = new TreeSet<>();
    boolean demands = false;
    for (Position position : view.positions()) {
      for (Proviso proviso : position.onlyIf()) {
        demands |= !proviso.demands().isEmpty();
      }
    }
    view.steps().stream()
        .filter(step -> ledger.completedOn(step).isPresent())
        .forEach(step -> happened.add(step.id()));
    List<DemandOutcome> outcomes = demands ? DemandOutcomes.of(view, ledger) : List.of();
    for (DemandOutcome each : outcomes) {
      switch (each.verdict()) {
        case KEPT -> kept.add(each.demand());
        case LATE, BROKEN -> failed.add(each.demand());
        case OPEN, REPLACED, OVERDUE -> {}
      }
    }
    return new Course(settled, happened, kept, failed);
  }

  /// The agreed texts of that day: the instruments that are ratified or in force, with their
  /// points.
  public static List<AgreedText> agreed(CaseView view, ActLedger ledger) {
    return settled(ledger).stream()
        .map(
            state ->
                new AgreedText(
                    state,
                    view.points().stream()
                        .filter(point -> point.instrument().equals(state.instrument()))
                        .filter(ledger::contains)
                        .toList()))
        .filter(each -> !each.points().isEmpty())
        .toList();
  }

  private static List<InstrumentState> settled(ActLedger ledger) {
    return ledger.states().stream().filter(state -> state.phase().isApproved()).toList();
  }
}
