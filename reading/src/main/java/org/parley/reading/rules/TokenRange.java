package org.parley.reading.rules;

/// Tokens `from` up to `to` of a sentence.
record TokenRange(int from, int to) {

  boolean isEmpty() {
    return from >= to;
  }

  int size() {
    return to - from;
  }
}
