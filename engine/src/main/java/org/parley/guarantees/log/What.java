package org.parley.guarantees.log;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.party.PartyId;

/// What a report says happened.
///
/// @param kind the kind of incident, a word of the case: `attack`, `drone-strike`, `notification`
/// @param actor who is said to have done it
/// @param target to whom
/// @param between the two between whom it happened, by id, where nobody says which of them did it
///   to the other; one alone where the other is no party of the case. Empty where `actor` or
///   `target` is known
/// @param place where: a code whose parts are joined with `-`, the wider part first (`UA-14`)
/// @param traits further words on record: `unprovoked`, `flagrant`
/// @param low the least severity the report allows, in the unit of the case
/// @param best the severity it holds likeliest
/// @param high the greatest it allows
public record What(
    String kind,
    @Nullable PartyId actor,
    @Nullable PartyId target,
    List<PartyId> between,
    @Nullable String place,
    Set<String> traits,
    long low,
    long best,
    long high) {

  public What {
    traits = Set.copyOf(traits);
    between = between.isEmpty() ? List.of() : between.stream().distinct().sorted(BY_ID).toList();
    if (!between.isEmpty() && (actor != null || target != null || between.size() > 2)) {
      throw new IllegalArgumentException(
          "\""
              + kind
              + "\" is between "
              + between
              + ", by "
              + actor
              + " on "
              + target
              + ". Maybe name two parties between whom it happened, or who did it to whom");
    }
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

  private static final Comparator<PartyId> BY_ID = Comparator.comparing(PartyId::value);

  /// What somebody is said to have done.
  public What(
      String kind,
      @Nullable PartyId actor,
      @Nullable PartyId target,
      @Nullable String place,
      Set<String> traits,
      long low,
      long best,
      long high) {
    this(kind, actor, target, List.of(), place, traits, low, best, high);
  }

  /// What has a kind and nothing else.
  public static What of(String kind) {
    return new What(kind, null, null, null, Set.of(), 0, 0, 0);
  }

  /// One party's deed against another.
  public static What of(String kind, PartyId actor, PartyId target) {
    return new What(kind, actor, target, null, Set.of(), 0, 0, 0);
  }

  /// What happened between two parties, with nobody said to have done it.
  public static What between(String kind, PartyId one, PartyId other) {
    return new What(kind, null, null, List.of(one, other), null, Set.of(), 0, 0, 0);
  }

  /// Whether it says between whom it happened, and not who did it.
  public boolean isUnattributed() {
    return !between.isEmpty();
  }

  /// The same, done by the first of the two to the other, or the other way round.
  public What attributed(boolean isByFirst) {
    PartyId one = between.getFirst();
    PartyId other = between.size() == 1 ? null : between.getLast();
    return new What(
        kind,
        isByFirst ? one : other,
        isByFirst ? other : one,
        List.of(),
        place,
        traits,
        low,
        best,
        high);
  }

  public What withPlace(String newPlace) {
    return new What(kind, actor, target, between, newPlace, traits, low, best, high);
  }

  public What withTraits(String... words) {
    return new What(kind, actor, target, between, place, Set.of(words), low, best, high);
  }

  public What withSeverity(long newLow, long newBest, long newHigh) {
    return new What(kind, actor, target, between, place, traits, newLow, newBest, newHigh);
  }
}
