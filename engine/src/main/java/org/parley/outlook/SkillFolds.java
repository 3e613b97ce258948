package org.parley.outlook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The agreements that count at a horizon, conflict by conflict, without names. Each conflict is
/// forecast from the others.
///
/// @param years so many years after the signature
/// @param conflicts in an order of their contents, so that neither names nor the order of rows
///   matter to sums and draws
public record SkillFolds(int years, List<ConflictOutcomes> conflicts) {

  /// Fewer conflicts tell nothing.
  public static final int LEAST_CONFLICTS = 10;

  /// The agreements of one conflict.
  public record ConflictOutcomes(List<Outcome> agreements) {
    public ConflictOutcomes {
      agreements = List.copyOf(agreements);
    }
  }

  /// An agreement.
  ///
  /// @param features 0 or 1 each
  /// @param stood whether it had not ended by the horizon
  public record Outcome(List<Integer> features, boolean stood) {
    public Outcome {
      features = List.copyOf(features);
    }

    double[] numbers() {
      return features.stream().mapToDouble(Integer::doubleValue).toArray();
    }
  }

  public SkillFolds {
    conflicts = List.copyOf(conflicts);
  }

  /// The folds of a horizon; empty for fewer than ten conflicts.
  public static Optional<SkillFolds> of(
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
    return byConflict.size() < LEAST_CONFLICTS
        ? Optional.empty()
        : Optional.of(new SkillFolds(years, inOrder(byConflict.values())));
  }

  private static List<ConflictOutcomes> inOrder(Collection<List<Outcome>> conflicts) {
    return conflicts.stream()
        .map(each -> each.stream().sorted(Comparator.comparing(Outcome::toString)).toList())
        .sorted(Comparator.comparing(List::toString))
        .map(ConflictOutcomes::new)
        .toList();
  }

  private static boolean stood(SignedAgreement agreement, int years) {
    LocalDate end = agreement.endedOn();
    return end == null || ChronoUnit.DAYS.between(agreement.signed(), end) > BaseRates.days(years);
  }

  /// The agreements of all conflicts but one, in order.
  List<Outcome> without(int left) {
    List<Outcome> others = new ArrayList<>();
    for (int at = 0; at < conflicts.size(); at++) {
      others.addAll(at == left ? List.of() : conflicts.get(at).agreements());
    }
    return others;
  }

  /// How many agreements count.
  public int agreements() {
    return conflicts.stream().mapToInt(each -> each.agreements().size()).sum();
  }
}
