package org.parley.guarantees.commitment;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.log.What;
import org.parley.model.party.PartyId;

/// A pattern of incidents. An empty set matches all.
///
/// @param kinds one of these kinds
/// @param actors done by one of these
/// @param targets to one of these
/// @param places at one of these places or inside it: `UA` takes in `UA-14`
/// @param traits with all of these traits
/// @param measure which estimate of the severity counts
/// @param severityAtLeast the least severity that counts, in the unit of the case
public record IncidentPattern(
    Set<String> kinds,
    Set<PartyId> actors,
    Set<PartyId> targets,
    Set<String> places,
    Set<String> traits,
    Measure measure,
    long severityAtLeast)
    implements Predicate<What> {

  /// Which of the three estimates of a severity counts, the lowest first.
  public enum Measure {
    LOW,
    BEST,
    HIGH
  }

  public IncidentPattern {
    kinds = Set.copyOf(kinds);
    actors = Set.copyOf(actors);
    targets = Set.copyOf(targets);
    places = Set.copyOf(places);
    traits = Set.copyOf(traits);
  }

  /// Any incident of this kind.
  public static IncidentPattern ofKind(String kind) {
    return new IncidentPattern(
        Set.of(kind), Set.of(), Set.of(), Set.of(), Set.of(), Measure.BEST, Long.MIN_VALUE);
  }

  public IncidentPattern withActors(PartyId... parties) {
    return new IncidentPattern(
        kinds, Set.of(parties), targets, places, traits, measure, severityAtLeast);
  }

  public IncidentPattern withTargets(PartyId... parties) {
    return new IncidentPattern(
        kinds, actors, Set.of(parties), places, traits, measure, severityAtLeast);
  }

  public IncidentPattern withPlaces(String... codes) {
    return new IncidentPattern(
        kinds, actors, targets, Set.of(codes), traits, measure, severityAtLeast);
  }

  public IncidentPattern withTraits(String... words) {
    return new IncidentPattern(
        kinds, actors, targets, places, Set.of(words), measure, severityAtLeast);
  }

  public IncidentPattern withSeverityAtLeast(Measure which, long least) {
    return new IncidentPattern(kinds, actors, targets, places, traits, which, least);
  }

  /// Whether what a report says is meant. Where it does not say who did it, no pattern that asks
  /// for that is; see [#mayMean].
  @Override
  public boolean test(What what) {
    return (kinds.isEmpty() || kinds.contains(what.kind()))
        && (actors.isEmpty() || (what.actor() != null && actors.contains(what.actor())))
        && (targets.isEmpty() || (what.target() != null && targets.contains(what.target())))
        && (traits.isEmpty() || what.traits().containsAll(traits))
        && severity(what) >= severityAtLeast
        && (places.isEmpty() || isInside(what.place()));
  }

  /// Whether what a report says is meant, whichever of two did it.
  public static boolean mayMean(Predicate<What> meant, What what) {
    return what.isUnattributed()
        ? meant.test(what.attributed(true)) || meant.test(what.attributed(false))
        : meant.test(what);
  }

  private long severity(What what) {
    return switch (measure) {
      case LOW -> what.low();
      case BEST -> what.best();
      case HIGH -> what.high();
    };
  }

  /// Whether every incident that this pattern means is meant by `wide` too.
  public boolean isWithin(IncidentPattern wide) {
    return isWithin(kinds, wide.kinds)
        && isWithin(actors, wide.actors)
        && isWithin(targets, wide.targets)
        && (wide.places.isEmpty()
            || (!places.isEmpty() && places.stream().allMatch(wide::isInside)))
        && traits.containsAll(wide.traits)
        && (wide.severityAtLeast == Long.MIN_VALUE
            || (measure.compareTo(wide.measure) <= 0 && severityAtLeast >= wide.severityAtLeast));
  }

  private static boolean isWithin(Set<?> narrow, Set<?> wide) {
    return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
  }

  private boolean isInside(@Nullable String place) {
    return place != null
        && places.stream().anyMatch(each -> place.equals(each) || place.startsWith(each + "-"));
  }
}
