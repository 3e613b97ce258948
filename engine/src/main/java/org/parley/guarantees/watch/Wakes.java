package org.parley.guarantees.watch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.log.Moments;

/// A timer queue: a binary heap of moments.
final class Wakes {

  private long[] moments = new long[64];
  private Followed[] dossiers = new Followed[64];
  private int size;

  void add(long moment, Followed dossier) {
    if (size == moments.length) {
      moments = Arrays.copyOf(moments, 2 * size);
      dossiers = Arrays.copyOf(dossiers, 2 * size);
    }
    int at = size++;
    while (at > 0 && moments[(at - 1) >>> 1] > moment) {
      int parent = (at - 1) >>> 1;
      moments[at] = moments[parent];
      dossiers[at] = dossiers[parent];
      at = parent;
    }
    moments[at] = moment;
    dossiers[at] = dossier;
  }

  /// The first moment; [Moments#NEVER] where there is none.
  long first() {
    return size == 0 ? Moments.NEVER : moments[0];
  }

  @Nullable Followed poll() {
    if (size == 0) {
      return null;
    }
    Followed first = dossiers[0];
    long moment = moments[--size];
    Followed dossier = dossiers[size];
    dossiers[size] = dossiers[0];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && moments[child + 1] < moments[child]) {
        child++;
      }
      if (moments[child] >= moment) {
        break;
      }
      moments[at] = moments[child];
      dossiers[at] = dossiers[child];
      at = child;
    }
    moments[at] = moment;
    dossiers[at] = dossier;
    return first;
  }
}
