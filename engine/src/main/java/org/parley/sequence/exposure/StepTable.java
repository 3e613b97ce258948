package org.parley.sequence.exposure;

/// Visited sets with the step that reached each: open addressing. The empty set is never queried.
final class StepTable {

  private long[] sets = new long[1 << 8];
  private byte[] steps = new byte[sets.length];
  private int size;

  /// Adds a set; returns whether it is new.
  boolean add(long set, int step) {
    if (2L * size >= sets.length) {
      grow();
    }
    int at = place(set);
    if (sets[at] == set) {
      return false;
    }
    sets[at] = set;
    steps[at] = (byte) step;
    size++;
    return true;
  }

  private void grow() {
    long[] oldSets = sets;
    byte[] oldSteps = steps;
    sets = new long[Math.multiplyExact(oldSets.length, 2)];
    steps = new byte[sets.length];
    for (int i = 0; i < oldSets.length; i++) {
      if (oldSets[i] != 0) {
        int at = place(oldSets[i]);
        sets[at] = oldSets[i];
        steps[at] = oldSteps[i];
      }
    }
  }

  /// The step that reached a set.
  int get(long set) {
    int at = place(set);
    if (sets[at] != set) {
      throw new IllegalStateException("the set " + Long.toBinaryString(set) + " was not reached");
    }
    return steps[at];
  }

  private int place(long set) {
    long mixed = set * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & (sets.length - 1);
    while (sets[at] != 0 && sets[at] != set) {
      at = (at + 1) & (sets.length - 1);
    }
    return at;
  }

  int size() {
    return size;
  }
}
