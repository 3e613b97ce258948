package org.parley.outlook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.reference.PaxAgreement;

/// The rows of a collection of agreements.
///
/// @param lastDay the last day on which ends were coded
/// @param lastFightingYear the last calendar year whose fighting is known
/// @param agreements its rows
public record AgreementCollection(
    LocalDate lastDay, int lastFightingYear, List<SignedAgreement> agreements) {

  public AgreementCollection {
    agreements = List.copyOf(agreements);
  }

  /// The same agreements with the codes of PA-X.
  ///
  /// A row of PA-X names the agreement it is about. Of several, the one dated nearest to the
  /// signature gives the codes: the others are amendments.
  public AgreementCollection coded(Collection<PaxAgreement> rows) {
    Map<Long, List<PaxAgreement>> byAgreement = new HashMap<>();
    for (PaxAgreement each : rows) {
      Long named = each.ucdpAgreement();
      if (named != null) {
        byAgreement.computeIfAbsent(named, _ -> new ArrayList<>()).add(each);
      }
    }
    return new AgreementCollection(
        lastDay,
        lastFightingYear,
        agreements.stream()
            .map(each -> each.withCodes(codes(each, byAgreement.get(Long.valueOf(each.id())))))
            .toList());
  }

  private static @Nullable CodedTraits codes(
      SignedAgreement agreement, @Nullable List<PaxAgreement> rows) {
    return rows == null
        ? null
        : rows.stream()
            .min(
                Comparator.comparingLong((PaxAgreement each) -> days(agreement, each))
                    .thenComparingInt(PaxAgreement::id))
            .map(each -> new CodedTraits(each.stage(), new TreeSet<>(each.codes().keySet())))
            .orElseThrow();
  }

  private static long days(SignedAgreement agreement, PaxAgreement row) {
    return Math.abs(ChronoUnit.DAYS.between(agreement.signed(), row.date()));
  }
}
