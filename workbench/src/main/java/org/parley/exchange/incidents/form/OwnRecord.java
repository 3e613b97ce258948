package org.parley.exchange.incidents.form;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.exchange.incidents.facts.IncidentReport.Named;
import org.parley.exchange.incidents.facts.IncidentReport.SourceAccount;
import org.parley.exchange.incidents.facts.IncidentReport.Toll;
import org.parley.exchange.incidents.facts.LogFact;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.NameMapping.About;
import org.parley.exchange.incidents.facts.OccurrenceSpan;
import org.parley.exchange.incidents.facts.Origin;
import org.parley.exchange.incidents.facts.Site;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.exchange.sheet.DayOrder;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.model.PartyId;
import org.parley.model.guarantee.GuaranteeId;

/// A record of Parley's own forms: values by [IncidentField], from a row under HXL tags, a GeoJSON
/// feature or a JSON object.
final class OwnRecord {

  private static final List<String> FACTS =
      List.of(
          "report",
          "finding",
          "act",
          "ballot",
          "waiver",
          "invocation",
          "milestone",
          "suspension",
          "resumption",
          "extension",
          "termination",
          "retraction");

  private final Map<IncidentField, String> values;
  private final Origin origin;
  private final NameMapping names;
  private final DayOrder order;

  OwnRecord(Map<IncidentField, String> values, Origin origin, NameMapping names, DayOrder order) {
    this.values = values;
    this.origin = origin;
    this.names = names;
    this.order = order;
  }

  LogRecord read() {
    String fact = or(IncidentField.FACT, "report").toLowerCase(Locale.ROOT);
    return fact.equals("report") ? report() : fact(fact);
  }

  private IncidentReport report() {
    OccurrenceSpan when = when();
    String id = or(IncidentField.ID, origin.toString());
    Named actor = named(IncidentField.ACTOR);
    Named target = named(IncidentField.TARGET);
    return new IncidentReport(
        origin,
        id,
        or(IncidentField.INCIDENT, id),
        names.meaning(About.KIND, needed(IncidentField.KIND)),
        actor,
        target,
        between(actor, target),
        when,
        site(),
        toll(),
        traits(),
        List.of(account(when)),
        find(IncidentField.SUPERSEDES),
        or(IncidentField.TEXT, ""));
  }

  private List<Named> between(@Nullable Named actor, @Nullable Named target) {
    String written = find(IncidentField.BETWEEN);
    if (written == null) {
      return List.of();
    }
    String[] sides = written.split(";");
    if (actor != null || target != null || sides.length != 2) {
      throw new UnusableRecordException(LogRecordFault.Plain.NOT_TWO_SIDES, written);
    }
    return Arrays.stream(sides).map(each -> names.party(each.strip())).toList();
  }

  private LogFact fact(String fact) {
    OccurrenceSpan when = when();
    SourceAccount account = account(when);
    LoggedFact entry =
        new LoggedFact(
            or(IncidentField.ID, origin.toString()),
            what(fact),
            when.earliest(),
            when.latest(),
            account.reported(),
            account.recorded(),
            account.source(),
            account.group(),
            find(IncidentField.SUPERSEDES));
    return new LogFact(origin, entry);
  }

  private Fact what(String fact) {
    return switch (fact) {
      case "finding" ->
          new Fact.Finding(
              needed(IncidentField.INCIDENT),
              by(),
              ValueFormats.isYes("answer", or(IncidentField.ANSWER, "yes")));
      case "act" -> new Fact.Act(needed(IncidentField.INCIDENT), by(), needed(IncidentField.ACT));
      case "ballot" ->
          new Fact.Ballot(
              needed(IncidentField.INCIDENT),
              party(IncidentField.BODY),
              needed(IncidentField.QUESTION),
              by(),
              ValueFormats.isYes("answer", needed(IncidentField.ANSWER)));
      case "waiver" -> new Fact.Waiver(needed(IncidentField.INCIDENT), guarantee());
      case "invocation" -> new Fact.Invocation(needed(IncidentField.INCIDENT), guarantee(), by());
      case "milestone" -> new Fact.Milestone(needed(IncidentField.MILESTONE));
      case "suspension" -> new Fact.Suspension(guarantee(), by(), true);
      case "resumption" -> new Fact.Suspension(guarantee(), by(), false);
      case "extension" ->
          new Fact.Extension(
              guarantee(), ValueFormats.span("until", needed(IncidentField.UNTIL), order).latest());
      case "termination" -> new Fact.Termination(guarantee(), by());
      case "retraction" -> {
        needed(IncidentField.SUPERSEDES);
        yield new Fact.Retraction(find(IncidentField.INCIDENT));
      }
      default ->
          throw new UnusableRecordException(new LogRecordFault.NotOneOf("fact", FACTS), fact);
    };
  }

