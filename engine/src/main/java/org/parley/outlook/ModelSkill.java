package org.parley.outlook;

import java.util.List;
import java.util.Optional;
import org.parley.exact.Budget;

/// Whether features forecast survival better than the base rate does.
///
/// A ridge logit is fitted to all conflicts but one and forecasts the agreements of that one. So
/// does the share of the others that stood. Skill is one less the ratio of their scores of Brier.
/// Agreements of one conflict stand and fall together, so folds are whole conflicts. They are read
/// off the rows, and no other folds can be given. The interval draws whole conflicts.
///
/// An agreement counts if it was signed at least so many years before the last coded day. It does
/// not count if the day of its end is unknown. It stood if it had not ended by then.
///
/// Cost: for each conflict a fit, of rows times features squared.
///
/// @param years so many years after the signature
/// @param agreements how many count
/// @param conflicts of how many conflicts they are
/// @param skill the skill, in ten-thousandths, rounded; below zero the base rate is better
/// @param least the lower end of its 95 per cent interval, rounded down
/// @param most the upper end, rounded up
public record ModelSkill(int years, int agreements, int conflicts, int skill, int least, int most) {

  /// The ridge penalty, on standardised features.
  public static final double PENALTY = 30;

  /// The horizons asked about.
  public static final List<Integer> YEARS = List.of(1, 2, 5);

  /// Whether a sentence of the model may be said: its skill is above zero with its interval.
  public boolean isEarned() {
    return least > 0;
  }

  /// The skill at a horizon; empty for fewer than ten conflicts.
  public static Optional<ModelSkill> of(
      AgreementCollection collection, List<ModelRow> rows, int years) {
    return SkillFolds.of(collection, rows, years)
        .map(
            folds -> {
              SkillSweep sweep = new SkillSweep(List.of(folds));
              return sweep.answer(sweep.part(sweep.seeds(), Budget.unlimited())).getFirst();
            });
  }
}
