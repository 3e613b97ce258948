package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.fold.Outcome;
import org.parley.guarantees.fold.Standing;
import org.parley.guarantees.fold.Worlds;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.DutyChange;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.guarantees.watch.Followed.Watched;

/// Follows a growing event log incrementally, with the states of
/// `Guarantees.stateWithConsequences`.
///
/// Entries may arrive in any order. One entry re-folds the duties of its incident, of neighbouring
/// incidents for windows, and of the commitment for terms and voidings. The watch has a moment that
/// only moves forward; states are those at that moment, on everything accepted so far. A listener
/// gets every change with the entry that caused it. Single writer; not thread-safe.
public final class Watch {

  private static final long KEEPS = Moments.NEVER;

  private final Wards wards;
  private final Dossiers dossiers = new Dossiers();
  private final Rolls rolls = new Rolls();
  private final Quiet quiet = new Quiet();
  private final Terms terms;
  private final Wakes wakes = new Wakes();
  private final long[] tally = new long[Lifecycle.values().length];
  private final @Nullable Consumer<DutyChange> listener;

  /// The breaches with dependents; null if there are none.
  private final @Nullable Breaches breaches;

  /// The changes of one step with cascading breaches: only the net change counts.
  private final Map<Duty, DutyChange> step = new LinkedHashMap<>();

  private Outcome scratch = Outcome.ofStates(0);

  private final long quietSeconds;
  private long now;
  private long accepted;
  private long tooLate;
  private long folds;

  private Watch(
      List<Commitment> commitments,
      long start,
      long quietSeconds,
      @Nullable Consumer<DutyChange> listener,
      int mostBoxes) {
    this.wards = new Wards(commitments, mostBoxes);
    this.terms = new Terms(wards);
    this.breaches = wards.hasLinks() ? new Breaches() : null;
    this.now = start;
    this.quietSeconds = quietSeconds;
    this.listener = listener;
  }

  /// A watch without forgetting.
  public static Watch of(
      List<Commitment> commitments, long start, @Nullable Consumer<DutyChange> listener) {
    return new Watch(commitments, start, KEEPS, listener, Worlds.MOST_BOXES);
  }

  /// A watch that forgets quiet incidents.
  ///
  /// An incident is forgotten once it had no report and no deadline for `quietSeconds`; its duties
  /// stay in [#tally]. Memory is that of the incidents of such a period. Choose it longer than
  /// records can be late. A late entry about an unknown incident that happened more than
  /// `quietSeconds` ago may concern a forgotten one. It is counted in [#tooLate] and changes
  /// nothing.
  public static Watch forgetting(
      List<Commitment> commitments,
      long start,
      long quietSeconds,
      @Nullable Consumer<DutyChange> listener) {
    return new Watch(commitments, start, quietSeconds, listener, Worlds.MOST_BOXES);
  }

  /// Advances to the moment at which an entry was recorded, then accepts it.
  public void follow(LoggedFact entry) {
    advanceTo(entry.recorded());
    accept(entry);
  }

  /// Accepts an entry at the current moment of the watch.
  public void accept(LoggedFact entry) {
    accepted++;
    String incident = entry.fact().incident();
    if (incident == null) {
      Standing like = null;
      for (Ward ward : terms.add(entry)) {
        like = ward.restand(like);
        refoldAll(ward, entry);
      }
      settleBreaches(entry);
      return;
    }
    Wards.Hit hit =
        entry.fact() instanceof Fact.Report(_, What what) ? wards.hit(what) : Wards.NOTHING;
    int place = dossiers.find(incident);
    Followed dossier = place == Dossiers.NONE ? null : dossiers.dossierAt(place);
    if (dossier == null) {
      LoggedFact lone = place == Dossiers.NONE ? null : dossiers.loneAt(place);
      if (lone == null) {
        if (quietSeconds != KEEPS && Moments.plus(entry.latest(), quietSeconds) <= now) {
          tooLate++;
          return;
        }
        if (hit.isNothing()) {
          dossiers.addLone(entry, incident);
          if (quietSeconds != KEEPS) {
            quiet.add(Moments.plus(now, quietSeconds), entry);
          }
          return;
        }
        dossier = open(incident);
      } else {
        dossier = new Followed(incident);
        dossiers.replace(place, dossier);
        begin(dossier);
        add(dossier, lone);
      }
    }
    Set<Followed> near = around(dossier);
    add(dossier, entry);
    enrol(dossier, hit);
    refold(dossier, entry);
    refoldAround(dossier, near, entry);
    refoldVoided(dossier, entry);
    settleBreaches(entry);
  }

  private Followed open(String incident) {
    Followed dossier = new Followed(incident);
    dossiers.add(dossier);
    begin(dossier);
    return dossier;
  }

  private void begin(Followed dossier) {
    if (quietSeconds != KEEPS) {
      quiet.add(Moments.plus(now, quietSeconds), dossier);
    }
  }

