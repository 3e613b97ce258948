package org.parley.bargain.cases;

import java.util.List;
import org.parley.bargain.Choice;
import org.parley.bargain.OptionSet;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.text.OptionId;

/// An option that a party accepts on conditions only, with the fate of each on the day.
///
/// @param choice the option
/// @param needs the conditions, all of which have to hold
public record ContingentOption(Choice choice, List<Prerequisite> needs) {

  /// The fate of a condition on the day.
  public enum ConditionFate {
    /// It holds already.
    MET,
    /// It is still to be met.
    OPEN,
    /// It can no longer be met: the option is refused.
    FAILED
  }

  /// A condition.
  public sealed interface Prerequisite {

    /// One of some options of a point has to be in the package.
    record InPackage(OptionSet term) implements Prerequisite {}

    /// An option has to be chosen on a point that is not bargained about, and is taken to be.
    ///
    /// @param title the title of the option
    record Elsewhere(OptionId option, String title) implements Prerequisite {}

    /// A step has to happen.
    record Happens(StepId step, String title, ConditionFate fate) implements Prerequisite {}

    /// A demand on order or dates has to be kept.
    record Kept(DemandId demand, String text, ConditionFate fate) implements Prerequisite {}
  }

  public ContingentOption {
    needs = List.copyOf(needs);
  }

  /// The terms that a package has to fulfil.
  List<OptionSet> terms() {
    return needs.stream()
        .filter(Prerequisite.InPackage.class::isInstance)
        .map(each -> ((Prerequisite.InPackage) each).term())
        .toList();
  }

  /// Whether a condition can no longer be met.
  public boolean hasFailed() {
    return needs.stream()
        .anyMatch(
            each -> each instanceof Prerequisite.Kept kept && kept.fate() == ConditionFate.FAILED);
  }
}
