package org.parley.model.guarantee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;

/// A pattern of incidents; an absent list requires nothing.
///
/// @param kinds any of these kinds, in the vocabulary of the case: `attack`, `drone-strike`
/// @param actors any of these actors
/// @param targets any of these targets
/// @param places at one of these places or inside it: `UA` includes `UA-14`
/// @param traits all of these traits: `unprovoked`, `nuclear`
/// @param severity the least severity
public record IncidentPattern(
    List<String> kinds,
    List<PartyId> actors,
    List<PartyId> targets,
    List<String> places,
    List<String> traits,
    @Nullable LeastSeverity severity) {

  /// The least severity that matches.
  ///
  /// @param estimate the estimate to compare
  /// @param atLeast the least, in the unit of the case
  public record LeastSeverity(Estimate estimate, long atLeast) {}

  /// The estimate of a severity.
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
