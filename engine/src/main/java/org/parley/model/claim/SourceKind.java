package org.parley.model.claim;

/// What sort of source something was read in.
public enum SourceKind {
  /// A text the speaker's own office published.
  OFFICIAL_TEXT,
  /// The speaker's words, quoted directly.
  DIRECT_QUOTE,
  /// A named speaker's words, reported.
  REPORT,
  /// Words of somebody who is not named.
  UNATTRIBUTED
}
