package org.parley.outlook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.parley.exact.Budget;
import org.parley.outlook.SkillFolds.ConflictOutcomes;
import org.parley.outlook.SkillFolds.Outcome;
import org.parley.sweep.SeedSweep;
import org.parley.sweep.Seeds;

/// The skill of a model at each horizon, leaving one conflict out at a time. A seed numbers the
/// conflict that is left out, horizon by horizon; each costs a fit.
public final class SkillSweep implements SeedSweep<SkillSweep.FoldErrors, List<ModelSkill>> {

  private static final int PART = 4;
  private static final int DRAWS = 2_000;
  private static final long SEED = 1;

  private final List<SkillFolds> horizons;
  private final List<LeftOut> folds = new ArrayList<>();

  private record LeftOut(SkillFolds of, int conflict) {}

  /// The errors of some folds, in order.
  public record FoldErrors(List<FoldError> folds) {
    public FoldErrors {
      folds = List.copyOf(folds);
    }
  }

  /// Squared errors over the agreements of one conflict, as the bits of [Double#doubleToLongBits]:
  /// a decimal would be rounded.
  ///
  /// @param model of the model
  /// @param base of the share of the others that stood
  public record FoldError(long model, long base) {}

  /// @param horizons one or more, each of ten conflicts or more
  public SkillSweep(List<SkillFolds> horizons) {
    this.horizons = List.copyOf(horizons);
    for (SkillFolds each : horizons) {
      for (int at = 0; at < each.conflicts().size(); at++) {
        folds.add(new LeftOut(each, at));
      }
    }
  }

  @Override
  public Seeds seeds() {
    return new Seeds(0, folds.size());
  }

  @Override
  public int partSize() {
    return PART;
  }

  @Override
  public Class<FoldErrors> partType() {
    return FoldErrors.class;
  }

  @Override
  public FoldErrors part(Seeds part, Budget budget) {
    return new FoldErrors(
        part.until(budget.stop()).mapToObj(at -> error(folds.get((int) at))).toList());
  }

  @Override
  public FoldErrors merged(FoldErrors earlier, FoldErrors next) {
    List<FoldError> errors = new ArrayList<>(earlier.folds());
    errors.addAll(next.folds());
    return new FoldErrors(errors);
  }

  @Override
  public long done(FoldErrors merged) {
    return merged.folds().size();
  }

  /// The skill at each horizon all of whose folds are there.
  @Override
  public List<ModelSkill> answer(FoldErrors merged) {
    List<ModelSkill> skills = new ArrayList<>();
    int from = 0;
    for (SkillFolds each : horizons) {
      int to = from + each.conflicts().size();
      if (to <= merged.folds().size()) {
        skills.add(skill(each, merged.folds().subList(from, to)));
      }
      from = to;
    }
    return skills;
  }

  private static ModelSkill skill(SkillFolds of, List<FoldError> errors) {
    double[] drawn = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      SplittableRandom random = new SplittableRandom(SEED + draw);
      List<FoldError> sample = new ArrayList<>();
      for (int at = 0; at < errors.size(); at++) {
        sample.add(errors.get(random.nextInt(errors.size())));
      }
      drawn[draw] = skill(sample);
    }
    Arrays.sort(drawn);
    return new ModelSkill(
        of.years(),
        of.agreements(),
        of.conflicts().size(),
        (int) Math.round(BaseRate.WHOLE * skill(errors)),
        (int) Math.floor(BaseRate.WHOLE * drawn[DRAWS / 40]),
        (int) Math.ceil(BaseRate.WHOLE * drawn[DRAWS - 1 - DRAWS / 40]));
  }

  private static double skill(List<FoldError> errors) {
    double model = 0;
    double base = 0;
    for (FoldError each : errors) {
      model += Double.longBitsToDouble(each.model());
      base += Double.longBitsToDouble(each.base());
    }
    return base == 0 ? 0 : 1 - model / base;
  }

  private static FoldError error(LeftOut fold) {
    List<Outcome> others = fold.of().without(fold.conflict());
    double[][] rows = others.stream().map(Outcome::numbers).toArray(double[][]::new);
    boolean[] stood = new boolean[rows.length];
    int standing = 0;
    for (int at = 0; at < rows.length; at++) {
      stood[at] = others.get(at).stood();
      standing += stood[at] ? 1 : 0;
    }
    RidgeLogit model = RidgeLogit.fit(rows, stood, ModelSkill.PENALTY);
    ConflictOutcomes left = fold.of().conflicts().get(fold.conflict());
    return error(left, model, (double) standing / rows.length);
  }

  private static FoldError error(ConflictOutcomes left, RidgeLogit model, double share) {
    double ofModel = 0;
    double ofBase = 0;
    for (Outcome each : left.agreements()) {
      double happened = each.stood() ? 1 : 0;
      double forecast = model.chance(each.numbers());
      ofModel += (forecast - happened) * (forecast - happened);
      ofBase += (share - happened) * (share - happened);
    }
    return new FoldError(Double.doubleToLongBits(ofModel), Double.doubleToLongBits(ofBase));
  }
}
