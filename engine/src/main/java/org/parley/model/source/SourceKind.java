package org.parley.model.source;

/// The kind of a source.
public enum SourceKind {
  /// A text published by the speaker's own office.
  OFFICIAL_TEXT,
  /// The speaker's words, quoted directly.
  DIRECT_QUOTE,
  /// A named speaker's words, reported.
  REPORT,
  /// Words of an unnamed speaker.
  UNATTRIBUTED
}