  private void add(Followed dossier, LoggedFact entry) {
    dossier.add(entry);
    if (quietSeconds != KEEPS) {
      dossier.forgettable = Math.max(dossier.forgettable, forgettable(entry));
    }
  }

  private long forgettable(LoggedFact entry) {
    return Moments.plus(Math.max(entry.latest(), entry.recorded()), quietSeconds);
  }

  private void enrol(Followed dossier, Wards.Hit hit) {
    if (hit.isNothing() || hit.equals(dossier.hit)) {
      return;
    }
    dossier.hit = hit;
    if (hit.touched().size() == 1) {
      hit.touched().getFirst().enter(dossier);
    }
    tally[Lifecycle.DORMANT.position()] += dossier.watch(hit.touched(), rolls);
    for (int i = 0; i < hit.voided().size(); i++) {
      hit.voided().get(i).addVoider(dossier);
    }
  }

  /// Derives the consequences of breaches that appeared or disappeared.
  private void settleBreaches(@Nullable LoggedFact because) {
    if (breaches == null) {
      return;
    }
    breaches.settle(
        new Breaches.Follower() {
          @Override
          public void withdraw(LoggedFact report) {
            derive(report, false, because);
          }

          @Override
          public void take(LoggedFact report) {
            derive(report, true, because);
          }
        });
    if (listener != null) {
      step.values().stream().filter(each -> each.from() != each.to()).forEach(listener);
    }
    step.clear();
  }

  private void derive(LoggedFact report, boolean isTaken, @Nullable LoggedFact because) {
    if (!(report.fact() instanceof Fact.Report(String incident, What what))) {
      throw new IllegalStateException("a breach is reported, not " + report.fact());
    }
    int place = dossiers.find(incident);
    Followed dossier = place == Dossiers.NONE ? null : dossiers.dossierAt(place);
    if (dossier == null) {
      LoggedFact lone = place == Dossiers.NONE ? null : dossiers.loneAt(place);
      if (!isTaken && lone == null) {
        return;
      }
      if (lone == null) {
        dossier = open(incident);
      } else {
        dossier = new Followed(incident);
        dossiers.replace(place, dossier);
        begin(dossier);
        add(dossier, lone);
      }
    }
    Set<Followed> near = around(dossier);
    if (isTaken) {
      dossier.add(report);
      enrol(dossier, wards.hit(what));
    } else {
      dossier.remove(report);
    }
    for (Watched each = dossier.watched; each != null; each = each.next) {
      each.ward.place(dossier);
    }
    refold(dossier, because);
    refoldAround(dossier, near, because);
    refoldVoided(dossier, because);
  }

  /// The other incidents with duties that may depend on this one at its current time.
  private Set<Followed> around(Followed dossier) {
    Set<Followed> near = Set.of();
    for (Watched each = dossier.watched; each != null; each = each.next) {
      Ward ward = each.ward;
      if (ward.looksAround()) {
        near = near.isEmpty() ? new LinkedHashSet<>() : near;
        near.addAll(ward.dependents(dossier));
      }
    }
    return near;
  }

  /// Re-folds the dependents of an incident, before and after its change.
  private void refoldAround(Followed dossier, Set<Followed> before, @Nullable LoggedFact because) {
    Set<Followed> near = around(dossier);
    if (!before.isEmpty()) {
      near = new LinkedHashSet<>(near);
      near.addAll(before);
    }
    for (Followed each : near) {
      refold(each, because);
    }
  }

  private void refoldVoided(Followed dossier, @Nullable LoggedFact because) {
    for (int i = 0; i < dossier.voided.size(); i++) {
      Ward ward = dossier.voided.get(i);
      if (ward.weigh(dossier)) {
        ward.restand(null);
        refoldAll(ward, because);
      }
    }
  }

  private void refoldAll(Ward ward, @Nullable LoggedFact because) {
    for (Watched each : rolls.of(ward)) {
      refold(each.dossier, because);
    }
  }

  private void refold(Followed dossier, @Nullable LoggedFact because) {
    long next = Moments.NEVER;
    for (Watched watched = dossier.watched; watched != null; watched = watched.next) {
      Ward ward = watched.ward;
      if (because != null) {
        ward.place(dossier);
      }
      Outcome outcome = scratch(ward);
      ward.follow(dossier, now, outcome);
      folds += outcome.folds;
      next = Math.min(next, outcome.next);
      settle(dossier, watched, outcome, because);
    }
    if (next != Moments.NEVER && next != dossier.wake) {
      dossier.wake = next;
      wakes.add(next, dossier);
    }
  }

  /// The buffer to fold into. For commitments with dependents, the beginning of a breach counts
  /// beside the state.
  private Outcome scratch(Ward ward) {
    int duties = ward.duties();
    if (scratch.states.length != duties || scratch.isBrief == ward.isLinked) {
      scratch = ward.isLinked ? new Outcome(duties) : Outcome.ofStates(duties);
    }
    return scratch;
  }

