package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The dossiers by incident: a hash table with linear probing whose hashes lie side by side, so
/// that a lookup touches little memory beside the dossier it finds (Knuth, "The Art of Computer
/// Programming" 3, algorithm 6.4 L and R).
final class Dossiers {

  private int[] hashes = new int[64];
  private @Nullable Dossier[] dossiers = new Dossier[64];
  private int size;

  /// A hash that is never 0, which says that a place is free.
  static int hash(String incident) {
    int hash = incident.hashCode() * 0x9E3779B9;
    hash ^= hash >>> 15;
    return hash == 0 ? 1 : hash;
  }

  int size() {
    return size;
  }

  @Nullable Dossier find(String incident) {
    int hash = hash(incident);
    int mask = hashes.length - 1;
    for (int at = hash & mask; hashes[at] != 0; at = (at + 1) & mask) {
      Dossier dossier = dossiers[at];
      if (hashes[at] == hash && dossier != null && dossier.incident.equals(incident)) {
        return dossier;
      }
    }
    return null;
  }

  /// Adds a dossier of an incident that has none.
  void add(Dossier dossier) {
    if (4 * (size + 1) > 3 * hashes.length) {
      grow();
    }
    put(dossier.hash, dossier);
    size++;
  }

  private void put(int hash, Dossier dossier) {
    int mask = hashes.length - 1;
    int at = hash & mask;
    while (hashes[at] != 0) {
      at = (at + 1) & mask;
    }
    hashes[at] = hash;
    dossiers[at] = dossier;
  }

  private void grow() {
    int[] oldHashes = hashes;
    @Nullable Dossier[] old = dossiers;
    hashes = new int[2 * oldHashes.length];
    dossiers = new Dossier[2 * old.length];
    for (int i = 0; i < old.length; i++) {
      Dossier dossier = old[i];
      if (dossier != null) {
        put(oldHashes[i], dossier);
      }
    }
  }

  void remove(Dossier dossier) {
    int mask = hashes.length - 1;
    int at = dossier.hash & mask;
    while (dossiers[at] != dossier) {
      if (hashes[at] == 0) {
        return;
      }
      at = (at + 1) & mask;
    }
    size--;
    // what lies behind moves up, so that no search ends too early
    int free = at;
    for (int next = (at + 1) & mask; hashes[next] != 0; next = (next + 1) & mask) {
      int home = hashes[next] & mask;
      boolean isBetween = ((next - home) & mask) < ((next - free) & mask);
      if (!isBetween) {
        hashes[free] = hashes[next];
        dossiers[free] = dossiers[next];
        free = next;
      }
    }
    hashes[free] = 0;
    dossiers[free] = null;
  }

  /// All of them, as they are now.
  List<Dossier> list() {
    List<Dossier> all = new ArrayList<>(size);
    for (Dossier each : dossiers) {
      if (each != null) {
        all.add(each);
      }
    }
    return all;
  }
}
