package org.parley.outlook;

import org.jspecify.annotations.Nullable;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;

/// The reference class: which agreements a case is compared with.
///
/// @param scope those of this scope alone; null for all
/// @param issue those about this issue alone; null for all
public record AgreementClass(@Nullable SettlementScope scope, @Nullable Incompatibility issue) {

  public static final AgreementClass ALL = new AgreementClass(null, null);

  /// Whether an agreement is in the class.
  public boolean has(SignedAgreement agreement) {
    return (scope == null || agreement.scope() == scope)
        && (issue == null || agreement.issue() == issue);
  }
}
