package org.parley.model.text;

/// The status of a text version.
public enum TextStatus {
  /// The consolidated current draft.
  ROLLING_TEXT,
  /// The chair's own proposal.
  CHAIRS_TEXT,
  /// A text without attribution or commitment.
  NON_PAPER,
  /// One party's proposal.
  PROPOSAL,
  /// The content as reported; the wording itself is not public.
  REPORTED,
  /// The text as adopted.
  ADOPTED
}
