package org.parley.guarantees.coverage;

import java.util.Set;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.Contribution.Condition;
import org.parley.model.step.StepId;

/// Evaluates the conditions of contributions.
public final class Contributions {

  private Contributions() {}

  /// Whether every condition of a contribution is met.
  ///
  /// @param reached completed steps, and other conditions met, in words
  /// @param contributing the parties that contribute
  public static boolean isAvailable(
      Contribution contribution, Set<String> reached, Set<PartyId> contributing) {
    return contribution.approvals().stream().map(StepId::value).allMatch(reached::contains)
        && contribution.conditions().stream()
            .allMatch(
                condition ->
                    switch (condition) {
                      case Condition.Contributes(PartyId party) -> contributing.contains(party);
                      case Condition.Reached(StepId step) -> reached.contains(step.value());
                      case Condition.Plain(String words) -> reached.contains(words);
                    });
  }
}
