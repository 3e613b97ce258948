package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.log.Change;
import org.parley.guarantees.log.Entry;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.Verdict;
import org.parley.guarantees.log.What;

/// Follows a log as it grows: the same states as [Guarantees#state], folded entry by entry.
///
/// Entries may come in any order. One entry folds again the duties of the incident it is about, for
/// windows also those of the incidents near it, and for terms and voidings those of the commitment.
/// The watch has a moment, which only moves forward; states are those at that moment, on everything
/// accepted so far. Every change is told to a listener, with the entry that caused it.
///
/// One writer; not safe for use by several threads.
public final class Watch {

  /// Second by second up to this many moments; beyond, only where something can change.
  static final int TRIED_WHOLE = 16;

  private static final long KEEPS = Moments.NEVER;

  private final Wards wards;
  private final Dossiers dossiers = new Dossiers();
  private final Quiet quiet = new Quiet();
  private final Dossier terms = new Dossier("");
  private final Wakes wakes = new Wakes();
  private final long[] tally = new long[Lifecycle.values().length];
  private final @Nullable Consumer<Change> listener;
  private final long quietSeconds;
  private long now;
  private long accepted;
  private long strays;
  private long tooLate;

  private Watch(
      List<Commitment> commitments,
      long start,
      long quietSeconds,
      @Nullable Consumer<Change> listener,
      int triedWhole) {
    this.wards = new Wards(commitments, triedWhole);
    this.now = start;
    this.quietSeconds = quietSeconds;
    this.listener = listener;
  }

  /// A watch that remembers everything.
  public static Watch of(
      List<Commitment> commitments, long start, @Nullable Consumer<Change> listener) {
    return new Watch(commitments, start, KEEPS, listener, TRIED_WHOLE);
  }

  /// A watch that forgets an incident once nothing has been told of it, and none of its deadlines
  /// has struck, for `quietSeconds`; what became of its duties stays in [#tally]. Its memory is
  /// that of the incidents of such a stretch. Choose it longer than records can be late: what is
  /// told of an incident it does not remember, and happened more than `quietSeconds` ago, may be
  /// about one it has forgotten; it is counted in [#tooLate] and changes nothing.
  public static Watch forgetting(
      List<Commitment> commitments,
      long start,
      long quietSeconds,
      @Nullable Consumer<Change> listener) {
    return new Watch(commitments, start, quietSeconds, listener, TRIED_WHOLE);
  }

  static Watch trying(List<Commitment> commitments, long start, int triedWhole) {
    return new Watch(commitments, start, KEEPS, null, triedWhole);
  }

  /// Moves on to the moment at which an entry was recorded, then takes it up.
  public void follow(Entry entry) {
    advanceTo(entry.recorded());
    accept(entry);
  }

  /// Takes up an entry at the moment the watch stands at.
  public void accept(Entry entry) {
    accepted++;
    String incident = entry.fact().incident();
    if (incident == null) {
      terms.add(entry);
      for (Ward ward : wards.touchedBy(entry)) {
        ward.setTerms(terms.entries());
        refoldAll(ward, entry);
      }
      return;
    }
    Dossier dossier = dossiers.find(incident);
    if (dossier == null) {
      if (quietSeconds != KEEPS && Moments.plus(entry.latest(), quietSeconds) <= now) {
        tooLate++;
        return;
      }
      dossier = new Dossier(incident);
      dossiers.add(dossier);
      if (quietSeconds != KEEPS) {
        quiet.add(Moments.plus(now, quietSeconds), dossier);
      }
    }
    dossier.add(entry);
    if (quietSeconds != KEEPS) {
      dossier.forgettable =
          Math.max(
              dossier.forgettable,
              Moments.plus(Math.max(entry.latest(), entry.recorded()), quietSeconds));
    }
    if (entry.fact() instanceof Fact.Report(_, What what)) {
      enrol(dossier, what);
    }
    refold(dossier, entry);
    if (!dossier.watched.isEmpty() || entry.supersedes() != null) {
      refoldAround(dossier, entry);
    }
    refoldVoided(dossier, entry);
  }

  private void enrol(Dossier dossier, What what) {
    Wards.Hit hit = wards.hit(what);
    for (int i = 0; i < hit.touched().size(); i++) {
      Ward ward = hit.touched().get(i);
      if (!isWatched(dossier, ward)) {
        dossier.watch(new Dossier.Watched(ward, new Outcome(ward.fold.duties())));
        tally[Lifecycle.DORMANT.position()] += ward.fold.duties();
      }
    }
    for (int i = 0; i < hit.voided().size(); i++) {
      hit.voided().get(i).addVoider(dossier);
      dossier.voids = true;
    }
  }

  private static boolean isWatched(Dossier dossier, Ward ward) {
    for (int i = 0; i < dossier.watched.size(); i++) {
      if (dossier.watched.get(i).ward() == ward) {
        return true;
      }
    }
    return false;
  }

  private void refoldAround(Dossier dossier, Entry because) {
    for (int i = 0; i < dossier.watched.size(); i++) {
      Ward ward = dossier.watched.get(i).ward();
      if (ward.looksAround()) {
        for (Dossier each : ward.around(dossier)) {
          if (each != dossier) {
            refold(each, because);
          }
        }
      }
    }
  }