  private void settle(
      Followed dossier, Watched watched, Outcome outcome, @Nullable LoggedFact because) {
    Ward ward = watched.ward;
    for (int duty = 0; duty < outcome.states.length; duty++) {
      Lifecycle from = watched.get(duty);
      Lifecycle to = outcome.states[duty];
      if (from != to) {
        tally[from.position()]--;
        tally[to.position()]++;
        if (listener != null) {
          tell(
              new DutyChange(
                  ward.duty(dossier.incident, duty),
                  from,
                  to,
                  now,
                  because == null ? null : because.id()),
              listener);
        }
      }
      if (ward.isLinked && breaches != null) {
        breaches.note(ward.duty(dossier.incident, duty), outcome.broken[duty]);
      }
      watched.set(duty, to);
      long deadline = outcome.deadlines[duty];
      if (quietSeconds != KEEPS && deadline != Moments.NEVER && deadline != Moments.ALWAYS) {
        dossier.forgettable = Math.max(dossier.forgettable, Moments.plus(deadline, quietSeconds));
      }
    }
  }

  private void tell(DutyChange change, Consumer<DutyChange> to) {
    if (breaches == null) {
      to.accept(change);
      return;
    }
    DutyChange before = step.get(change.duty());
    step.put(
        change.duty(),
        before == null
            ? change
            : new DutyChange(
                change.duty(), before.from(), change.to(), change.at(), change.because()));
  }

  /// Advances to `moment`; reports each change by time alone at its moment.
  public void advanceTo(long moment) {
    while (wakes.first() <= moment) {
      long at = wakes.first();
      Followed dossier = wakes.poll();
      if (dossier != null && dossier.wake == at) {
        now = Math.max(now, at);
        dossier.wake = Moments.NEVER;
        refold(dossier, null);
      }
      if (wakes.first() != at) {
        // Breaches of one moment are derived together.
        settleBreaches(null);
      }
    }
    now = Math.max(now, moment);
    for (Object each = quiet.poll(now); each != null; each = quiet.poll(now)) {
      if (each instanceof Followed dossier) {
        grow(dossier);
      } else if (each instanceof LoggedFact lone) {
        grow(lone);
      }
    }
  }

  private void grow(Followed dossier) {
    if (dossier.forgettable <= now && dossier.wake == Moments.NEVER && dossier.voided.isEmpty()) {
      forget(dossier);
    } else {
      quiet.add(Moments.plus(now, quietSeconds), dossier);
    }
  }

  private void grow(LoggedFact lone) {
    String incident = lone.fact().incident();
    int place = incident == null ? Dossiers.NONE : dossiers.find(incident);
    if (place == Dossiers.NONE || !lone.equals(dossiers.loneAt(place))) {
      return;
    }
    if (forgettable(lone) <= now) {
      dossiers.remove(place);
    } else {
      quiet.add(Moments.plus(now, quietSeconds), lone);
    }
  }

  private void forget(Followed dossier) {
    for (Watched watched = dossier.watched; watched != null; watched = watched.next) {
      Ward ward = watched.ward;
      ward.forget(dossier);
      if (ward.isLinked && breaches != null) {
        for (int duty = 0; duty < ward.duties(); duty++) {
          breaches.forget(ward.duty(dossier.incident, duty));
        }
      }
    }
    int place = dossiers.find(dossier.incident);
    if (place != Dossiers.NONE) {
      dossiers.remove(place);
    }
    dossier.forget();
  }

  /// The current moment.
  public long now() {
    return now;
  }

  /// The number of entries accepted.
  public long accepted() {
    return accepted;
  }

  /// The number of entries that came too late; see [#forgetting].
  public long tooLate() {
    return tooLate;
  }

  /// The number of folds so far: a machine-independent measure of cost.
  public long folds() {
    return folds;
  }

  /// The number of incidents in memory.
  public int remembered() {
    return dossiers.size();
  }

  /// The number of duties in each state, forgotten ones included. A duty with all reports retracted
  /// counts as dormant.
  public Map<Lifecycle, Long> tally() {
    Map<Lifecycle, Long> result = new EnumMap<>(Lifecycle.class);
    for (Lifecycle each : Lifecycle.values()) {
      result.put(each, tally[each.position()]);
    }
    return result;
  }

  /// The verdicts on everything in memory, at the current moment, with everything accepted taken as
  /// known.
  public List<DutyVerdict> state() {
    List<DutyVerdict> verdicts = new ArrayList<>();
    for (Followed dossier : dossiers.list()) {
      for (Watched watched = dossier.watched; watched != null; watched = watched.next) {
        Ward ward = watched.ward;
        if (ward.concerns(dossier)) {
          Outcome outcome = new Outcome(ward.duties());
          ward.refold(dossier, now, outcome);
          verdicts.addAll(ward.verdicts(dossier, outcome, now, Moments.NEVER));
        }
      }
    }
    verdicts.sort(Comparator.comparing(DutyVerdict::duty));
    return List.copyOf(verdicts);
  }

  @Override
  public String toString() {
    return "Watch[at " + Moments.text(now) + ", " + Arrays.toString(tally) + "]";
  }
}
