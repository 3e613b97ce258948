package org.parley.answer.packages;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.acts.ActLedger;
import org.parley.acts.InstrumentState;
import org.parley.bargain.cases.CasePackages;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.model.cases.CaseView;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;

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
    Set<InstrumentId> settled = new TreeSet<>();
    settled(ledger).forEach(state -> settled.add(state.instrument()));
    return CasePackages.of(view, ledger.asOf(), settled);
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
