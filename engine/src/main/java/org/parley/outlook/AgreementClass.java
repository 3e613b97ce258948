package org.parley.outlook;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseComparison;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.reference.AgreementStage;

/// The reference class: which agreements a case is compared with.
///
/// An agreement without codes is in no class of a stage or of topics.
///
/// @param scope those of this scope alone; null for all
/// @param issue those about this issue alone; null for all
/// @param stage those concluded at this stage of a process alone; null for all
/// @param topics those with all these topics of PA-X, sorted; empty for all
public record AgreementClass(
    @Nullable SettlementScope scope,
    @Nullable Incompatibility issue,
    @Nullable AgreementStage stage,
    List<String> topics) {

  public static final AgreementClass ALL = new AgreementClass(null, null);

  public AgreementClass {
    topics = List.copyOf(new TreeSet<>(topics));
  }

  /// A class at any stage, whatever the topics.
  public AgreementClass(@Nullable SettlementScope scope, @Nullable Incompatibility issue) {
    this(scope, issue, null, List.of());
  }

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
            },
            AgreementStage.of(chosen.stage()),
            chosen.topics());
  }

  /// The same class of another scope.
  public AgreementClass withScope(@Nullable SettlementScope other) {
    return new AgreementClass(other, issue, stage, topics);
  }

  /// The same class about another issue.
  public AgreementClass withIssue(@Nullable Incompatibility other) {
    return new AgreementClass(scope, other, stage, topics);
  }

  /// Whether only agreements with codes of PA-X are in it.
  public boolean needsCodes() {
    return stage != null || !topics.isEmpty();
  }

  /// Whether an agreement is in the class.
  public boolean has(SignedAgreement agreement) {
    CodedTraits coded = agreement.coded();
    return (scope == null || agreement.scope() == scope)
        && (issue == null || agreement.issue() == issue)
        && (!needsCodes() || (coded != null && coded.has(stage, topics)));
  }
}