  private OccurrenceSpan when() {
    OccurrenceSpan start = ValueFormats.span("occurred", needed(IncidentField.OCCURRED), order);
    String end = find(IncidentField.OCCURRED_END);
    return end == null ? start : ValueFormats.until(start, "occurred", end, "occurred-end", order);
  }

  private SourceAccount account(OccurrenceSpan when) {
    String source = or(IncidentField.SOURCE, origin.file());
    String reported = find(IncidentField.REPORTED);
    long reportedAt =
        reported == null ? when.latest() : ValueFormats.span("reported", reported, order).latest();
    String recorded = find(IncidentField.RECORDED);
    long known =
        recorded == null ? reportedAt : ValueFormats.span("recorded", recorded, order).latest();
    String group = find(IncidentField.GROUP);
    return new SourceAccount(
        source, group != null ? group : names.meaning(About.GROUP, source), reportedAt, known);
  }

  private @Nullable Site site() {
    String code = find(IncidentField.PLACE);
    String name = find(IncidentField.PLACE_NAME);
    String latitude = find(IncidentField.LATITUDE);
    String longitude = find(IncidentField.LONGITUDE);
    if (code == null && name == null && latitude == null && longitude == null) {
      return null;
    }
    String meant =
        code != null
            ? names.meaning(About.PLACE, code)
            : name == null ? null : names.find(About.PLACE, name).orElse(null);
    return new Site(
        meant,
        name,
        latitude == null ? null : ValueFormats.degrees("latitude", latitude),
        longitude == null ? null : ValueFormats.degrees("longitude", longitude),
        precision());
  }

  private Site.Precision precision() {
    String written = find(IncidentField.PLACE_PRECISION);
    if (written == null) {
      return Site.Precision.UNSTATED;
    }
    for (Site.Precision each : Site.Precision.values()) {
      if (each.name().equalsIgnoreCase(written.strip())) {
        return each;
      }
    }
    throw new UnusableRecordException(
        new LogRecordFault.NotOneOf(
            "place-precision",
            Arrays.stream(Site.Precision.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList()),
        written);
  }

  private Toll toll() {
    String best = find(IncidentField.BEST);
    String low = find(IncidentField.LOW);
    String high = find(IncidentField.HIGH);
    if (best == null && low == null && high == null) {
      return Toll.UNSTATED;
    }
    String likeliest = best != null ? best : low != null ? low : String.valueOf(high);
    long middle = ValueFormats.count("best", likeliest);
    return new Toll(
        low == null ? middle : ValueFormats.count("low", low),
        middle,
        high == null ? middle : ValueFormats.count("high", high));
  }

  private Set<String> traits() {
    Set<String> traits = new LinkedHashSet<>();
    for (String each : or(IncidentField.TRAITS, "").split("[,;]")) {
      if (!each.isBlank()) {
        traits.add(each.strip());
      }
    }
    return traits;
  }

  private @Nullable Named named(IncidentField field) {
    String written = find(field);
    return written == null ? null : names.party(written);
  }

  private PartyId by() {
    return party(IncidentField.BY);
  }

  private PartyId party(IncidentField field) {
    String written = needed(field);
    PartyId party = names.party(written).party();
    if (party == null) {
      throw new UnusableRecordException(new LogRecordFault.NotAParty(field.key()), written);
    }
    return party;
  }

  private GuaranteeId guarantee() {
    return new GuaranteeId(needed(IncidentField.GUARANTEE));
  }

  private @Nullable String find(IncidentField field) {
    String value = values.get(field);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private String or(IncidentField field, String otherwise) {
    String value = find(field);
    return value == null ? otherwise : value;
  }

  private String needed(IncidentField field) {
    String value = find(field);
    if (value == null) {
      throw new UnusableRecordException(new LogRecordFault.FieldEmpty(field.key()));
    }
    return value;
  }
}
