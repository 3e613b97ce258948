package org.parley.exchange.incidents.form;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.exchange.incidents.facts.IncidentReport.SourceAccount;
import org.parley.exchange.incidents.facts.IncidentReport.Toll;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.NameMapping.About;
import org.parley.exchange.incidents.facts.OccurrenceSpan;
import org.parley.exchange.incidents.facts.Origin;
import org.parley.exchange.incidents.facts.Site;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.exchange.sheet.DayOrder;

/// A row of the daily tables of ceasefire violations of the OSCE Special Monitoring Mission to
/// Ukraine.
///
/// Its kind is the description: `explosion`, `burst`. It names nobody, so the incident has no
/// sides. The time is local without a zone; only the day counts.
final class OsceRow {

  /// The columns it cannot do without; besides them, a day.
  static final Set<String> NEEDED = Set.of("event location", "observation", "description");

  static final List<String> DAYS = List.of("date, time", "date/time", "date", "date time");
  private static final List<String> TOLD =
      List.of("no.", "description", "observation", "weapon", "means", "smm position");
  private static final Set<String> UNKNOWN = Set.of("n/k", "n-k", "n-a", "nk", "unknown");
  private static final String MISSION = "OSCE SMM";

  private final Map<String, String> cells;
  private final Origin origin;
  private final NameMapping names;
  private final DayOrder order;

  OsceRow(Map<String, String> cells, Origin origin, NameMapping names, DayOrder order) {
    this.cells = cells;
    this.origin = origin;
    this.names = names;
    this.order = order;
  }

  IncidentReport read() {
    String kind = ValueFormats.word(get("description"));
    if (kind.isEmpty()) {
      throw new UnusableRecordException(new LogRecordFault.FieldEmpty("description"));
    }
    String column = DAYS.stream().filter(each -> !get(each).isEmpty()).findFirst().orElse("date");
    LocalDate day = ValueFormats.day(column, get(column), order);
    long end = ValueFormats.end(day);
    return new IncidentReport(
        origin,
        origin.toString(),
        origin.toString(),
        names.meaning(About.KIND, kind),
        null,
        null,
        List.of(),
        new OccurrenceSpan(ValueFormats.start(day), end, OccurrenceSpan.Precision.DAY),
        new Site(
            names.find(About.PLACE, get("event location")).orElse(null),
            get("event location"),
            null,
            null,
            Site.Precision.NEAR),
        Toll.UNSTATED,
        traits(),
        List.of(new SourceAccount(MISSION, names.meaning(About.GROUP, MISSION), end, end)),
        null,
        text(column));
  }

  private Set<String> traits() {
    Set<String> traits = new LinkedHashSet<>();
    for (String column : List.of("observation", "weapon")) {
      String trait = ValueFormats.word(get(column));
      if (!trait.isEmpty() && !UNKNOWN.contains(trait)) {
        traits.add(trait);
      }
    }
    return traits;
  }

  private String text(String day) {
    return Stream.concat(TOLD.stream(), Stream.of(day))
        .map(this::get)
        .filter(each -> !each.isEmpty() && !UNKNOWN.contains(each.toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }

  private String get(String column) {
    return cells.getOrDefault(column, "").strip();
  }
}
