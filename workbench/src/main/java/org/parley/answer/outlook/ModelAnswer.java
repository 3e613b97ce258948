package org.parley.answer.outlook;

import java.util.List;
import org.parley.outlook.ModelSkill;
import org.parley.wording.ModelWording;

/// Whether a model of the features of agreements says more than the base rate.
///
/// @param headline what may be said of it
/// @param features how many features it has
/// @param horizons the skill at each horizon
public record ModelAnswer(String headline, int features, List<SkillAnswer> horizons) {

  /// The skill at a horizon, in ten-thousandths; below zero the base rate is better.
  ///
  /// @param earned whether the skill is above zero with its interval
  public record SkillAnswer(
      int years,
      int agreements,
      int conflicts,
      int skill,
      int least,
      int most,
      boolean earned,
      String words) {}

  /// The answer of the shipped figures.
  public static ModelAnswer shipped() {
    ModelWording words = ModelWording.current();
    List<ModelSkill> skills = ShippedSkill.shipped();
    return new ModelAnswer(
        words.headline(ShippedSkill.FEATURES, skills),
        ShippedSkill.FEATURES,
        skills.stream()
            .map(
                each ->
                    new SkillAnswer(
                        each.years(),
                        each.agreements(),
                        each.conflicts(),
                        each.skill(),
                        each.least(),
                        each.most(),
                        each.isEarned(),
                        words.skill(each)))
            .toList());
  }
}
