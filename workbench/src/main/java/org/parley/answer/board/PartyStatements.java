package org.parley.answer.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.board.Board;
import org.parley.model.PartyId;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.text.Subject;

/// The standing statements of a board by party, in order. A case of 10,000 statements is read once,
/// and not for each pair of parties.
final class PartyStatements {

  private final Board board;
  private final Map<PartyId, Map<Subject, List<Claim>>> wanted = new HashMap<>();

  /// Built on first use: some questions need none.
  private @Nullable Map<PartyId, List<Claim>> all;

  PartyStatements(Board board) {
    this.board = board;
  }

  /// Those of a party.
  List<Claim> of(PartyId party) {
    Map<PartyId, List<Claim>> known = all;
    if (known == null) {
      known = byParty();
      all = known;
    }
    return known.getOrDefault(party, List.of());
  }

  private Map<PartyId, List<Claim>> byParty() {
    Map<PartyId, List<Claim>> byParty = new HashMap<>();
    for (Claim claim : board.ledger().standing()) {
      for (PartyId party : Set.copyOf(claim.parties())) {
        byParty.computeIfAbsent(party, _ -> new ArrayList<>()).add(claim);
      }
    }
    return byParty;
  }

  /// Those of a party that ask for something, by the subjects on the board.
  Map<Subject, List<Claim>> wanted(PartyId party) {
    Map<Subject, List<Claim>> known = wanted.get(party);
    if (known == null) {
      known = new LinkedHashMap<>();
      for (Claim claim : of(party)) {
        if (isAsking(claim)) {
          add(known, claim);
        }
      }
      wanted.put(party, known);
    }
    return known;
  }

  private void add(Map<Subject, List<Claim>> wanted, Claim claim) {
    for (Subject subject : claim.about()) {
      if (board.shows(subject)) {
        wanted.computeIfAbsent(subject, _ -> new ArrayList<>()).add(claim);
      }
    }
  }

  private static boolean isAsking(Claim claim) {
    return claim.asserts() instanceof Assertion.Prefers
        || claim.asserts() instanceof Assertion.Conditional
        || claim.asserts() instanceof Assertion.Refuses
        || claim.asserts() instanceof Assertion.Rejected;
  }
}
