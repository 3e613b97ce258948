package org.parley.model.text;

/// The events in the life of an instrument (Vienna Convention on the Law of Treaties, articles 10
/// to 25).
public enum InstrumentStatus {
  DRAFTED,
  FINALISED,
  INITIALLED,
  SIGNED,
  RATIFIED,
  PROVISIONALLY_APPLIED,
  IN_FORCE,
  ACTIVATED,
  SUSPENDED,
  TERMINATED
}
