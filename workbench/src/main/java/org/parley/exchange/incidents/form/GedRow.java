package org.parley.exchange.incidents.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.exchange.incidents.facts.IncidentReport.Named;
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

/// A row of the Georeferenced Event Dataset of the Uppsala Conflict Data Program.
///
/// Its kind is `state-based`, `non-state` or `one-sided`. The first two have no attribution, so
/// they are between their two sides; one-sided violence is by `side_a` on civilians. If the row
/// names an original source, all who relay it are one provenance group; otherwise each office is
/// one. The dataset has no date of recording, so that of the report is used.
final class GedRow {

  /// The columns it cannot do without.
  static final Set<String> NEEDED =
      Set.of(
          "id",
          "type_of_violence",
          "side_a",
          "side_b",
          "date_start",
          "date_end",
          "date_prec",
          "where_prec",
          "low",
          "best",
          "high");

  private final Map<String, String> cells;
  private final Origin origin;
  private final NameMapping names;
  private final DayOrder order;

  GedRow(Map<String, String> cells, Origin origin, NameMapping names, DayOrder order) {
    this.cells = cells;
    this.origin = origin;
    this.names = names;
    this.order = order;
  }

  IncidentReport read() {
    String id = "ged-" + ValueFormats.count("id", get("id"));
    OccurrenceSpan when = when();
    // side_a is the government, or the group listed first; only for one-sided violence does the
    // codebook make it the actor
    boolean isAttributed = kind().equals("one-sided");
    Named one = named("side_a");
    Named other = named("side_b");
    return new IncidentReport(
        origin,
        id,
        id,
        names.meaning(About.KIND, kind()),
        isAttributed ? one : null,
        isAttributed ? other : null,
        isAttributed ? List.of() : Stream.of(one, other).flatMap(Stream::ofNullable).toList(),
        when,
        site(),
        new Toll(
            ValueFormats.count("low", get("low")),
            ValueFormats.count("best", get("best")),
            ValueFormats.count("high", get("high"))),
        traits(),
        accounts(when),
        null,
        get("source_headline"));
  }

  private String kind() {
    return switch (get("type_of_violence").strip()) {
      case "1" -> "state-based";
      case "2" -> "non-state";
      case "3" -> "one-sided";
      default ->
          throw new UnusableRecordException(
              new LogRecordFault.NotOneOf("type_of_violence", List.of("1", "2", "3")),
              get("type_of_violence"));
    };
  }

  private OccurrenceSpan when() {
    LocalDate start = ValueFormats.day("date_start", get("date_start"), order);
    LocalDate end = ValueFormats.day("date_end", get("date_end"), order);
    if (end.isBefore(start)) {
      throw new UnusableRecordException(
          new LogRecordFault.EndBeforeStart("date_end", "date_start"), end.toString());
    }
    OccurrenceSpan.Precision precision =
        switch (get("date_prec").strip()) {
          case "1" -> OccurrenceSpan.Precision.DAY;
          case "2" -> OccurrenceSpan.Precision.DAYS;
          case "3" -> OccurrenceSpan.Precision.WEEK;
          case "4" -> OccurrenceSpan.Precision.MONTH;
          case "5" -> OccurrenceSpan.Precision.LONGER;
          default ->
              throw new UnusableRecordException(
                  new LogRecordFault.NotOneOf("date_prec", List.of("1", "2", "3", "4", "5")),
                  get("date_prec"));
        };
    return new OccurrenceSpan(ValueFormats.start(start), ValueFormats.end(end), precision);
  }

  private Site site() {
    Site.Precision precision =
        switch (get("where_prec").strip()) {
          case "1" -> Site.Precision.POINT;
          case "2" -> Site.Precision.NEAR;
          case "3" -> Site.Precision.DISTRICT;
          case "4" -> Site.Precision.PROVINCE;
          case "5" -> Site.Precision.AREA;
          case "6" -> Site.Precision.COUNTRY;
          case "7" -> Site.Precision.INTERNATIONAL;
          default ->
              throw new UnusableRecordException(
                  new LogRecordFault.NotOneOf(
                      "where_prec", List.of("1", "2", "3", "4", "5", "6", "7")),
                  get("where_prec"));
        };
    String code =
        names
            .find(About.PLACE, get("adm_1"))
            .or(() -> names.find(About.PLACE, get("country")))
            .orElse(null);
    boolean isPlaced = !get("latitude").isBlank() || !get("longitude").isBlank();
    return new Site(
        code,
        get("where_coordinates"),
        isPlaced ? ValueFormats.degrees("latitude", get("latitude")) : null,
        isPlaced ? ValueFormats.degrees("longitude", get("longitude")) : null,
        precision);
  }

  private Set<String> traits() {
    Set<String> traits = new HashSet<>();
    if (get("event_clarity").strip().equals("2")) {
      traits.add("summarised");
    }
    if (!get("code_status").isBlank() && !get("code_status").equalsIgnoreCase("clear")) {
      traits.add("unclear");
    }
    return traits;
  }

  private List<SourceAccount> accounts(OccurrenceSpan when) {
    String[] offices = get("source_office").split(";");
    String[] dates = get("source_date").split(";");
    String original = get("source_original").strip();
    List<SourceAccount> accounts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    long earliest = Long.MAX_VALUE;
    for (int i = 0; i < offices.length; i++) {
      String office = offices[i].strip();
      long reported = reported(i < dates.length ? dates[i] : "", when);
      earliest = Math.min(earliest, reported);
      String group = names.meaning(About.GROUP, office.isEmpty() ? "UCDP" : office);
      if (original.isEmpty() && seen.add(group)) {
        accounts.add(
            new SourceAccount(office.isEmpty() ? "UCDP" : office, group, reported, reported));
      }
    }
    if (!original.isEmpty()) {
      accounts.add(
          new SourceAccount(
              get("source_office"), names.meaning(About.GROUP, original), earliest, earliest));
    }
    return accounts;
  }

  /// The end of the day a source tells of it; of an unreadable day, the end of the event.
  ///
  /// In published files these days have the day first, and those of the event the month.
  private static long reported(String date, OccurrenceSpan when) {
    try {
      return date.isBlank()
          ? when.latest()
          : ValueFormats.end(ValueFormats.day("source_date", date, DayOrder.DAY_FIRST));
    } catch (UnusableRecordException e) {
      return when.latest();
    }
  }

  private @Nullable Named named(String column) {
    return get(column).isBlank() ? null : names.party(get(column).strip());
  }

  private String get(String column) {
    return cells.getOrDefault(column, "");
  }
}
