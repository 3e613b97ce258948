package org.parley.web.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;
import org.parley.web.view.ClaimsChange;
import org.parley.web.view.OpenCase;

/// How many claims of each party have each date, by stance. When few claims change, the counts of
/// other dates stay.
///
/// Made in time linear in the claims; it follows a change in time linear in the dates.
///
/// @param open the case
/// @param all how many claims have each date
/// @param byParty the same for each party, by stance; empty for claims without one
record ClaimDates(
    OpenCase open,
    Map<Edtf, Integer> all,
    Map<PartyId, Map<Edtf, Map<Optional<Stance>, Integer>>> byParty)
    implements OpenCase.Following {

  /// Those of a case, made once.
  static ClaimDates of(OpenCase open) {
    return open.once(ClaimDates.class, ClaimDates::made);
  }

  private static ClaimDates made(OpenCase open) {
    Map<Edtf, Integer> all = new HashMap<>();
    Map<PartyId, Map<Edtf, Map<Optional<Stance>, Integer>>> byParty = new HashMap<>();
    for (Claim claim : open.view().claims()) {
      all.merge(claim.said(), 1, Integer::sum);
      Optional<Stance> stance = Stance.of(claim.asserts());
      for (PartyId party : claim.parties()) {
        byParty
            .computeIfAbsent(party, _ -> new HashMap<>())
            .computeIfAbsent(claim.said(), _ -> new HashMap<>())
            .merge(stance, 1, Integer::sum);
      }
    }
    return new ClaimDates(open, all, byParty);
  }

  /// The claims of a party, by date and stance; empty without claims.
  Map<Edtf, Map<Optional<Stance>, Integer>> of(PartyId party) {
    return byParty.getOrDefault(party, Map.of());
  }

  /// Whether a date is a plain day.
  static boolean isPlain(Edtf date) {
    LocalDate first = date.earliestDay();
    return first.equals(date.latestDay());
  }

  @Override
  public OpenCase.@Nullable Following after(OpenCase next) {
    ClaimsChange change = ClaimsChange.between(open, next);
    if (!change.isOfFewClaims()) {
      return null;
    }
    ClaimDates now = new ClaimDates(next, new HashMap<>(all), new HashMap<>(byParty));
    for (Claim each : change.gone()) {
      now.count(each, -1);
    }
    for (Claim each : change.added()) {
      now.count(each, 1);
    }
    return now;
  }

  /// Counts a claim in copies of what concerns it: the rest is that of the state before.
  private void count(Claim claim, int by) {
    add(all, claim.said(), by);
    Optional<Stance> stance = Stance.of(claim.asserts());
    for (PartyId party : claim.parties()) {
      Map<Edtf, Map<Optional<Stance>, Integer>> dates = new HashMap<>(of(party));
      Map<Optional<Stance>, Integer> counts =
          new HashMap<>(dates.getOrDefault(claim.said(), Map.of()));
      add(counts, stance, by);
      put(dates, claim.said(), counts);
      put(byParty, party, dates);
    }
  }

  private static <K> void add(Map<K, Integer> counts, K key, int by) {
    counts.merge(key, by, (before, more) -> before + more == 0 ? null : before + more);
  }

  private static <K, M extends Map<?, ?>> void put(Map<K, M> maps, K key, M map) {
    if (map.isEmpty()) {
      maps.remove(key);
    } else {
      maps.put(key, map);
    }
  }
}
