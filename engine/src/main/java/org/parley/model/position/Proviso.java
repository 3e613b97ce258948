package org.parley.model.position;

import java.util.List;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.text.OptionId;

/// Contingent acceptance: the conditions on which a party accepts an option. All have to hold.
///
/// @param option the option
/// @param options the options that have to be in the package; of one point, one of them suffices
/// @param steps the steps that have to happen
/// @param demands the demands on the order or dates of steps that have to be kept
public record Proviso(
    OptionId option, List<OptionId> options, List<StepId> steps, List<DemandId> demands) {

  public Proviso {
    options = List.copyOf(options);
    steps = List.copyOf(steps);
    demands = List.copyOf(demands);
  }
}
