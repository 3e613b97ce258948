package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.guarantees.watch.Followed.Watched;

/// Subscriptions in order of enrolment. Forgotten ones are removed when space runs out.
final class Roll {

  private Watched[] enrolled = {};
  private int size;

  void add(Watched one) {
    if (size == enrolled.length) {
      sweep();
      if (2 * size >= enrolled.length) {
        enrolled = Arrays.copyOf(enrolled, Math.max(1, 2 * enrolled.length));
      }
    }
    enrolled[size++] = one;
  }

  private void sweep() {
    int left = 0;
    for (int i = 0; i < size; i++) {
      if (!enrolled[i].dossier.isForgotten()) {
        enrolled[left++] = enrolled[i];
      }
    }
    Arrays.fill(enrolled, left, size, null);
    size = left;
  }

  void clear() {
    Arrays.fill(enrolled, 0, size, null);
    size = 0;
  }

  /// The current subscriptions.
  List<Watched> now() {
    List<Watched> result = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      if (!enrolled[i].dossier.isForgotten()) {
        result.add(enrolled[i]);
      }
    }
    return result;
  }
}
