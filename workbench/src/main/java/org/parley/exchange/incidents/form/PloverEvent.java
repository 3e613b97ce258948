package org.parley.exchange.incidents.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
import tools.jackson.databind.JsonNode;

/// A PLOVER event, with the names of the manual of 2021 or of the earlier drafts; a numeric event
/// is a code of CAMEO.
///
/// Its kind is the category in lower case; modes and contexts are traits. The publisher is its
/// provenance group.
final class PloverEvent {

  private final JsonNode node;
  private final Origin origin;
  private final NameMapping names;
  private final DayOrder order;
  private final Set<String> traits = new LinkedHashSet<>();

  PloverEvent(JsonNode node, Origin origin, NameMapping names, DayOrder order) {
    this.node = node;
    this.origin = origin;
    this.names = names;
    this.order = order;
  }

  IncidentReport read() {
    String kind = kind();
    String id = text("id").isEmpty() ? origin.toString() : text("id");
    OccurrenceSpan when = when();
    words("mode").forEach(traits::add);
    words("context").forEach(traits::add);
    Named actor = named("actor", "source");
    Named target = named("recipient", "target");
    return new IncidentReport(
        origin,
        id,
        id,
        names.meaning(About.KIND, kind),
        actor,
        target,
        List.of(),
        when,
        site(),
        toll(),
        traits,
        List.of(account(when)),
        null,
        text("text"));
  }

  private String kind() {
    List<String> events = words("event");
    if (events.isEmpty()) {
      throw new UnusableRecordException(new LogRecordFault.FieldEmpty("event"));
    }
    if (events.getFirst().equalsIgnoreCase("document")) {
      throw new UnusableRecordException(LogRecordFault.Plain.DOCUMENTS_THE_FILE);
    }
    String kind = "";
    for (String each : events) {
      String category = Cameo.present(each);
      if (each.matches("[0-9]+")) {
        Cameo.Meaning meaning =
            Cameo.find(each)
                .orElseThrow(
                    () -> new UnusableRecordException(LogRecordFault.Plain.NOT_A_CAMEO_CODE, each));
        category = meaning.event();
        traits.add("cameo-" + each);
        if (!meaning.mode().isEmpty()) {
          traits.add(meaning.mode());
        }
      }
      if (kind.isEmpty()) {
        kind = category;
      } else if (!category.equals(kind)) {
        traits.add(category);
      }
    }
    return kind;
  }

  private OccurrenceSpan when() {
    String date = text("date");
    if (date.isEmpty()) {
      throw new UnusableRecordException(new LogRecordFault.FieldEmpty("date"));
    }
    OccurrenceSpan start = ValueFormats.span("date", date, order);
    String end = text("enddate");
    return end.isEmpty() ? start : ValueFormats.until(start, "date", end, "enddate", order);
  }

  private @Nullable Site site() {
    JsonNode place = node.has("event_loc") ? node.path("event_loc") : node.path("eventLoc");
    if (place.isArray()) {
      place = place.path(0);
    }
    if (place.isMissingNode() || place.isNull()) {
      return null;
    }
    String name = place.isString() ? place.asString() : place.path("name").asString("");
    String country = place.path("country code").asString(place.path("country").asString(""));
    BigDecimal latitude = degrees("latitude", place.path("lat"));
    BigDecimal longitude = degrees("longitude", place.path("lon"));
    String code =
        names
            .find(About.PLACE, name)
            .orElse(country.isEmpty() ? null : names.meaning(About.PLACE, country));
    return new Site(
        code, name.isEmpty() ? null : name, latitude, longitude, Site.Precision.UNSTATED);
  }

  private static @Nullable BigDecimal degrees(String what, JsonNode value) {
    return value.isMissingNode() || value.isNull() || value.asString("").isBlank()
        ? null
        : ValueFormats.degrees(what, value.asString());
  }

  /// The number of dead, if given.
  private Toll toll() {
    JsonNode dead = node.has("dead") ? node.path("dead") : node.path("size").path("dead");
    String written = dead.isValueNode() ? dead.asString("").strip() : "";
    if (written.isEmpty()) {
      return Toll.UNSTATED;
    }
    if (!written.matches("\\d{1,12}")) {
      traits.add("dead-" + written.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
      return Toll.UNSTATED;
    }
    long count = ValueFormats.count("dead", written);
    return new Toll(count, count, count);
  }

  private SourceAccount account(OccurrenceSpan when) {
    JsonNode cite = node.path("cite");
    String publication = cite.path("publication").asString(text("publication"));
    String source = publication.isBlank() ? origin.file() : publication.strip();
    String coded = text("coded_date").isEmpty() ? text("dateCoded") : text("coded_date");
    long recorded =
        coded.isEmpty() ? when.latest() : ValueFormats.span("coded_date", coded, order).latest();
    return new SourceAccount(
        source,
        names.meaning(About.GROUP, source),
        when.latest(),
        Math.max(recorded, when.latest()));
  }

  private @Nullable Named named(String now, String before) {
    JsonNode list = node.has(now) ? node.path(now) : node.path(before);
    JsonNode first = list.isArray() ? list.path(0) : list;
    String code = first.isString() ? first.asString() : first.path("code").asString("");
    String written = code.isBlank() ? first.path("actorText").asString("") : code;
    return written.isBlank() ? null : names.party(written.strip());
  }

  private List<String> words(String key) {
    JsonNode value = node.path(key);
    List<String> words = new ArrayList<>();
    for (JsonNode each : value.isArray() ? value : List.of(value)) {
      if (each.isValueNode() && !each.isNull()) {
        for (String word : each.asString("").split("[,;]")) {
          if (!word.isBlank()) {
            words.add(word.strip());
          }
        }
      }
    }
    return words;
  }

  private String text(String key) {
    JsonNode value = node.path(key);
    return value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
  }
}
