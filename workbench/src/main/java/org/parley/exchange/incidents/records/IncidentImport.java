package org.parley.exchange.incidents.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.SkippedLines;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.model.Id;
import org.parley.model.InvalidValueException;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.LogEntryId;
import org.parley.model.source.SourceId;
import org.parley.wording.Complaint;

/// Makes records of a case of the records of a file. Cost: linear in them.
public final class IncidentImport {

  private final ImportContext context;
  private final IncidentScope scope;
  private final RecordNames names;
  private final FactRecords facts;
  private final SourceRecords sources;
  private final Map<String, Incident> incidents = new LinkedHashMap<>();
  private final Map<String, LogEntryId> entryIds = new LinkedHashMap<>();
  private final Map<LogEntryId, LogEntry> entries = new LinkedHashMap<>();
  private final List<SkippedLines> faults = new ArrayList<>();
  private final Set<String> outside = new HashSet<>();
  private int onRecord;
  private int differing;
  private int leftOut;
  private int oneSided;

  private IncidentImport(ImportContext context, IncidentScope scope) {
    this.context = context;
    this.scope = scope;
    names = new RecordNames(context);
    facts = new FactRecords(context.view(), this::incident);
    sources = new SourceRecords(context, names);
  }

  /// The records of a file as records of a case.
  ///
  /// @param stop polled; what was made until then is the result
  public static ImportedIncidents of(
      List<LogRecord> records, ImportContext context, IncidentScope scope, BooleanSupplier stop) {
    IncidentImport made = new IncidentImport(context, scope);
    List<String> named = records.stream().map(made.names::nameOf).toList();
    // what is about an incident may stand before it
    for (int i = 0; i < records.size() && !stop.getAsBoolean(); i++) {
      if (records.get(i) instanceof IncidentReport report) {
        made.addIncident(report, named.get(i));
      }
    }
    for (int i = 0; i < records.size() && !stop.getAsBoolean(); i++) {
      made.addEntries(records.get(i), named.get(i));
    }
    return made.result();
  }

  private ImportedIncidents result() {
    Set<SourceId> named = new HashSet<>();
    Set<IncidentId> told = new HashSet<>();
    entries
        .values()
        .forEach(
            each -> {
              named.addAll(each.source());
              IncidentId incident = each.says().incident();
              if (incident != null) {
                told.add(incident);
              }
            });
    return new ImportedIncidents(
        sources.made().stream().filter(each -> named.contains(each.id())).toList(),
        incidents.values().stream().filter(each -> told.contains(each.id())).toList(),
        List.copyOf(entries.values()),
        onRecord,
        differing,
        leftOut,
        oneSided,
        faults);
  }

  /// The name of an incident in the file; of a line without an id, that of its content.
  private static String incidentOf(IncidentReport report, String name) {
    return report.incident().equals(report.id()) ? name : report.incident();
  }

  private void addIncident(IncidentReport report, String name) {
    String incident = incidentOf(report, name);
    if (!scope.covers(report)) {
      outside.add(incident);
      return;
    }
    try {
      IncidentId id = new IncidentId(names.incident(incident));
      if (context.view().find((Id) id).isEmpty()) {
        incidents.computeIfAbsent(incident, _ -> IncidentRecord.of(id, report, context));
      }
    } catch (UnusableRecordException | InvalidValueException e) {
      // said when its entry is made
      incidents.remove(incident);
    }
  }

  private void addEntries(LogRecord record, String name) {
    String about =
        record instanceof IncidentReport report ? incidentOf(report, name) : about(record);
    if (record instanceof IncidentReport report ? !scope.covers(report) : isOutside(about)) {
      leftOut++;
      return;
    }
    try {
      List<LogEntry> made = entries(record, name, about);
      if (context.view().find((Id) made.getFirst().id()).orElse(null) instanceof LogEntry before) {
        onRecord++;
        differing += isAlike(before, made.getFirst()) ? 0 : 1;
        return;
      }
      made.forEach(each -> entries.put(each.id(), each));
      oneSided += isOneSided(record) ? 1 : 0;
    } catch (UnusableRecordException e) {
      fault(record, e.why());
    } catch (InvalidValueException e) {
      fault(record, Complaint.of(e));
    }
  }

  private boolean isOutside(@Nullable String incident) {
    return incident != null && outside.contains(incident) && !incidents.containsKey(incident);
  }

  private static @Nullable String about(LogRecord record) {
    return record.entries().getFirst().fact().incident();
  }

  private static boolean isAlike(LogEntry before, LogEntry now) {
    return before.says().equals(now.says())
        && before.occurred().equals(now.occurred())
        && before.source().equals(now.source());
  }

  private static boolean isOneSided(LogRecord record) {
    return record.entries().getFirst().fact() instanceof Fact.Report(_, var what)
        && what.between().size() == 1;
  }

  private void fault(LogRecord record, Complaint why) {
    faults.add(new SkippedLines(record.origin(), record.origin().line(), why, record.id()));
  }

  /// The entries of a record: one for each moment at which it was recorded.
  private List<LogEntry> entries(LogRecord record, String name, @Nullable String about) {
    Map<List<Long>, List<LoggedFact>> told = new LinkedHashMap<>();
    for (LoggedFact each : record.entries()) {
      told.computeIfAbsent(List.of(each.reported(), each.recorded()), _ -> new ArrayList<>())
          .add(each);
    }
    List<LogEntry> made = new ArrayList<>();
    for (List<LoggedFact> each : told.values()) {
      String own = made.isEmpty() ? name : name + "-" + (made.size() + 1);
      made.add(entry(own, each, about));
    }
    entryIds.putIfAbsent(record.id(), made.getFirst().id());
    return made;
  }

  private LogEntry entry(String name, List<LoggedFact> told, @Nullable String about) {
    LoggedFact first = told.getFirst();
    Fact fact =
        first.fact() instanceof Fact.Report(_, var what) && about != null
            ? new Fact.Report(about, what)
            : first.fact();
    String corrected = first.supersedes();
    return new LogEntry(
        new LogEntryId(names.entry(name)),
        facts.fact(fact),
        SpanDates.of(first.earliest(), first.latest()),
        first.reported() == first.recorded() ? null : SpanDates.known(first.reported()),
        SpanDates.known(first.recorded()),
        told.stream().map(sources::of).distinct().toList(),
        corrected == null ? null : corrected(corrected),
        context.readers());
  }

  /// The entry that a record of the file became, now or before.
  private LogEntryId corrected(String record) {
    LogEntryId made = entryIds.get(record);
    return made != null
        ? made
        : found(names.entry(record), LogEntryId::new, LogEntry.class)
            .map(LogEntry::id)
            .orElseThrow(
                () ->
                    new UnusableRecordException(
                        LogRecordFault.Plain.CORRECTED_ENTRY_NOT_ON_RECORD, record));
  }

  private IncidentId incident(String name) {
    Incident made = incidents.get(name);
    return made != null
        ? made.id()
        : found(names.incident(name), IncidentId::new, Incident.class)
            .map(Incident::id)
            .orElseThrow(
                () ->
                    new UnusableRecordException(LogRecordFault.Plain.INCIDENT_NOT_ON_RECORD, name));
  }

  private <T> Optional<T> found(String id, Function<String, ? extends Id> of, Class<T> kind) {
    return context.view().find(of.apply(id)).filter(kind::isInstance).map(kind::cast);
  }
}
