package org.parley.reading.rules.clause;

/// Tokens `from` up to `to` of a sentence.
public record TokenRange(int from, int to) {

  public boolean isEmpty() {
    return from >= to;
  }

  public int size() {
    return to - from;
  }
}
