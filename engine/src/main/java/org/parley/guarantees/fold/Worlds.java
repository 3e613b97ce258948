package org.parley.guarantees.fold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.fold.Outcome.Why;
import org.parley.guarantees.log.Entry;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;

/// Folds in every world that the times on record allow, as far as they can differ.
///
/// A short stretch is tried second by second. In a long one only the moments matter at which
/// something can change: the ends of all stretches, the moment asked about, and these moved by the
/// periods of the commitment. Beyond a bound on the number of worlds the answer is that it is not
/// determined, which claims nothing.
public final class Worlds {

  private static final int MOST_WORLDS = 4_096;

  /// How many unsure things there can be in so many worlds.
  private static final int MOST_UNSURE = 12;

  /// By how many days a month can be shorter than another, and one more.
  private static final int MOST_SHORTER = 4;

  private final Fold fold;
  private final int triedWhole;

  private Worlds(Fold fold, int triedWhole) {
    this.fold = fold;
    this.triedWhole = triedWhole;
  }

  /// Folds `dossier` at `t` into `out`.
  ///
  /// @param triedWhole up to how many moments a stretch is tried second by second
  /// @param around the incidents its trigger and tiers may look at, this one included
  /// @param voiders the incidents that may void the commitment
  /// @param exact the term where nothing about it is unsure
  public static void fold(
      Fold fold,
      int triedWhole,
      Dossier dossier,
      List<? extends Dossier> around,
      List<Entry> terms,
      List<? extends Dossier> voiders,
      Standing exact,
      long t,
      Outcome out) {
    if (isExact(dossier, around, terms, voiders)) {
      fold.fold(dossier, around, exact, World.EXACT, t, out);
    } else {
      new Worlds(fold, triedWhole).fold(dossier, around, terms, voiders, t, out);
    }
  }

  private void fold(
      Dossier dossier,
      List<? extends Dossier> around,
      List<Entry> terms,
      List<? extends Dossier> voiders,
      long t,
      Outcome out) {
    if (dossier.latest() != Moments.NEVER
        && dossier.latest() < Standing.inForceAtTheEarliest(fold.commitment, terms)) {
      dormant(dossier, t, out);
      return;
    }
    if (isBeyond(dossier, around, terms, voiders)) {
      undetermined(out);
      return;
    }
    List<Object> unsure = new ArrayList<>();
    TreeSet<Long> ends = new TreeSet<>();
    for (Dossier each : around) {
      collect(each, unsure, ends);
    }
    if (!around.contains(dossier)) {
      collect(dossier, unsure, ends);
    }
    for (Dossier each : voiders) {
      if (!around.contains(each) && !each.equals(dossier)) {
        collect(each, unsure, ends);
      }
    }
    for (Entry entry : terms) {
      collect(entry, unsure, ends);
      if (entry.fact() instanceof Fact.Extension(_, long until)) {
        ends.add(until);
      }
    }
    List<long[]> choices = new ArrayList<>();
    NavigableSet<Long> steady = critical(ends);
    NavigableSet<Long> critical = critical(Set.of(t));
    critical.addAll(steady);
    long worlds = 1;
    for (Object each : unsure) {
      long[] moments = moments(each, critical);
      choices.add(moments);
      worlds = Math.min(MOST_WORLDS + 1L, worlds * moments.length);
    }
    if (worlds > MOST_WORLDS) {
      undetermined(out);
      Long next = steady.higher(t);
      out.next = next == null ? Moments.NEVER : next;
      return;
    }
    new Enumeration(dossier, around, terms, voiders, t, unsure, choices, steady).into(out);
  }

