package org.parley.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Implementation;
import org.parley.acts.InstrumentState;
import org.parley.acts.Performance;
import org.parley.model.ActSubject;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;

/// How far an instrument was carried out.
///
/// @param instrument the instrument; null for what belongs to none
/// @param implementation its steps, and its points with acts of implementation
public record CarriedOut(@Nullable InstrumentId instrument, Implementation implementation) {

  static List<CarriedOut> of(Board board) {
    ActLedger acts = board.acts();
    Implementation whole = acts.implementation(null);
    List<CarriedOut> all = new ArrayList<>();
    Set<ActSubject> counted = new HashSet<>();
    for (InstrumentState state : board.states()) {
      Implementation of = acts.implementation(state.instrument());
      of.performances().forEach(each -> counted.add(each.of()));
      if (of.total() > 0 && (state.phase().isAgreed() || isBegun(of.performances()))) {
        all.add(new CarriedOut(state.instrument(), of));
      }
    }
    List<Performance> rest =
        whole.performances().stream().filter(each -> isRest(board, each, counted)).toList();
    if (isBegun(rest)) {
      all.add(new CarriedOut(null, new Implementation(rest)));
    }
    return all;
  }

  private static boolean isBegun(List<Performance> all) {
    return all.stream().anyMatch(each -> each.status() != Performance.Status.NOT_BEGUN);
  }

  /// Whether it belongs to no instrument; those of instruments not yet known are left out.
  private static boolean isRest(Board board, Performance each, Set<ActSubject> counted) {
    return !counted.contains(each.of())
        && each.of() instanceof StepId id
        && board.view().get(id).instrument() == null;
  }
}
