package org.parley.sequence;

import java.util.List;

/// The input is not a sequence.
public final class BadSequenceException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<SequenceFault> faults;

  BadSequenceException(List<SequenceFault> faults) {
    super("building a sequence: " + faults);
    this.faults = List.copyOf(faults);
  }

  /// Every fault, in the order of the input.
  public List<SequenceFault> faults() {
    return faults;
  }
}
