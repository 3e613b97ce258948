package org.parley.board.cell;

import java.util.List;
import org.parley.board.word.Basis;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.claim.ClaimId;
import org.parley.model.text.OptionId;

/// The stance of one party on one subject.
///
/// @param party the party
/// @param stance what the latest words amount to
/// @param basis on whose words
/// @param onTheWordOf the parties whose words they are
/// @param claims the claims that carry the stance, in order of time
/// @param independentSources how many sources report these claims, a chain of relays counted once
/// @param conditions the conditions named, where the stance is conditional
/// @param receipt whether the party says that it has the text
/// @param receiptClaims the claims that say so
/// @param preferences the options the party's own words prefer
/// @param contested whether a contradiction touches it
public record Cell(
    PartyId party,
    Stance stance,
    Basis basis,
    List<PartyId> onTheWordOf,
    List<ClaimId> claims,
    int independentSources,
    List<String> conditions,
    Receipt receipt,
    List<ClaimId> receiptClaims,
    List<Preference> preferences,
    boolean contested) {

  /// Receipt of a text as reported by a party.
  public enum Receipt {
    RECEIVED,
    NOT_RECEIVED,
    NO_WORD
  }

  /// An option preferred in a party's own statement, and the claim.
  public record Preference(OptionId option, ClaimId claim) {}

  public Cell {
    onTheWordOf = List.copyOf(onTheWordOf);
    claims = List.copyOf(claims);
    conditions = List.copyOf(conditions);
    receiptClaims = List.copyOf(receiptClaims);
    preferences = List.copyOf(preferences);
  }
}
