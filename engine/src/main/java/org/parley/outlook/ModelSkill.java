package org.parley.outlook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

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

  private static final int DRAWS = 2_000;
  private static final long SEED = 1;
  private static final int LEAST_CONFLICTS = 10;

  /// Whether a sentence of the model may be said: its skill is above zero with its interval.
  public boolean isEarned() {
    return least > 0;
  }

  private record Outcome(List<Integer> features, boolean stood) {

    double[] numbers() {
      return features.stream().mapToDouble(Integer::doubleValue).toArray();
    }
  }

  /// Squared errors over the agreements of one conflict.
  private record Errors(double model, double base) {}

  /// The skill at a horizon; empty for fewer than ten conflicts.
  public static Optional<ModelSkill> of(
      AgreementCollection collection, List<ModelRow> rows, int years) {
    Map<String, List<Outcome>> byConflict = new TreeMap<>();
    for (ModelRow each : rows) {
      SignedAgreement agreement = each.agreement();
      boolean isKnown = !agreement.ended() || agreement.endedOn() != null;
      long seen = ChronoUnit.DAYS.between(agreement.signed(), collection.lastDay());
      if (isKnown && seen >= BaseRates.days(years)) {
        byConflict
            .computeIfAbsent(agreement.conflict(), _ -> new ArrayList<>())
            .add(new Outcome(each.features(), stood(agreement, years)));
      }
    }
    if (byConflict.size() < LEAST_CONFLICTS) {
      return Optional.empty();
    }
    List<List<Outcome>> conflicts = inOrder(byConflict.values());
    List<Errors> errors = new ArrayList<>();
    for (int left = 0; left < conflicts.size(); left++) {
      List<Outcome> others = new ArrayList<>();
      for (int i = 0; i < conflicts.size(); i++) {
        others.addAll(i == left ? List.of() : conflicts.get(i));
      }
      errors.add(errors(others, conflicts.get(left)));
    }
    double[] drawn = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      SplittableRandom random = new SplittableRandom(SEED + draw);
      List<Errors> sample = new ArrayList<>();
      for (int i = 0; i < errors.size(); i++) {
        sample.add(errors.get(random.nextInt(errors.size())));
      }
      drawn[draw] = skill(sample);
    }
    Arrays.sort(drawn);
    return Optional.of(
        new ModelSkill(
            years,
            byConflict.values().stream().mapToInt(List::size).sum(),
            byConflict.size(),
            (int) Math.round(BaseRate.WHOLE * skill(errors)),
            (int) Math.floor(BaseRate.WHOLE * drawn[DRAWS / 40]),
            (int) Math.ceil(BaseRate.WHOLE * drawn[DRAWS - 1 - DRAWS / 40])));
  }

  /// In an order of their contents, so that neither names nor the order of rows matter to sums and
  /// draws.
  private static List<List<Outcome>> inOrder(Collection<List<Outcome>> conflicts) {
    return conflicts.stream()
        .map(each -> each.stream().sorted(Comparator.comparing(Outcome::toString)).toList())
        .sorted(Comparator.comparing(List::toString))
        .toList();
  }

  private static boolean stood(SignedAgreement agreement, int years) {
    LocalDate end = agreement.endedOn();
    return end == null || ChronoUnit.DAYS.between(agreement.signed(), end) > BaseRates.days(years);
  }

  private static double skill(List<Errors> errors) {
    double model = 0;
    double base = 0;
    for (Errors each : errors) {
      model += each.model();
      base += each.base();
    }
    return base == 0 ? 0 : 1 - model / base;
  }

  private static Errors errors(List<Outcome> others, List<Outcome> left) {
    double[][] rows = new double[others.size()][];
    boolean[] stood = new boolean[others.size()];
    int standing = 0;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = others.get(i).numbers();
      stood[i] = others.get(i).stood();
      standing += stood[i] ? 1 : 0;
    }
    RidgeLogit model = RidgeLogit.fit(rows, stood, PENALTY);
    double share = (double) standing / rows.length;
    double ofModel = 0;
    double ofBase = 0;
    for (Outcome each : left) {
      double happened = each.stood() ? 1 : 0;
      double forecast = model.chance(each.numbers());
      ofModel += (forecast - happened) * (forecast - happened);
      ofBase += (share - happened) * (share - happened);
    }
    return new Errors(ofModel, ofBase);
  }
}
