package org.parley.outlook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An agreement of a collection, as far as its survival is concerned.
///
/// @param id its id in the collection
/// @param conflict the id of its conflict: agreements of one conflict are not independent
/// @param scope how much of the dispute it settles
/// @param issue what the conflict is about
/// @param signed the day of its signature
/// @param ended whether it is coded as ended
/// @param endedOn the coded day; null if it has not ended, or if nobody says when
/// @param fighting the calendar years of fighting in the conflict, ascending; null if it is in no
///   collection of such years
/// @param coded its codes in PA-X; null if no row there names it, or if they were not read
public record SignedAgreement(
    String id,
    String conflict,
    SettlementScope scope,
    Incompatibility issue,
    LocalDate signed,
    boolean ended,
    @Nullable LocalDate endedOn,
    @Nullable List<Integer> fighting,
    @Nullable CodedTraits coded) {

  /// How much of the dispute an agreement settles.
  public enum SettlementScope {
    /// One or more parties settle the whole dispute.
    FULL,
    /// They settle a part of it.
    PARTIAL,
    /// They agree on how to negotiate.
    PROCESS
  }

  /// The subject of a conflict.
  public enum Incompatibility {
    TERRITORY,
    GOVERNMENT,
    BOTH
  }

  public SignedAgreement {
    fighting = fighting == null ? null : fighting.stream().distinct().sorted().toList();
    if (endedOn != null && !ended) {
      throw new IllegalArgumentException(id + " has a day on which it ended, but did not end");
    }
  }

  /// An agreement without codes.
  public SignedAgreement(
      String id,
      String conflict,
      SettlementScope scope,
      Incompatibility issue,
      LocalDate signed,
      boolean ended,
      @Nullable LocalDate endedOn,
      @Nullable List<Integer> fighting) {
    this(id, conflict, scope, issue, signed, ended, endedOn, fighting, null);
  }

  /// The same with other codes.
  public SignedAgreement withCodes(@Nullable CodedTraits traits) {
    return new SignedAgreement(
        id, conflict, scope, issue, signed, ended, endedOn, fighting, traits);
  }
}
