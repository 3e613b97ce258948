package org.parley.board.cell;

import java.util.List;
import org.parley.board.word.Basis;
import org.parley.board.word.Stance;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.claim.ClaimId;
import org.parley.model.text.OptionId;

/// The stance of one party on one subject.
///
/// @param party the party
/// @param stance the stance of the latest statements
/// @param basis its basis
/// @param onTheWordOf the parties that made them
/// @param claims the claims that carry the stance, in order of time
/// @param acts the records of the acts that carry the stance, in order of time
/// @param independentSources the number of independent sources of these claims; a chain of relays
///   counts once
/// @param conditions the conditions named, if the stance is conditional
/// @param receipt whether the party reports receipt of the text
/// @param receiptClaims the claims about receipt
/// @param preferences the options preferred in the party's own statements
/// @param refusals the options refused in the party's own statements
/// @param contested whether it is part of a contradiction
public record Cell(
    PartyId party,
    Stance stance,
    Basis basis,
    List<PartyId> onTheWordOf,
    List<ClaimId> claims,
    List<Id> acts,
    int independentSources,
    List<String> conditions,
    Receipt receipt,
    List<ClaimId> receiptClaims,
    List<Preference> preferences,
    List<RefusedOption> refusals,
    boolean contested) {

  /// Receipt of a text as reported by a party.
  public enum Receipt {
    RECEIVED,
    NOT_RECEIVED,
    NO_WORD
  }

  /// An option preferred in a party's own statement, and the claim.
  public record Preference(OptionId option, ClaimId claim) {}

  /// An option refused in a party's own statement, and the claim. It refuses no point.
  public record RefusedOption(OptionId option, ClaimId claim) {}

  public Cell {
    onTheWordOf = List.copyOf(onTheWordOf);
    claims = List.copyOf(claims);
    acts = List.copyOf(acts);
    conditions = List.copyOf(conditions);
    receiptClaims = List.copyOf(receiptClaims);
    preferences = List.copyOf(preferences);
    refusals = List.copyOf(refusals);
  }
}
