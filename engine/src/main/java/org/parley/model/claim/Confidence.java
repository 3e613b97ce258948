package org.parley.model.claim;

/// The confidence of an analyst in a judgement, by the words of ICD 203. It says how well the
/// judgement is supported, not how likely the matter is.
///
/// See Intelligence Community Directive 203, Analytic Standards, 2015.
public enum Confidence {
  /// Well-corroborated, from proven sources.
  HIGH,
  /// Credibly sourced and plausible, but not corroborated enough.
  MODERATE,
  /// From scant or questionable sources.
  LOW
}
