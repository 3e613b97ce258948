package org.parley.bargain.cases;

import java.util.Set;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;

/// The facts of a day that bear on a bargain.
///
/// @param settled the instruments of which nothing is left to negotiate
/// @param happened the steps that were completed
/// @param kept the demands on order or dates that were met
/// @param failed those that can no longer be met in time
public record Course(
    Set<InstrumentId> settled, Set<StepId> happened, Set<DemandId> kept, Set<DemandId> failed) {

  /// Nothing has happened.
  public static final Course NOTHING = new Course(Set.of(), Set.of(), Set.of(), Set.of());

  public Course {
    settled = Set.copyOf(settled);
    happened = Set.copyOf(happened);
    kept = Set.copyOf(kept);
    failed = Set.copyOf(failed);
  }

  /// The same with nothing settled.
  public Course unsettled() {
    return new Course(Set.of(), happened, kept, failed);
  }
}
