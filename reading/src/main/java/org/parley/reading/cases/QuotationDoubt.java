package org.parley.reading.cases;

/// Why the quotation of a claim may not carry its stance. A doubtful claim is shown as such and is
/// never accepted in bulk.
public enum QuotationDoubt {
  /// A negation stands before the quotation in its clause: "nobody believes that".
  CUT_NEGATION,
  /// A condition stands after the quotation in its clause: "unless the census is held".
  CUT_CONDITION,
  /// The quotation itself names an obstacle: "all that stands between".
  OBSTACLE,
  /// The quotation affirms or denies what a question before it says: "yes, it is".
  SHORT_ANSWER
}