  private void refoldVoided(Dossier dossier, Entry because) {
    if (!dossier.voids) {
      return;
    }
    for (Ward ward : wards.voidable()) {
      if (ward.hasVoider(dossier)) {
        ward.restand();
        refoldAll(ward, because);
      }
    }
  }

  private void refoldAll(Ward ward, Entry because) {
    for (Dossier each : dossiers.list()) {
      if (isWatched(each, ward)) {
        refold(each, because);
      }
    }
  }

  private void refold(Dossier dossier, @Nullable Entry because) {
    if (dossier.watched.isEmpty()) {
      return;
    }
    long next = Moments.NEVER;
    for (int i = 0; i < dossier.watched.size(); i++) {
      Dossier.Watched watched = dossier.watched.get(i);
      Ward ward = watched.ward();
      if (ward.looksAround() && because != null) {
        ward.place(dossier);
      }
      Outcome outcome = ward.scratch;
      ward.fold(dossier, now, outcome);
      next = Math.min(next, outcome.next);
      settle(dossier, watched, outcome, because);
    }
    if (next != Moments.NEVER && next != dossier.wake) {
      dossier.wake = next;
      wakes.add(next, dossier);
    }
  }

  private void settle(
      Dossier dossier, Dossier.Watched watched, Outcome outcome, @Nullable Entry because) {
    Outcome before = watched.outcome();
    for (int duty = 0; duty < outcome.states.length; duty++) {
      Lifecycle from = before.states[duty];
      Lifecycle to = outcome.states[duty];
      if (from != to) {
        tally[from.position()]--;
        tally[to.position()]++;
        if (listener != null) {
          listener.accept(
              new Change(
                  watched.ward().fold.duty(dossier.incident, duty),
                  from,
                  to,
                  now,
                  because == null ? null : because.id()));
        }
      }
      before.states[duty] = to;
      before.whys[duty] = outcome.whys[duty];
      before.possible[duty] = outcome.possible[duty];
      long deadline = outcome.deadlines[duty];
      before.deadlines[duty] = deadline;
      if (quietSeconds != KEEPS && deadline != Moments.NEVER && deadline != Moments.ALWAYS) {
        dossier.forgettable = Math.max(dossier.forgettable, Moments.plus(deadline, quietSeconds));
      }
    }
  }

  /// Moves on to `moment`; what time alone changes is told on the way, each change at its moment.
  public void advanceTo(long moment) {
    while (wakes.first() <= moment) {
      long at = wakes.first();
      Dossier dossier = wakes.poll();
      if (dossier == null || dossier.wake != at) {
        continue;
      }
      now = Math.max(now, at);
      dossier.wake = Moments.NEVER;
      refold(dossier, null);
    }
    now = Math.max(now, moment);
    for (Dossier each = quiet.poll(now); each != null; each = quiet.poll(now)) {
      if (each.forgettable <= now && each.wake == Moments.NEVER && !each.voids) {
        forget(each);
      } else {
        quiet.add(Moments.plus(now, quietSeconds), each);
      }
    }
  }

  private void forget(Dossier dossier) {
    if (dossier.watched.isEmpty()) {
      strays += dossier.size();
    }
    for (int i = 0; i < dossier.watched.size(); i++) {
      dossier.watched.get(i).ward().remove(dossier);
    }
    dossiers.remove(dossier);
  }

  /// The moment it stands at.
  public long now() {
    return now;
  }

  /// How many entries it has accepted.
  public long accepted() {
    return accepted;
  }

  /// How many entries were forgotten that were about no incident anything answers to.
  public long strays() {
    return strays;
  }

  /// How many entries came too late to be taken up; see [#forgetting].
  public long tooLate() {
    return tooLate;
  }

  /// How many incidents it has in memory.
  public int remembered() {
    return dossiers.size();
  }

  /// How many duties stand in each state, the forgotten ones included. A duty whose reports were
  /// all retracted counts as dormant.
  public Map<Lifecycle, Long> tally() {
    Map<Lifecycle, Long> result = new EnumMap<>(Lifecycle.class);
    for (Lifecycle each : Lifecycle.values()) {
      result.put(each, tally[each.position()]);
    }
    return result;
  }

  /// The verdicts on everything in memory, at the moment it stands at, with everything accepted
  /// taken as known.
  public List<Verdict> state() {
    List<Verdict> verdicts = new ArrayList<>();
    for (Dossier dossier : dossiers.list()) {
      for (Dossier.Watched watched : dossier.watched) {
        Ward ward = watched.ward();
        if (ward.fold.concerns(dossier)) {
          Outcome outcome = new Outcome(ward.fold.duties());
          ward.fold(dossier, now, outcome);
          verdicts.addAll(ward.verdicts(dossier, outcome, now, Moments.NEVER));
        }
      }
    }
    verdicts.sort(Comparator.comparing(Verdict::duty));
    return List.copyOf(verdicts);
  }

  @Override
  public String toString() {
    return "Watch[at " + Moments.text(now) + ", " + Arrays.toString(tally) + "]";
  }
}
