package org.parley.bargain.zone;

/// The possible deficits in one state of a layer: a range for each party, and the index of each
/// vector in a table.
final class LackBox {

  final int[] low;
  final int[] high;
  final int size;
  private final int[] stride;

  private LackBox(int[] low, int[] high, int[] stride, int size) {
    this.low = low;
    this.high = high;
    this.stride = stride;
    this.size = size;
  }

  static LackBox of(long[] low, long[] high) {
    int parties = low.length;
    int[] from = new int[parties];
    int[] to = new int[parties];
    int[] stride = new int[parties];
    long size = 1;
    for (int party = parties - 1; party >= 0; party--) {
      from[party] = (int) low[party];
      to[party] = (int) high[party];
      stride[party] = (int) size;
      size *= Math.max(0, high[party] - low[party] + 1);
    }
    return new LackBox(from, to, stride, (int) size);
  }

  /// Iterates the rows of a table, the last party fastest, with the rows that a step leads to in
  /// the next.
  static final class Row {
    private final LackBox here;
    private final LackBox there;
    private final int[] gain;
    private final int[] lack;
    private final int last;

    /// The end of the part of the first deficit.
    private final int end;

    private final boolean isEmpty;
    private boolean started;
    private int at;
    private int to;

    Row(LackBox here, LackBox there, int[] gain) {
      this(here, there, gain, 0, 1);
    }

    /// The rows of one part of the first deficit, of some; a single row is in the first part.
    Row(LackBox here, LackBox there, int[] gain, int part, int parts) {
      this.here = here;
      this.there = there;
      this.gain = gain;
      last = gain.length - 1;
      lack = here.low.clone();
      if (last > 0) {
        long size = here.high[0] - here.low[0] + 1L;
        lack[0] = (int) (here.low[0] + size * part / parts);
        end = (int) (here.low[0] + size * (part + 1) / parts);
        isEmpty = lack[0] >= end;
      } else {
        end = 0;
        isEmpty = part > 0;
      }
    }

    /// Moves to the next row that leads to a cell.
    boolean next() {
      if (isEmpty || here.size == 0 || there.size == 0 || (started && last < 0)) {
        return false;
      }
      do {
        if (started && !advance()) {
          return false;
        }
        started = true;
      } while (!place());
      return true;
    }

    private boolean advance() {
      for (int party = last - 1; party > 0; party--) {
        if (lack[party] < here.high[party]) {
          lack[party]++;
          return true;
        }
        lack[party] = here.low[party];
      }
      return last > 0 && ++lack[0] < end;
    }

    private boolean place() {
      at = 0;
      to = 0;
      for (int party = 0; party < last; party++) {
        int then = Math.max(0, lack[party] - gain[party]);
        if (then > there.high[party]) {
          return false;
        }
        at += (lack[party] - here.low[party]) * here.stride[party];
        to += (then - there.low[party]) * there.stride[party];
      }
      return true;
    }

    /// The cells of the row that lead to the cell without deficit, and those that lead on one by
    /// one.
    private int flat() {
      return last < 0
          ? 1
          : Math.clamp(
              (long) gain[last] - here.low[last] + 1, 0, here.high[last] - here.low[last] + 1);
    }

    private int end() {
      return last < 0
          ? 1
          : (int)
              Math.min(
                  here.high[last] - here.low[last] + 1L,
                  (long) there.high[last] + gain[last] - here.low[last] + 1);
    }

    private int shift() {
      return last < 0 ? 0 : here.low[last] - gain[last] - there.low[last];
    }

    void pull(long[] before, long[] after, boolean prime) {
      int flat = flat();
      int end = end();
      int shift = to + shift();
      for (int cell = 0; cell < Math.min(flat, end); cell++) {
        before[at + cell] = Residues.add(before[at + cell], after[to], prime);
      }
      if (prime) {
        for (int cell = flat; cell < end; cell++) {
          before[at + cell] = Residues.add(before[at + cell], after[shift + cell], true);
        }
      } else {
        for (int cell = flat; cell < end; cell++) {
          before[at + cell] += after[shift + cell];
        }
      }
    }

    void push(long[] before, long[] after, boolean prime) {
      int flat = flat();
      int end = end();
      int shift = to + shift();
      for (int cell = 0; cell < Math.min(flat, end); cell++) {
        after[to] = Residues.add(after[to], before[at + cell], prime);
      }
      for (int cell = flat; cell < end; cell++) {
        after[shift + cell] = Residues.add(after[shift + cell], before[at + cell], prime);
      }
    }

    long product(long[] before, long[] after, boolean prime) {
      int flat = flat();
      int end = end();
      int shift = to + shift();
      long sum = 0;
      for (int cell = 0; cell < Math.min(flat, end); cell++) {
        sum = Residues.add(sum, Residues.times(before[at + cell], after[to], prime), prime);
      }
      for (int cell = flat; cell < end; cell++) {
        sum =
            Residues.add(sum, Residues.times(before[at + cell], after[shift + cell], prime), prime);
      }
      return sum;
    }
  }
}
