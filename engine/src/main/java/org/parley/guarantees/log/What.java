package org.parley.guarantees.log;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;

/// The event described by a report.
///
/// @param kind the kind of incident, in the vocabulary of the case: `attack`, `drone-strike`,
///   `notification`
/// @param actor the reported actor
/// @param target the reported target
/// @param between the ids of the two parties of an unattributed event; one alone if the other is no
///   party of the case. Empty if `actor` or `target` is known
/// @param place a code with parts joined by `-`, the wider part first (`UA-14`)
/// @param traits further attributes: `unprovoked`, `flagrant`
/// @param low the least severity, in the unit of the case
/// @param best the most likely severity
/// @param high the greatest severity
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

  /// An attributed event.
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

  /// An event with a kind alone.
  public static What of(String kind) {
    return new What(kind, null, null, null, Set.of(), 0, 0, 0);
  }

  /// An act of one party against another.
  public static What of(String kind, PartyId actor, PartyId target) {
    return new What(kind, actor, target, null, Set.of(), 0, 0, 0);
  }

  /// An unattributed event between two parties.
  public static What between(String kind, PartyId one, PartyId other) {
    return new What(kind, null, null, List.of(one, other), null, Set.of(), 0, 0, 0);
  }

  /// Whether it names two parties, but no actor.
  public boolean isUnattributed() {
    return !between.isEmpty();
  }

  /// The event attributed to the first or the second of the two.
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
