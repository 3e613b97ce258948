package org.parley.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A list of agreements made by hand: it answers where no collection is at hand.
///
/// It is no census, and no share can be taken from it.
///
/// @param asOf the last day about which it says anything
/// @param agreements the agreements, oldest first
public record KnownAgreements(LocalDate asOf, List<KnownAgreement> agreements) {

  public KnownAgreements {
    agreements =
        agreements.stream()
            .sorted(Comparator.comparing(KnownAgreement::signed).thenComparing(KnownAgreement::id))
            .toList();
  }

  /// The agreements with all topics of a question, the nearest first, then the newest. None if the
  /// question names no topic.
  public List<KnownAgreement> find(PrecedentQuery query) {
    return query.codes().isEmpty()
        ? List.of()
        : agreements.stream()
            .filter(each -> each.hasAll(query.codes()))
            .sorted(
                Comparator.comparingInt((KnownAgreement each) -> each.nearness(query))
                    .reversed()
                    .thenComparing(KnownAgreement::signed, Comparator.reverseOrder())
                    .thenComparing(KnownAgreement::id))
            .toList();
  }

  /// The agreement that has this number in PA-X.
  public Optional<KnownAgreement> findInPax(int number) {
    return agreements.stream()
        .filter(
            each -> {
              Integer pax = each.pax();
              return pax != null && pax == number;
            })
        .findFirst();
  }
}
