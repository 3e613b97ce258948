package org.parley.guarantees.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.IncidentPattern;

/// The record of one incident, or of terms: the entries in effect, and the time of the incident.
///
/// An entry is in effect unless a later one in effect supersedes it. The order is
/// [LoggedFact#AS_RECORDED], independent of the order of arrival. The time of an incident is the
/// intersection of its reports; if they exclude one another, their span.
public class Dossier {

  /// The incident; empty for entries about terms.
  public final String incident;

  private List<LoggedFact> all = List.of();
  private List<LoggedFact> standing = all;
  private boolean isSuperseded;
  private boolean isRead = true;
  private long earliest = Moments.NEVER;
  private long latest = Moments.NEVER;
  private long lastInOrder = Moments.NEVER;
  private boolean isExact = true;

  /// The open attributions of the reports, each pair once.
  private List<OpenAttribution> unattributed = List.of();

  /// The last pattern tested, and the result; dropped when the entries in effect change.
  private @Nullable IncidentPattern askedFor;

  private boolean isAsAsked;

  /// Whether a waiver may be among its entries.
  boolean hasWaivers;

  /// An empty dossier.
  public Dossier(String incident) {
    this.incident = incident;
  }

  /// Adds an entry, in any order of recording.
  public final void add(LoggedFact entry) {
    if (all.isEmpty()) {
      all = List.of(entry);
    } else {
      if (all.size() == 1) {
        LoggedFact first = all.getFirst();
        all = new ArrayList<>(8);
        all.add(first);
      }
      all.add(entry);
    }
    hasWaivers |= entry.fact() instanceof Fact.Waiver;
    isSuperseded |= entry.supersedes() != null;
    if (isSuperseded || entry.fact() instanceof Fact.Report) {
      askedFor = null;
    }
    isRead = false;
  }

  /// The number of entries, superseded ones included.
  public final int size() {
    return all.size();
  }

  /// Removes a derived entry; recorded ones are never removed.
  public final void remove(LoggedFact entry) {
    List<LoggedFact> left = new ArrayList<>(all);
    left.remove(entry);
    all = left;
    askedFor = null;
    isRead = false;
  }

  /// Removes everything.
  protected final void clear() {
    all = List.of();
    standing = all;
    askedFor = null;
    isRead = false;
  }

  /// The entries in effect.
  public final List<LoggedFact> entries() {
    read();
    return standing;
  }

  /// The first moment at which it may have happened; [Moments#NEVER] without a report.
  public final long earliest() {
    read();
    return earliest;
  }

  /// The last moment at which it may have happened; [Moments#NEVER] without a report.
  public final long latest() {
    read();
    return latest;
  }

  /// The last moment at which it may have happened, given that later entries about it cannot
  /// precede it.
  final long lastInOrder() {
    read();
    return lastInOrder;
  }

  /// Whether an entry cannot precede this incident, as far as the record does not exclude it.
  final boolean isFollowedBy(LoggedFact entry) {
    return !(entry.fact() instanceof Fact.Report) && entry.latest() >= earliest();
  }

  /// The moment of its last report.
  final long lastReported() {
    return entries().stream()
        .filter(each -> each.fact() instanceof Fact.Report)
        .mapToLong(LoggedFact::reported)
        .max()
        .orElse(Moments.NEVER);
  }

  /// Whether every time is exact, and every report names the actor or leaves attribution aside.
  public final boolean isExact() {
    read();
    return isExact;
  }

  /// The open attributions of its reports.
  final List<OpenAttribution> unattributed() {
    read();
    return unattributed;
  }

  /// The open attribution of a report.
  final OpenAttribution attribution(What what) {
    for (OpenAttribution each : unattributed()) {
      if (each.between.equals(what.between())) {
        return each;
      }
    }
    throw new IllegalStateException("no report of " + incident + " is between " + what.between());
  }

  /// Whether some report of it matches for at least one of two possible actors.
  public final boolean mayBeReportedAs(IncidentPattern meant) {
    if (unattributed().isEmpty()) {
      return isReportedAs(meant);
    }
    for (LoggedFact entry : standing) {
      if (entry.fact() instanceof Fact.Report report
          && IncidentPatterns.mayMatch(meant, report.what())) {
        return true;
      }
    }
    return false;
  }

  /// Whether some report of it matches in a world.
  final boolean isReportedAs(IncidentPattern meant, World world) {
    if (unattributed().isEmpty()) {
      return isReportedAs(meant);
    }
    for (LoggedFact entry : standing) {
      if (entry.fact() instanceof Fact.Report report
          && IncidentPatterns.matches(meant, world.attributed(this, report.what()))) {
        return true;
      }
    }
    return false;
  }

  /// Whether some report of it without an open attribution matches.
  @SuppressWarnings(
      "ReferenceEquality") // Cache hit: another pattern with the same criteria was tested.
  private boolean isReportedAs(IncidentPattern meant) {
    if (meant != askedFor) {
      askedFor = meant;
      isAsAsked = isAnyReportedAs(meant);
    }
    return isAsAsked;
  }

  /// Records that the last entry is a matching report.
  final void know(IncidentPattern meant) {
    boolean isAttributed =
        !(all.getLast().fact() instanceof Fact.Report report && report.what().isUnattributed());
    if (!isSuperseded && isAttributed) {
      askedFor = meant;
      isAsAsked = true;
    }
  }

  private boolean isAnyReportedAs(IncidentPattern meant) {
    List<LoggedFact> entries = entries();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).fact() instanceof Fact.Report report
          && IncidentPatterns.matches(meant, report.what())) {
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
    unattributed = List.of();
    boolean isReported = false;
    for (int i = 0; i < standing.size(); i++) {
      LoggedFact entry = standing.get(i);
      isExact &= entry.earliest() == entry.latest();
      if (entry.fact() instanceof Fact.Report report) {
        isReported = true;
        if (report.what().isUnattributed()) {
          leaveOpen(report.what().between());
        }
        from = Math.max(from, entry.earliest());
        to = Math.min(to, entry.latest());
        first = Math.min(first, entry.earliest());
        last = Math.max(last, entry.latest());
      }
    }
    boolean agree = from <= to;
    earliest = !isReported ? Moments.NEVER : agree ? from : first;
    latest = !isReported ? Moments.NEVER : agree ? to : last;
    isExact &= earliest == latest && unattributed.isEmpty();
    lastInOrder = latest;
    for (int i = 0; i < standing.size() && earliest < latest; i++) {
      if (isFollowedBy(standing.get(i))) {
        lastInOrder = Math.min(lastInOrder, standing.get(i).latest());
      }
    }
  }

  private void leaveOpen(List<PartyId> between) {
    if (unattributed.stream().noneMatch(each -> each.between.equals(between))) {
      unattributed = new ArrayList<>(unattributed);
      unattributed.add(new OpenAttribution(between));
      unattributed.sort(Comparator.comparing(each -> each.between.toString()));
    }
  }

  private List<LoggedFact> withoutSuperseded() {
    List<LoggedFact> byRecorded = new ArrayList<>(all);
    byRecorded.sort(LoggedFact.AS_RECORDED.reversed());
    Set<String> gone = new HashSet<>();
    List<LoggedFact> result = new ArrayList<>();
    for (LoggedFact entry : byRecorded) {
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
