package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.log.Entry;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;

/// Everything recorded about one incident, or about terms: the entries that stand, and when it
/// happened as far as they tell.
///
/// An entry stands unless a standing later entry of the same dossier supersedes it; later means by
/// [Entry#AS_RECORDED], whatever came in first. When an incident happened is what all its reports
/// allow; where they exclude one another, the whole stretch they span.
final class Dossier {

  final String incident;

  /// The hash of the incident, never 0.
  final int hash;

  private List<Entry> all = List.of();
  private List<Entry> standing = all;
  private boolean isSuperseded;
  private boolean isRead = true;
  private long earliest = Moments.NEVER;
  private long latest = Moments.NEVER;
  private boolean isExact = true;

  /// Whether a waiver may be among its entries.
  boolean hasWaivers;

  /// When the watch looks at it next.
  long wake = Moments.NEVER;

  /// The moment from which the watch may forget it.
  long forgettable = Moments.ALWAYS;

  /// What the watch last found, a commitment each.
  List<Watched> watched = List.of();

  /// The commitments it may void.
  List<Ward> voided = List.of();

  /// What the last report of it touches.
  Wards.@Nullable Hit hit;

  private List<Dossier> alone = List.of();

  /// Whether the watch has forgotten it.
  boolean isForgotten;

  /// The duties of one commitment for one incident, as last folded.
  record Watched(Ward ward, Outcome outcome) {}

  Dossier(String incident) {
    this.incident = incident;
    this.hash = Dossiers.hash(incident);
  }

  void add(Entry entry) {
    if (all.isEmpty()) {
      all = List.of(entry);
    } else {
      if (all.size() == 1) {
        Entry first = all.getFirst();
        all = new ArrayList<>(8);
        all.add(first);
      }
      all.add(entry);
    }
    hasWaivers |= entry.fact() instanceof Fact.Waiver;
    isSuperseded |= entry.supersedes() != null;
    isRead = false;
  }

  /// How many entries it holds, superseded ones included.
  int size() {
    return all.size();
  }

  /// Itself, where nothing around it matters.
  List<Dossier> alone() {
    if (alone.isEmpty()) {
      alone = List.of(this);
    }
    return alone;
  }

  void watch(Watched one) {
    if (watched.isEmpty()) {
      watched = new ArrayList<>(1);
    }
    watched.add(one);
  }

  /// What a commitment last found; absent where it does not watch it.
  @Nullable Watched watchedBy(Ward ward) {
    for (int i = 0; i < watched.size(); i++) {
      if (watched.get(i).ward() == ward) {
        return watched.get(i);
      }
    }
    return null;
  }

  /// Notes that it may void a commitment; whether that is new.
  boolean voids(Ward ward) {
    if (voided.contains(ward)) {
      return false;
    }
    if (voided.isEmpty()) {
      voided = new ArrayList<>(1);
    }
    return voided.add(ward);
  }

  /// Takes an entry out again; only what was derived ever goes.
  void remove(Entry entry) {
    List<Entry> left = new ArrayList<>(all);
    left.remove(entry);
    all = left;
    isRead = false;
  }

  /// The entries that stand.
  List<Entry> entries() {
    read();
    return standing;
  }

  /// The first moment at which it may have happened; [Moments#NEVER] where nothing reports it.
  long earliest() {
    read();
    return earliest;
  }

  long latest() {
    read();
    return latest;
  }

  /// Whether every time in it is one moment.
  boolean isExact() {
    read();
    return isExact;
  }

  boolean isReportedAs(Predicate<What> meant) {
    List<Entry> entries = entries();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).fact() instanceof Fact.Report report && meant.test(report.what())) {
        return true;
      }
    }
    return false;
  }

  private void read() {
    if (isRead) {
      return;
    }
    isRead = true;
    standing = isSuperseded ? withoutSuperseded() : all;
    long from = Moments.ALWAYS;
    long to = Moments.NEVER;
    long first = Moments.NEVER;
    long last = Moments.ALWAYS;
    isExact = true;
    boolean isReported = false;
    for (int i = 0; i < standing.size(); i++) {
      Entry entry = standing.get(i);
      isExact &= entry.earliest() == entry.latest();
      if (entry.fact() instanceof Fact.Report) {
        isReported = true;
        from = Math.max(from, entry.earliest());
        to = Math.min(to, entry.latest());
        first = Math.min(first, entry.earliest());
        last = Math.max(last, entry.latest());
      }
    }
    boolean agree = from <= to;
    earliest = !isReported ? Moments.NEVER : agree ? from : first;
    latest = !isReported ? Moments.NEVER : agree ? to : last;
    isExact &= earliest == latest;
  }

  private List<Entry> withoutSuperseded() {
    List<Entry> byRecorded = new ArrayList<>(all);
    byRecorded.sort(Entry.AS_RECORDED.reversed());
    Set<String> gone = new HashSet<>();
    List<Entry> result = new ArrayList<>();
    for (Entry entry : byRecorded) {
      if (gone.contains(entry.id())) {
        continue;
      }
      if (entry.supersedes() != null && !entry.supersedes().equals(entry.id())) {
        gone.add(entry.supersedes());
      }
      if (!(entry.fact() instanceof Fact.Retraction)) {
        result.add(entry);
      }
    }
    return result;
  }
}
