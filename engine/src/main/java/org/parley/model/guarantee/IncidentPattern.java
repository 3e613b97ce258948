package org.parley.model.guarantee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.party.PartyId;

/// Which incidents are meant; a list that is absent asks for nothing.
///
/// @param kinds one of these kinds, words of the case: `attack`, `drone-strike`
/// @param actors done by one of these
/// @param targets to one of these
/// @param places at one of these places or inside it: `UA` takes in `UA-14`
/// @param traits with all of these traits: `unprovoked`, `nuclear`
/// @param severity the least severity that counts
public record IncidentPattern(
    List<String> kinds,
    List<PartyId> actors,
    List<PartyId> targets,
    List<String> places,
    List<String> traits,
    @Nullable LeastSeverity severity) {

  /// The least severity that counts.
  ///
  /// @param estimate which of the three estimates of a report
  /// @param atLeast the least, in the unit of the case
  public record LeastSeverity(Estimate estimate, long atLeast) {}

  /// Which of the three estimates of a severity.
  public enum Estimate {
    LOW,
    BEST,
    HIGH
  }

  public IncidentPattern {
    kinds = List.copyOf(kinds);
    actors = List.copyOf(actors);
    targets = List.copyOf(targets);
    places = List.copyOf(places);
    traits = List.copyOf(traits);
  }

  /// Any incident of this kind.
  public static IncidentPattern ofKind(String kind) {
    return new IncidentPattern(List.of(kind), List.of(), List.of(), List.of(), List.of(), null);
  }

  public IncidentPattern withActors(PartyId... parties) {
    return new IncidentPattern(kinds, List.of(parties), targets, places, traits, severity);
  }

  public IncidentPattern withTargets(PartyId... parties) {
    return new IncidentPattern(kinds, actors, List.of(parties), places, traits, severity);
  }

  public IncidentPattern withPlaces(String... codes) {
    return new IncidentPattern(kinds, actors, targets, List.of(codes), traits, severity);
  }

  public IncidentPattern withTraits(String... words) {
    return new IncidentPattern(kinds, actors, targets, places, List.of(words), severity);
  }

  public IncidentPattern withSeverityAtLeast(Estimate estimate, long least) {
    return new IncidentPattern(
        kinds, actors, targets, places, traits, new LeastSeverity(estimate, least));
  }
}
