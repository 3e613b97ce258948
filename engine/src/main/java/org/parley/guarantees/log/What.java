package org.parley.guarantees.log;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.party.PartyId;

/// What a report says happened.
///
/// @param kind the kind of incident, a word of the case: `attack`, `drone-strike`, `notification`
/// @param actor who is said to have done it
/// @param target to whom
/// @param place where: a code whose parts are joined with `-`, the wider part first (`UA-14`)
/// @param traits further words on record: `unprovoked`, `flagrant`
/// @param low the least severity the report allows, in the unit of the case
/// @param best the severity it holds likeliest
/// @param high the greatest it allows
public record What(
    String kind,
    @Nullable PartyId actor,
    @Nullable PartyId target,
    @Nullable String place,
    Set<String> traits,
    long low,
    long best,
    long high) {

  public What {
    traits = Set.copyOf(traits);
    if (low > best || best > high) {
      throw new IllegalArgumentException(
          "severity "
              + low
              + ", "
              + best
              + ", "
              + high
              + " of \""
              + kind
              + "\" is out of order. Maybe give the lowest estimate first");
    }
  }

  /// What has a kind and nothing else.
  public static What of(String kind) {
    return new What(kind, null, null, null, Set.of(), 0, 0, 0);
  }

  /// One party's deed against another.
  public static What of(String kind, PartyId actor, PartyId target) {
    return new What(kind, actor, target, null, Set.of(), 0, 0, 0);
  }

  public What withPlace(String newPlace) {
    return new What(kind, actor, target, newPlace, traits, low, best, high);
  }

  public What withTraits(String... words) {
    return new What(kind, actor, target, place, Set.of(words), low, best, high);
  }

  public What withSeverity(long newLow, long newBest, long newHigh) {
    return new What(kind, actor, target, place, traits, newLow, newBest, newHigh);
  }
}
