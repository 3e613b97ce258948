package org.parley.exchange.incidents.records;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.guarantees.log.LoggedFact;
import org.parley.model.Id;
import org.parley.model.LocalizedText;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;

/// The sources of the entries of a file: one for each provenance group, so that reports which go
/// back to one origin count once. Nobody has judged them: their reliability is F.
final class SourceRecords {

  private static final int LONGEST_NAME = 200;

  /// The tag of a language that is not known (ISO 639-2).
  private static final String UNKNOWN_LANGUAGE = "und";

  private final ImportContext context;
  private final RecordNames names;
  private final Map<String, SourceId> byName = new HashMap<>();
  private final Map<String, Source> made = new LinkedHashMap<>();

  SourceRecords(ImportContext context, RecordNames names) {
    this.context = context;
    this.names = names;
    for (Source each : context.view().sources()) {
      if (each.publisher().equals(each.title().text())) {
        byName.putIfAbsent(each.publisher(), each.id());
      }
    }
  }

  /// The source of an entry: on record from an earlier file, or new.
  SourceId of(LoggedFact told) {
    String cleaned = FactRecords.clean(told.group());
    String group = cleaned.isEmpty() ? "?" : cleaned;
    String name = group.length() <= LONGEST_NAME ? group : group.substring(0, LONGEST_NAME);
    SourceId known = byName.get(name);
    if (known != null) {
      return known;
    }
    SourceId id = new SourceId(names.source(name));
    if (context.view().find((Id) id).isPresent()) {
      return id;
    }
    made.merge(id.value(), source(id, name, told), SourceRecords::earlier);
    return id;
  }

  private static Source earlier(Source one, Source other) {
    return other.date().compareTo(one.date()) < 0 ? other : one;
  }

  private Source source(SourceId id, String name, LoggedFact told) {
    return new Source(
        id,
        name,
        LocalizedText.of(name),
        null,
        SpanDates.known(Math.min(told.reported(), told.recorded())),
        UNKNOWN_LANGUAGE,
        Reliability.F,
        null,
        SourceKind.REPORT,
        null,
        context.readers());
  }

  /// The new sources, in the order in which they were named.
  List<Source> made() {
    return List.copyOf(made.values());
  }
}
