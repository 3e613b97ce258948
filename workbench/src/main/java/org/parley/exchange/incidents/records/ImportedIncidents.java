package org.parley.exchange.incidents.records;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.SkippedLines;
import org.parley.model.CaseRecord;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;

/// The records that a file of incidents adds to a case.
///
/// @param sources the sources that are not on record yet
/// @param incidents the incidents that are not on record yet
/// @param entries the entries of the log that are not on record yet
/// @param onRecord how many records of the file are on record already
/// @param differing how many of these say something else on record
/// @param outside how many records of the file are out of its scope
/// @param oneSided how many reports name two sides of which only one is a party of the case
/// @param faults the records of the file that cannot be records of the case
public record ImportedIncidents(
    List<Source> sources,
    List<Incident> incidents,
    List<LogEntry> entries,
    int onRecord,
    int differing,
    int outside,
    int oneSided,
    List<SkippedLines> faults) {

  public ImportedIncidents {
    sources = List.copyOf(sources);
    incidents = List.copyOf(incidents);
    entries = List.copyOf(entries);
    faults = List.copyOf(faults);
  }

  /// Everything that is added: each after what it names.
  public List<CaseRecord> records() {
    List<CaseRecord> records = new java.util.ArrayList<>(sources);
    records.addAll(incidents);
    records.addAll(entries);
    return records;
  }

  /// The same with these incidents alone, and what is not about an incident.
  public ImportedIncidents only(Set<String> wanted) {
    List<LogEntry> kept =
        entries.stream().filter(each -> isWanted(each.says().incident(), wanted)).toList();
    Set<SourceId> named = new HashSet<>();
    kept.forEach(each -> named.addAll(each.source()));
    List<Incident> some =
        incidents.stream().filter(each -> wanted.contains(each.id().value())).toList();
    return new ImportedIncidents(
        sources.stream().filter(each -> named.contains(each.id())).toList(),
        some,
        kept,
        onRecord,
        differing,
        outside + incidents.size() - some.size(),
        oneSided,
        faults);
  }

  private static boolean isWanted(@Nullable IncidentId incident, Set<String> wanted) {
    return incident == null || wanted.contains(incident.value());
  }
}
