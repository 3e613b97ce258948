package org.parley.exchange.incidents.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
import org.parley.exchange.incidents.facts.OccurrenceSpan.Precision;
import org.parley.exchange.incidents.facts.Origin;
import org.parley.exchange.incidents.facts.Site;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.exchange.sheet.DayOrder;

/// A row of the Armed Conflict Location and Event Data.
///
/// Its kind is the type of event, its trait the sub-type. By the codebook, the order of `actor1`
/// and `actor2` says nothing of who did it, so an event is between the two. Of violence against
/// civilians the actor is the side that is not civilian. Each named source is a provenance group.
final class AcledRow {

  /// The columns it cannot do without.
  static final Set<String> NEEDED =
      Set.of("event_id_cnty", "event_date", "event_type", "actor1", "actor2", "fatalities");

  private static final String CIVILIANS = "7";

  /// A week that is named by any of its days.
  private static final int WITHIN_DAYS = 6;

  private final Map<String, String> cells;
  private final Origin origin;
  private final NameMapping names;
  private final DayOrder order;

  AcledRow(Map<String, String> cells, Origin origin, NameMapping names, DayOrder order) {
    this.cells = cells;
    this.origin = origin;
    this.names = names;
    this.order = order;
  }

  IncidentReport read() {
    String number = get("event_id_cnty");
    if (number.isEmpty()) {
      throw new UnusableRecordException(new LogRecordFault.FieldEmpty("event_id_cnty"));
    }
    String kind = ValueFormats.word(get("event_type"));
    if (kind.isEmpty()) {
      throw new UnusableRecordException(new LogRecordFault.FieldEmpty("event_type"));
    }
    OccurrenceSpan when = when();
    Named one = named("actor1");
    Named other = named("actor2");
    Named actor = kind.equals("violence-against-civilians") ? actor(one, other) : null;
    long killed = ValueFormats.count("fatalities", get("fatalities"));
    String id = "acled-" + number;
    return new IncidentReport(
        origin,
        id,
        id,
        names.meaning(About.KIND, kind),
        actor,
        actor == null ? null : actor.equals(one) ? other : one,
        actor == null ? Stream.of(one, other).flatMap(Stream::ofNullable).toList() : List.of(),
        when,
        site(),
        new Toll(killed, killed, killed),
        traits(),
        accounts(when),
        null,
        get("notes"));
  }

  /// The side that is not civilian; null if that is not one of two.
  private @Nullable Named actor(@Nullable Named one, @Nullable Named other) {
    boolean isOneCivilian = isCivilian("inter1");
    boolean isOtherCivilian = isCivilian("inter2");
    return isOneCivilian == isOtherCivilian ? null : isOneCivilian ? other : one;
  }

  private boolean isCivilian(String column) {
    return get(column).equals(CIVILIANS)
        || get(column).toLowerCase(Locale.ROOT).startsWith("civilian");
  }

  private OccurrenceSpan when() {
    LocalDate day = ValueFormats.day("event_date", get("event_date"), order);
    return switch (get("time_precision")) {
      case "", "1" -> span(day, day, Precision.DAY);
      case "2" -> span(day.minusDays(WITHIN_DAYS), day.plusDays(WITHIN_DAYS), Precision.WEEK);
      case "3" ->
          span(day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()), Precision.MONTH);
      default ->
          throw new UnusableRecordException(
              new LogRecordFault.NotOneOf("time_precision", List.of("1", "2", "3")),
              get("time_precision"));
    };
  }

  private static OccurrenceSpan span(LocalDate from, LocalDate to, Precision precision) {
    return new OccurrenceSpan(ValueFormats.start(from), ValueFormats.end(to), precision);
  }

  private Site site() {
    Site.Precision precision =
        switch (get("geo_precision")) {
          case "" -> Site.Precision.UNSTATED;
          case "1" -> Site.Precision.POINT;
          case "2" -> Site.Precision.NEAR;
          case "3" -> Site.Precision.PROVINCE;
          default ->
              throw new UnusableRecordException(
                  new LogRecordFault.NotOneOf("geo_precision", List.of("1", "2", "3")),
                  get("geo_precision"));
        };
    String code =
        names
            .find(About.PLACE, get("admin1"))
            .or(() -> names.find(About.PLACE, get("country")))
            .orElse(null);
    boolean isPlaced = !get("latitude").isEmpty() || !get("longitude").isEmpty();
    return new Site(
        code,
        get("location"),
        isPlaced ? ValueFormats.degrees("latitude", get("latitude")) : null,
        isPlaced ? ValueFormats.degrees("longitude", get("longitude")) : null,
        precision);
  }

  private Set<String> traits() {
    Set<String> traits = new HashSet<>();
    String detail = ValueFormats.word(get("sub_event_type"));
    if (!detail.isEmpty()) {
      traits.add(detail);
    }
    if (!get("civilian_targeting").isEmpty()) {
      traits.add("civilian-targeting");
    }
    return traits;
  }

  private List<SourceAccount> accounts(OccurrenceSpan when) {
    List<SourceAccount> accounts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String each : get("source").split(";")) {
      String source = each.isBlank() ? "ACLED" : each.strip();
      String group = names.meaning(About.GROUP, source);
      if (seen.add(group)) {
        accounts.add(new SourceAccount(source, group, when.latest(), when.latest()));
      }
    }
    return accounts;
  }

  private @Nullable Named named(String column) {
    return get(column).isEmpty() ? null : names.party(get(column));
  }

  private String get(String column) {
    return cells.getOrDefault(column, "").strip();
  }
}
