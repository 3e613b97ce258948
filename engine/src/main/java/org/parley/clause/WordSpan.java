package org.parley.clause;

import java.util.List;

/// A stretch of a text; `end` is exclusive.
record WordSpan(int start, int end) {

  boolean contains(int at) {
    return start <= at && at < end;
  }

  boolean overlaps(WordSpan other) {
    return start < other.end && other.start < end;
  }

  boolean isFreeOf(List<WordSpan> others) {
    return others.stream().noneMatch(this::overlaps);
  }

  String in(String text) {
    return text.substring(start, end);
  }
}
