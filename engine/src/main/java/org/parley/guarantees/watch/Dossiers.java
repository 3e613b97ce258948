package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.log.LoggedFact;

/// Dossiers by incident: a hash table with linear probing and adjacent hashes (Knuth, "The Art of
/// Computer Programming" 3, algorithm 6.4 L and R).
///
/// A lone entry that matches nothing is stored as itself; most reports of a war are of that kind.
final class Dossiers {

  /// The index of a missing entry.
  static final int NONE = -1;

  private int[] hashes = new int[64];
  private @Nullable Object[] held = new Object[64];
  private int size;

  /// A hash that is never 0, since 0 marks a free slot.
  static int hash(String incident) {
    return scattered(incident.hashCode());
  }

  /// A hash spread over all bits, never 0.
  static int scattered(int hash) {
    int scattered = hash * 0x9E3779B9;
    scattered ^= scattered >>> 15;
    return scattered == 0 ? 1 : scattered;
  }

  int size() {
    return size;
  }

  /// The slot of an incident; [#NONE] if it is missing.
  int find(String incident) {
    int hash = hash(incident);
    int mask = hashes.length - 1;
    for (int at = hash & mask; hashes[at] != 0; at = (at + 1) & mask) {
      if (hashes[at] == hash && incident.equals(incidentOf(held[at]))) {
        return at;
      }
    }
    return NONE;
  }

  private static @Nullable String incidentOf(@Nullable Object one) {
    return one instanceof Followed dossier
        ? dossier.incident
        : one instanceof LoggedFact entry ? entry.fact().incident() : null;
  }

  /// The dossier in a slot; null if it holds a lone entry.
  @Nullable Followed dossierAt(int place) {
    return held[place] instanceof Followed dossier ? dossier : null;
  }

  /// The lone entry in a slot; null if it holds a dossier.
  @Nullable LoggedFact loneAt(int place) {
    return held[place] instanceof LoggedFact entry ? entry : null;
  }

  /// Replaces a lone entry by the dossier that begins with it.
  void replace(int place, Followed dossier) {
    held[place] = dossier;
  }

  /// Adds the dossier of a new incident.
  void add(Followed dossier) {
    add(dossier.hash, dossier);
  }

  /// Adds the lone entry of a new incident.
  void addLone(LoggedFact entry, String incident) {
    add(hash(incident), entry);
  }

  private void add(int hash, Object one) {
    if (4 * (size + 1) > 3 * hashes.length) {
      grow();
    }
    put(hash, one);
    size++;
  }

  private void put(int hash, Object one) {
    int mask = hashes.length - 1;
    int at = hash & mask;
    while (hashes[at] != 0) {
      at = (at + 1) & mask;
    }
    hashes[at] = hash;
    held[at] = one;
  }

  private void grow() {
    int[] oldHashes = hashes;
    @Nullable Object[] old = held;
    hashes = new int[2 * oldHashes.length];
    held = new Object[2 * old.length];
    for (int i = 0; i < old.length; i++) {
      Object one = old[i];
      if (one != null) {
        put(oldHashes[i], one);
      }
    }
  }

  void remove(int place) {
    int mask = hashes.length - 1;
    size--;
    // Backward shift, so that no probe ends too early.
    int free = place;
    for (int next = (place + 1) & mask; hashes[next] != 0; next = (next + 1) & mask) {
      int home = hashes[next] & mask;
      boolean isBetween = ((next - home) & mask) < ((next - free) & mask);
      if (!isBetween) {
        hashes[free] = hashes[next];
        held[free] = held[next];
        free = next;
      }
    }
    hashes[free] = 0;
    held[free] = null;
  }

  /// A snapshot of all dossiers.
  List<Followed> list() {
    List<Followed> all = new ArrayList<>();
    for (Object each : held) {
      if (each instanceof Followed dossier) {
        all.add(dossier);
      }
    }
    return all;
  }
}
