package org.parley.web.watch;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.DutyCount;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.log.DutyChange;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.LogEntry.Fact;
import org.parley.model.guarantee.LogEntryId;
import org.parley.web.view.OpenCase;
import org.parley.web.view.RecentCache;
import org.parley.wording.MomentWords;
import org.parley.wording.WatchWording;

/// The log and the state of guarantees at the end of a day. Cached for the latest days.
public final class LogState {

  private static final int DAYS_KEPT = 4;

  /// The change of a duty by a log entry.
  public record Revision(DutyVerdict verdict, Lifecycle from, Lifecycle to) {}

  private final OpenCase open;
  private final long moment;
  private final List<LoggedFact> log;
  private final List<DutyVerdict> duties;
  private final Map<String, List<Revision>> revisions = new HashMap<>();
  private final Map<String, IncidentTimeline.When> times;
  private final List<Incident> incidents;
  private final Map<String, List<LogEntry>> byIncident = new HashMap<>();

  private LogState(OpenCase open, @Nullable LocalDate asOf) {
    this.open = open;
    CaseGuarantees guarantees = CaseGuarantees.of(open.view());
    log = guarantees.log();
    moment =
        asOf != null
            ? asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond() - 1
            : log.stream().mapToLong(LoggedFact::recorded).max().orElse(Moments.ALWAYS);
    List<DutyVerdict> all =
        Guarantees.stateWithConsequences(guarantees.commitments(), log, moment, Moments.NEVER);
    Set<DutyVerdict> ordered = new LinkedHashSet<>(Guarantees.owed(all));
    ordered.addAll(all);
    duties = List.copyOf(ordered);
    Map<Object, DutyVerdict> byDuty = new HashMap<>();
    duties.forEach(each -> byDuty.put(each.duty(), each));
    for (DutyChange each : Guarantees.revisions(guarantees.commitments(), log, moment)) {
      DutyVerdict verdict = byDuty.get(each.duty());
      String because = each.because();
      if (because != null && verdict != null) {
        int copy = because.indexOf('/');
        revisions
            .computeIfAbsent(
                copy < 0 ? because : because.substring(0, copy), _ -> new ArrayList<>())
            .add(new Revision(verdict, each.from(), each.to()));
      }
    }
    times = IncidentTimeline.times(log);
    Map<String, Integer> place = new HashMap<>();
    times.keySet().forEach(each -> place.put(each, place.size()));
    List<Incident> inOrder = new ArrayList<>(open.view().incidents());
    inOrder.sort(
        Comparator.comparingInt(each -> place.getOrDefault(each.id().value(), Integer.MAX_VALUE)));
    incidents = List.copyOf(inOrder);
    for (LogEntry each : open.view().logEntries()) {
      IncidentId about = incident(each);
      if (about != null) {
        byIncident.computeIfAbsent(about.value(), _ -> new ArrayList<>()).add(each);
      }
    }
  }

  /// The state at the end of a day; by default after the last record.
  public static LogState of(OpenCase open, @Nullable LocalDate asOf) {
    return open.once(Kept.class, _ -> new Kept(new RecentCache<>(DAYS_KEPT)))
        .days
        .get(Optional.ofNullable(asOf), () -> new LogState(open, asOf));
  }

  private record Kept(RecentCache<Optional<LocalDate>, LogState> days) {}

  /// The incident of an entry, or of the entry it corrects; null if there is none.
  @Nullable IncidentId incident(LogEntry entry) {
    LogEntryId corrected = entry.corrects();
    return entry.says() instanceof Fact.TakenBack && corrected != null
        ? open.view().find(corrected).map(each -> ((LogEntry) each).says().incident()).orElse(null)
        : entry.says().incident();
  }

  List<LoggedFact> log() {
    return log;
  }

  /// The duties that something on the log touches: those owed or broken by due date, then the rest.
  public List<DutyVerdict> duties() {
    return duties;
  }

  /// The changes by a log entry.
  public List<Revision> revisions(LogEntry entry) {
    return revisions.getOrDefault(entry.id().value(), List.of());
  }

  /// The records about an incident, in the order of the case.
  List<LogEntry> about(Incident incident) {
    return byIncident.getOrDefault(incident.id().value(), List.of());
  }

  /// The time of an incident, by its reports; null if unknown.
  IncidentTimeline.@Nullable When when(Incident incident) {
    return times.get(incident.id().value());
  }

  /// The incidents in the order in which they happened, then those whose time is not on record.
  public List<Incident> incidents() {
    return incidents;
  }

  /// How things stand, in one sentence.
  public String headline() {
    return WatchWording.of(open.view()).headline(DutyCount.of(duties));
  }

  /// The kinds of incidents that reports name, in alphabetical order.
  public Set<String> kinds() {
    return kinds(open);
  }

  /// The kinds of incidents that reports name, in alphabetical order. They need no state of duties.
  static Set<String> kinds(OpenCase open) {
    return open.once(
            ReportedKinds.class, each -> ReportedKinds.of(CaseGuarantees.of(each.view()).log()))
        .names;
  }

  private record ReportedKinds(Set<String> names) {
    static ReportedKinds of(List<LoggedFact> log) {
      Set<String> names = new TreeSet<>();
      IncidentTimeline.times(log).values().forEach(each -> names.add(each.kind()));
      return new ReportedKinds(names);
    }
  }

  /// The moment, in words; empty if there is no log.
  public String momentInWords() {
    return moment == Moments.ALWAYS ? "" : MomentWords.current().shortDay(moment);
  }
}
