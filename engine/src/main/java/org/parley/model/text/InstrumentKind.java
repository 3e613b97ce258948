package org.parley.model.text;

/// What sort of document an instrument is.
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
