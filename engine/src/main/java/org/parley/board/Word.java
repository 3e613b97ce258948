package org.parley.board;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.Assertion;
import org.parley.model.CaseView;
import org.parley.model.Claim;
import org.parley.model.PartyId;

/// A standing claim, prepared for reading: what it means for each column of the board. Two words
/// are equal when they are the same object.
final class Word {

  final Claim claim;

  /// The stance it expresses; null where it expresses none.
  final @Nullable Stance stance;

  /// On what basis it is a word of each column; [Basis#NONE] where it is none.
  private final Basis[] roles;

  /// Among which columns it is said to hold; null where the speaker spoke for their own party
  /// alone.
  private final boolean @Nullable [] among;

  Word(CaseView view, List<PartyId> columns, Claim claim) {
    this.claim = claim;
    this.stance = Stance.of(claim.asserts()).orElse(null);
    this.roles = new Basis[columns.size()];
    Set<PartyId> between = new HashSet<>();
    claim.between().forEach(party -> between.addAll(view.withMembers(party)));
    Set<PartyId> spokenFor = view.withMembers(claim.party());
    boolean attributed = Ledger.isAttributed(view, claim);
    for (int column = 0; column < columns.size(); column++) {
      roles[column] = role(columns.get(column), between, spokenFor, attributed);
    }
    this.among = between.isEmpty() ? null : new boolean[columns.size()];
    if (among != null) {
      for (int column = 0; column < columns.size(); column++) {
        among[column] = between.contains(columns.get(column));
      }
    }
  }

  private Basis role(
      PartyId party, Set<PartyId> between, Set<PartyId> spokenFor, boolean attributed) {
    boolean concerned = between.isEmpty() || between.contains(party);
    if (!concerned) {
      return Basis.NONE;
    }
    if (claim.party().equals(party)) {
      return attributed ? Basis.OWN_WORDS : Basis.HEARSAY;
    }
    if (spokenFor.contains(party)) {
      return attributed ? Basis.THROUGH_COALITION : Basis.HEARSAY;
    }
    return between.isEmpty() ? Basis.NONE : Basis.HEARSAY;
  }

  Basis roleFor(int column) {
    return roles[column];
  }

  /// Whether it says anything of how a party stands towards the party in `column`.
  boolean holdsTowards(int column) {
    return among == null || among[column];
  }

  /// Whether the two speak of a common counterpart of the party in `column`.
  boolean sharesCounterpart(Word other, int column) {
    if (among == null || other.among == null) {
      return true;
    }
    for (int each = 0; each < among.length; each++) {
      if (each != column && among[each] && other.among[each]) {
        return true;
      }
    }
    return false;
  }

  boolean isBefore(Word other) {
    return claim.said().isBefore(other.claim.said());
  }

  boolean is(Class<? extends Assertion> kind) {
    return kind.isInstance(claim.asserts());
  }
}
