package org.parley.model.text;

/// Whether the points of an instrument are agreed one by one or only together.
public enum PackageRule {
  /// Each agreed point stands alone; the default.
  SEPARABLE,
  /// Nothing is agreed until everything is agreed: every agreed point is provisional until the last
  /// one is.
  SINGLE_UNDERTAKING
}
