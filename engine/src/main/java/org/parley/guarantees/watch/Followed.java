package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.fold.Dossier;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;

/// The dossier of an incident, with its last evaluation and the moment of the next.
final class Followed extends Dossier {

  /// The hash of the incident, never 0.
  final int hash;

  /// The moment of the next evaluation by the watch.
  long wake = Moments.NEVER;

  /// The moment from which the watch may forget it.
  long forgettable = Moments.ALWAYS;

  /// The last evaluation for the first commitment that watches it; the others follow, by number.
  @Nullable Watched watched;

  /// The commitments it may void.
  List<Ward> voided = List.of();

  /// The commitments affected by its last report.
  Wards.@Nullable Hit hit;

  private List<Followed> alone = List.of();

  private boolean isForgotten;

  /// The last states of the duties of one commitment for one incident.
  static final class Watched {
    final Ward ward;
    final Followed dossier;
    private final byte[] states;

    /// Links the record of the next commitment.
    @Nullable Watched next;

    private Watched(Ward ward, Followed dossier) {
      this.ward = ward;
      this.dossier = dossier;
      this.states = new byte[ward.duties()];
    }

    Lifecycle get(int duty) {
      return Lifecycle.at(states[duty]);
    }

    void set(int duty, Lifecycle state) {
      states[duty] = (byte) state.position();
    }
  }

  Followed(String incident) {
    super(incident);
    this.hash = Dossiers.hash(incident);
  }

  /// Whether the watch has forgotten it.
  boolean isForgotten() {
    return isForgotten;
  }

  /// Releases all memory.
  void forget() {
    isForgotten = true;
    watched = null;
    clear();
  }

  /// A singleton list, for an incident without neighbours.
  List<Followed> alone() {
    if (alone.isEmpty()) {
      alone = List.of(this);
    }
    return alone;
  }

  /// Subscribes commitments, given by number, and enters new subscriptions in the rolls; returns
  /// the number of new duties, all dormant.
  int watch(List<Ward> wards, Rolls rolls) {
    int duties = 0;
    Watched before = null;
    for (int i = 0; i < wards.size(); i++) {
      Ward ward = wards.get(i);
      Watched here = before == null ? watched : before.next;
      while (here != null && here.ward.number < ward.number) {
        before = here;
        here = here.next;
      }
      if (here == null || here.ward != ward) {
        Watched one = new Watched(ward, this);
        one.next = here;
        if (before == null) {
          watched = one;
        } else {
          before.next = one;
        }
        rolls.note(one);
        duties += ward.duties();
        before = one;
      } else {
        before = here;
      }
    }
    return duties;
  }

  /// Records that it may void a commitment; returns whether that is new.
  boolean voids(Ward ward) {
    if (voided.contains(ward)) {
      return false;
    }
    if (voided.isEmpty()) {
      voided = new ArrayList<>(1);
    }
    return voided.add(ward);
  }
}
