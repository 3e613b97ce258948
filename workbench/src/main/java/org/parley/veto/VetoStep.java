package org.parley.veto;

/// The steps of a round, in order. A withdrawal is possible at each.
public enum VetoStep {
  KEYS,
  COMMITMENT,
  OPENING,
  WITHDRAWAL
}
