package org.parley.model.source;

/// The reliability of a source: the grades A to F of the Admiralty system (NATO STANAG 2511).
public enum Reliability {
  /// Completely reliable.
  A,
  /// Usually reliable.
  B,
  /// Fairly reliable.
  C,
  /// Not usually reliable.
  D,
  /// Unreliable.
  E,
  /// Reliability cannot be judged.
  F
}
