package org.parley.round.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackageId;

/// An event of a round.
///
/// @param number its number in the log, from 1
/// @param at its moment
/// @param entry the number of the last entry of the journal at that moment
/// @param author who did it; null for the rule and the hour, and for answers that were taken
/// @param fact what happened
public record RoundEvent(
    int number, Instant at, long entry, RecordedCase.@Nullable Author author, RoundFact fact) {

  /// The package it is about; null for the round and its accords.
  public @Nullable TabledPackage tabled() {
    return tabled(fact);
  }

  /// The id of the package that a fact is about; null for none.
  static @Nullable TabledPackageId subject(RoundFact fact) {
    TabledPackage tabled = tabled(fact);
    return tabled == null ? null : tabled.id();
  }

  private static @Nullable TabledPackage tabled(RoundFact fact) {
    return switch (fact) {
      case RoundFact.Drafted(TabledPackage tabled) -> tabled;
      case RoundFact.Tabled(TabledPackage tabled) -> tabled;
      case RoundFact.VersionTabled(TabledPackage tabled, _) -> tabled;
      case RoundFact.SheetChanged(TabledPackage tabled, _) -> tabled;
      case RoundFact.PackageChanged(TabledPackage tabled) -> tabled;
      case RoundFact.PackageWithdrawn(TabledPackage tabled) -> tabled;
      case RoundFact.AnswersTaken(TabledPackage tabled) -> tabled;
      case RoundFact.AnswersStopped(TabledPackage tabled) -> tabled;
      case RoundFact.Turnout(TabledPackage tabled, _, _) -> tabled;
      case RoundFact.Revealed(TabledPackage tabled, _, _) -> tabled;
      case RoundFact.Superseded(TabledPackage tabled) -> tabled;
      case RoundFact.ImprovementShown(TabledPackage tabled) -> tabled;
      case RoundFact.Refused(TabledPackage tabled, _) -> tabled;
      case RoundFact.Opened _,
          RoundFact.RuleChanged _,
          RoundFact.RoundWithdrawn _,
          RoundFact.AccordRecorded _,
          RoundFact.AccordShown _,
          RoundFact.AccordWithdrawn _ ->
          null;
    };
  }

  /// The id of the package; null for none.
  public @Nullable TabledPackageId subject() {
    return subject(fact);
  }

  /// The digest of the accord it is about; null for none.
  public @Nullable String accord() {
    if (fact instanceof RoundFact.AccordRecorded(String digest)) {
      return digest;
    }
    if (fact instanceof RoundFact.AccordShown(String digest, _)) {
      return digest;
    }
    return fact instanceof RoundFact.AccordWithdrawn(String digest) ? digest : null;
  }
}
