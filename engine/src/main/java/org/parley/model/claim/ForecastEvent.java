package org.parley.model.claim;

/// An event in the life of an instrument that a forecast can be about.
public enum ForecastEvent {
  DRAFTED,
  FINALISED,
  INITIALLED,
  SIGNED,
  RATIFIED,
  PROVISIONALLY_APPLIED,
  IN_FORCE,
  SUSPENDED,
  TERMINATED,
  /// Refused, denounced or terminated: the text does not live on.
  ABANDONED
}
