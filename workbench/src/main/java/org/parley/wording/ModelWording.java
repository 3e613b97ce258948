package org.parley.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.parley.outlook.ModelSkill;

/// The skill of a model against the base rate, in one language.
public final class ModelWording {

  private final Messages messages;

  public ModelWording(Messages messages) {
    this.messages = messages;
  }

  /// In the current language.
  public static ModelWording current() {
    return new ModelWording(Messages.current());
  }

  /// Whether the model is better than the base rate: only where its interval is above zero.
  public String headline(int features, List<ModelSkill> skills) {
    List<Integer> earned =
        skills.stream().filter(ModelSkill::isEarned).map(ModelSkill::years).toList();
    return messages.text(
        "model.headline",
        "features",
        features,
        "earned",
        earned.size(),
        "years",
        messages.all(earned.stream().map(Object::toString).toList()));
  }

  /// The skill at a horizon with its interval.
  public String skill(ModelSkill skill) {
    return messages.text(
        "model.skill",
        "years",
        skill.years(),
        "skill",
        percent(skill.skill(), RoundingMode.HALF_UP),
        "least",
        percent(skill.least(), RoundingMode.FLOOR),
        "most",
        percent(skill.most(), RoundingMode.CEILING),
        "agreements",
        skill.agreements(),
        "conflicts",
        skill.conflicts(),
        "earned",
        skill.isEarned());
  }

  private static BigDecimal percent(int tenThousandths, RoundingMode mode) {
    return BigDecimal.valueOf(tenThousandths, 2).setScale(1, mode);
  }
}
