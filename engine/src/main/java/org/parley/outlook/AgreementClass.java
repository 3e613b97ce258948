package org.parley.outlook;

import org.jspecify.annotations.Nullable;
import org.parley.model.CaseComparison;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;

/// The reference class: which agreements a case is compared with.
///
/// @param scope those of this scope alone; null for all
/// @param issue those about this issue alone; null for all
public record AgreementClass(@Nullable SettlementScope scope, @Nullable Incompatibility issue) {

  public static final AgreementClass ALL = new AgreementClass(null, null);

  /// The class that a case is compared with: all, if none is on record.
  public static AgreementClass of(@Nullable CaseComparison chosen) {
    return chosen == null
        ? ALL
        : new AgreementClass(
            switch (chosen.settles()) {
              case null -> null;
              case FULL -> SettlementScope.FULL;
              case PARTIAL -> SettlementScope.PARTIAL;
              case PROCESS -> SettlementScope.PROCESS;
            },
            switch (chosen.about()) {
              case null -> null;
              case TERRITORY -> Incompatibility.TERRITORY;
              case GOVERNMENT -> Incompatibility.GOVERNMENT;
              case BOTH -> Incompatibility.BOTH;
            });
  }

  /// Whether an agreement is in the class.
  public boolean has(SignedAgreement agreement) {
    return (scope == null || agreement.scope() == scope)
        && (issue == null || agreement.issue() == issue);
  }
}