  private static boolean isExact(
      Dossier dossier,
      List<? extends Dossier> around,
      List<Entry> terms,
      List<? extends Dossier> voiders) {
    if (!dossier.isExact()) {
      return false;
    }
    for (int i = 0; i < around.size(); i++) {
      if (!around.get(i).isExact()) {
        return false;
      }
    }
    for (int i = 0; i < voiders.size(); i++) {
      if (!voiders.get(i).isExact()) {
        return false;
      }
    }
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).earliest() != terms.get(i).latest()) {
        return false;
      }
    }
    return true;
  }

  /// Whether more is unsure than there can be worlds for, whatever moment is asked about: each
  /// thing that is unsure at least doubles them.
  private static boolean isBeyond(
      Dossier dossier,
      List<? extends Dossier> around,
      List<Entry> terms,
      List<? extends Dossier> voiders) {
    int unsure = unsure(dossier);
    for (int i = 0; i < around.size() && unsure <= MOST_UNSURE; i++) {
      unsure += around.get(i).equals(dossier) ? 0 : unsure(around.get(i));
    }
    for (int i = 0; i < voiders.size() && unsure <= MOST_UNSURE; i++) {
      Dossier voider = voiders.get(i);
      unsure += voider.equals(dossier) || around.contains(voider) ? 0 : unsure(voider);
    }
    for (int i = 0; i < terms.size() && unsure <= MOST_UNSURE; i++) {
      unsure += terms.get(i).earliest() == terms.get(i).latest() ? 0 : 1;
    }
    return unsure > MOST_UNSURE;
  }

  private static int unsure(Dossier dossier) {
    if (dossier.isExact()) {
      return 0;
    }
    int unsure = dossier.earliest() == dossier.latest() ? 0 : 1;
    for (Entry entry : dossier.entries()) {
      boolean counts = !(entry.fact() instanceof Fact.Report) && entry.earliest() != entry.latest();
      unsure += counts ? 1 : 0;
    }
    return unsure;
  }

  private static void collect(Dossier dossier, List<Object> unsure, Set<Long> ends) {
    if (dossier.earliest() != dossier.latest()) {
      unsure.add(dossier);
    }
    ends.add(dossier.earliest());
    ends.add(dossier.latest());
    for (Entry entry : dossier.entries()) {
      if (!(entry.fact() instanceof Fact.Report)) {
        collect(entry, unsure, ends);
      } else {
        ends.add(entry.reported());
      }
    }
  }

  private static void collect(Entry entry, List<Object> unsure, Set<Long> ends) {
    if (entry.earliest() != entry.latest()) {
      unsure.add(entry);
    }
    ends.add(entry.earliest());
    ends.add(entry.latest());
  }

  /// The moments at which something can change.
  private NavigableSet<Long> critical(Set<Long> ends) {
    List<Period> periods = new ArrayList<>(fold.commitment.windows().map(Window::length).toList());
    if (fold.commitment.term().lasts() != null) {
      periods.add(fold.commitment.term().lasts());
    }
    if (fold.commitment.escalation() instanceof Escalation.Automatic(Period after)) {
      periods.add(after);
    }
    TreeSet<Long> critical = new TreeSet<>();
    for (long end : ends) {
      around(end, critical);
      for (Period period : periods) {
        around(period.after(end), critical);
        reaching(period, end, critical);
      }
    }
    return critical;
  }

  private static void around(long moment, Set<Long> into) {
    for (int i = -2; i <= 2; i++) {
      into.add(Moments.plus(moment, i));
    }
  }

  /// The moments at which the period begins or ceases to reach `end`. With a calendar there can be
  /// one on each of several days, since these may lead to one day at the end of a shorter month.
  private static void reaching(Period period, long end, Set<Long> into) {
    if (end == Moments.NEVER || end == Moments.ALWAYS) {
      around(end, into);
      return;
    }
    long first = first(period, end, Moments.plus(end, -period.atMostSeconds() - 1), end);
    around(first, into);
    if (period instanceof Period.Calendar(_, _, ZoneId zone)) {
      LocalDate day = Instant.ofEpochSecond(first).atZone(zone).toLocalDate();
      for (int days = -MOST_SHORTER; days <= MOST_SHORTER; days++) {
        long midnight = midnight(day.plusDays(days), zone);
        long inside = first(period, end, midnight, midnight(day.plusDays(days + 1), zone));
        for (long moment : new long[] {midnight, inside}) {
          if ((period.after(moment - 1) >= end) != (period.after(moment) >= end)) {
            around(moment, into);
          }
        }
      }
    }
  }

  private static long midnight(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toEpochSecond();
  }

  /// The first moment from `low` to `high` from which the period reaches `end`, by halving.
  private static long first(Period period, long end, long low, long high) {
    long from = low;
    long to = high;
    while (from < to) {
      long middle = from + (to - from) / 2;
      if (period.after(middle) >= end) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  private long[] moments(Object unsure, NavigableSet<Long> critical) {
    long earliest = unsure instanceof Dossier d ? d.earliest() : ((Entry) unsure).earliest();
    long latest = unsure instanceof Dossier d ? d.latest() : ((Entry) unsure).latest();
    if (earliest != Moments.ALWAYS
        && latest != Moments.NEVER
        && Math.subtractExact(latest, earliest) < triedWhole) {
      return java.util.stream.LongStream.rangeClosed(earliest, latest).toArray();
    }
    TreeSet<Long> inside = new TreeSet<>(critical.subSet(earliest, true, latest, true));
    inside.add(earliest);
    inside.add(latest);
    return inside.stream().mapToLong(Long::longValue).toArray();
  }

  /// What happened before the commitment can have been in force is not answered in any world.
  private static void dormant(Dossier dossier, long t, Outcome out) {
    Why why = dossier.earliest() > t ? Why.NOT_YET : Why.BEFORE_ACTIVATION;
    for (int duty = 0; duty < out.states.length; duty++) {
      out.set(duty, Lifecycle.DORMANT, why, Moments.NEVER);
    }
    out.next = Moments.NEVER;
  }

  private static void undetermined(Outcome out) {
    int any = Lifecycle.UNDETERMINED.bit() - 1;
    for (int duty = 0; duty < out.states.length; duty++) {
      out.set(duty, Lifecycle.UNDETERMINED, Why.UNSURE, Moments.NEVER);
      out.possible[duty] = any;
    }
    out.next = Moments.NEVER;
  }

  /// Tries every choice in turn and gathers what comes of it.
  private final class Enumeration {

    private final Dossier dossier;
    private final List<? extends Dossier> around;
    private final List<Entry> terms;
    private final List<? extends Dossier> voiders;
    private final long t;
    private final List<Object> unsure;
    private final List<long[]> choices;
    private final IdentityHashMap<Object, Long> chosen = new IdentityHashMap<>();
    private final Outcome one = new Outcome(fold.duties());
    private final int[] possible = new int[fold.duties()];
    private final long[] deadlines = new long[fold.duties()];
    private final long[] broken = new long[fold.duties()];
    private final Why[] whys = new Why[fold.duties()];
    private final NavigableSet<Long> steady;

    /// The earliest moment after `t` at which what is possible may change: what becomes possible or
    /// stops being so first does it in a world at an end or a breakpoint, which do not move with
    /// `t`.
    private long next = Moments.NEVER;

    Enumeration(
        Dossier dossier,
        List<? extends Dossier> around,
        List<Entry> terms,
        List<? extends Dossier> voiders,
        long t,
        List<Object> unsure,
        List<long[]> choices,
        NavigableSet<Long> steady) {
      this.dossier = dossier;
      this.around = around;
      this.terms = terms;
      this.voiders = voiders;
      this.t = t;
      this.unsure = unsure;
      this.choices = choices;
      this.steady = steady;
      java.util.Arrays.fill(deadlines, Moments.ALWAYS);
      java.util.Arrays.fill(broken, Moments.ALWAYS);
      java.util.Arrays.fill(whys, Why.UNSURE);
    }

    void into(Outcome out) {
      choose(0, true);
      for (int duty = 0; duty < possible.length; duty++) {
        if (Integer.bitCount(possible[duty]) == 1) {
          Lifecycle only = Lifecycle.ofBit(possible[duty]);
          out.set(duty, only, whys[duty], deadlines[duty]);
          out.broken[duty] = broken[duty];
        } else {
          out.set(duty, Lifecycle.UNDETERMINED, Why.UNSURE, deadlines[duty]);
        }
        out.possible[duty] = possible[duty];
      }
      out.next = next;
    }

    private void choose(int index, boolean isSteady) {
      if (index == unsure.size()) {
        World world = new World(chosen);
        Standing standing = Standing.of(fold.commitment, terms, voiders, world);
        fold.fold(dossier, around, standing, world, t, one);
        if (isSteady) {
          next = Math.min(next, one.next);
        }
        for (int duty = 0; duty < possible.length; duty++) {
          possible[duty] |= one.possible[duty];
          deadlines[duty] = Math.max(deadlines[duty], one.deadlines[duty]);
          broken[duty] = Math.max(broken[duty], one.broken[duty]);
          whys[duty] = one.whys[duty];
        }
        return;
      }
      long[] moments = choices.get(index);
      boolean isWhole = moments[moments.length - 1] - moments[0] == moments.length - 1;
      for (int i = 0; i < moments.length; i++) {
        boolean isEnd = i == 0 || i == moments.length - 1;
        chosen.put(unsure.get(index), moments[i]);
        choose(index + 1, isSteady && (isEnd || isWhole || steady.contains(moments[i])));
      }
    }
  }
}
