package org.parley.model.text;

/// The kind of an instrument.
public enum InstrumentKind {
  FRAMEWORK,
  TREATY,
  GUARANTEE,
  CEASEFIRE,
  ANNEX,
  ROADMAP,
  DECLARATION,
  RESOLUTION,
  MEASURES,
  OTHER
}
