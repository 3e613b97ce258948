package org.parley.bargain.cases;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.step.Demand;
import org.parley.model.step.Demand.Timing;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.step.When;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentStatus;

/// Which acts a party could wait for before it concedes something.
final class WantedActReader {

  private final CaseView view;
  private final AsOf asOf;
  private final Set<StepId> happened;
  private final Set<InstrumentId> bargained;

  /// @param happened the steps that acts completed by the day
  /// @param bargained the instruments bargained about
  WantedActReader(CaseView view, AsOf asOf, Set<StepId> happened, Set<InstrumentId> bargained) {
    this.view = view;
    this.asOf = asOf;
    this.happened = happened;
    this.bargained = bargained;
  }

  /// The acts that a party gains from, then those it demands. Last come ratification and entry into
  /// force of what is bargained about.
  List<WantedAct> of(PartyId party) {
    Set<StepId> demanded = demanded(party);
    return view.steps().stream()
        .filter(this::isOpen)
        .filter(step -> !step.by().contains(party))
        .filter(step -> reason(step, party, demanded) < 3)
        .sorted(Comparator.comparingInt(step -> reason(step, party, demanded)))
        .map(step -> new WantedAct(step.id(), step.title().text()))
        .toList();
  }

  private boolean isOpen(Step step) {
    Edtf done = step.happened();
    return !happened.contains(step.id()) && (done == null || done.latestDay().isAfter(asOf.date()));
  }

  private int reason(Step step, PartyId party, Set<StepId> demanded) {
    InstrumentId instrument = step.instrument();
    boolean approved =
        step.event() == InstrumentStatus.RATIFIED || step.event() == InstrumentStatus.IN_FORCE;
    return step.worth().getOrDefault(party, 0L) > 0
        ? 0
        : demanded.contains(step.id())
            ? 1
            : approved && instrument != null && bargained.contains(instrument) ? 2 : 3;
  }

  /// The steps that a party demands before others, together with others, or by a date.
  private Set<StepId> demanded(PartyId party) {
    Set<StepId> demanded = new TreeSet<>();
    for (Demand demand : view.demands()) {
      if (demand.by().contains(party)) {
        Stream.concat(demand.allOf().stream(), demand.anyOf().stream())
            .map(WantedActReader::wanted)
            .filter(StepId.class::isInstance)
            .forEach(each -> demanded.add((StepId) each));
      }
    }
    return demanded;
  }

  private static @Nullable When wanted(Timing timing) {
    return switch (timing) {
      case Timing.After(_, When of, _, _) -> of;
      case Timing.Once(_, When of) -> of;
      case Timing.Together(_, When with) -> with;
      case Timing.By(When step, _) -> step;
      case Timing.NotBefore _, Timing.ToBeDetermined _, Timing.Escalated _ -> null;
    };
  }
}
