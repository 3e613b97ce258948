package org.parley.guarantees.watch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Opened dossiers and lone entries in order of the moment at which they may be forgotten: a
/// growing ring buffer.
final class Quiet {

  private long[] moments = new long[64];
  private @Nullable Object[] held = new Object[64];
  private int head;
  private int size;

  /// Adds an entry with a moment no earlier than those before it.
  void add(long moment, Object one) {
    if (size == moments.length) {
      moments = Arrays.copyOf(turned(moments), 2 * size);
      held = Arrays.copyOf(turned(held), 2 * size);
      head = 0;
    }
    int at = (head + size) & (moments.length - 1);
    moments[at] = moment;
    held[at] = one;
    size++;
  }

  private long[] turned(long[] ring) {
    long[] turned = new long[ring.length];
    System.arraycopy(ring, head, turned, 0, ring.length - head);
    System.arraycopy(ring, 0, turned, ring.length - head, head);
    return turned;
  }

  private @Nullable Object[] turned(@Nullable Object[] ring) {
    @Nullable Object[] turned = new Object[ring.length];
    System.arraycopy(ring, head, turned, 0, ring.length - head);
    System.arraycopy(ring, 0, turned, ring.length - head, head);
    return turned;
  }

  /// The first entry due by `now`; null if there is none.
  @Nullable Object poll(long now) {
    if (size == 0 || moments[head] > now) {
      return null;
    }
    Object first = held[head];
    held[head] = null;
    head = (head + 1) & (moments.length - 1);
    size--;
    return first;
  }
}
