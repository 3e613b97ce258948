package org.parley.exchange.incidents.form;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.IncidentReport;
import org.parley.exchange.incidents.IncidentReport.Account;
import org.parley.exchange.incidents.IncidentReport.Named;
import org.parley.exchange.incidents.IncidentReport.Toll;
import org.parley.exchange.incidents.LogFact;
import org.parley.exchange.incidents.LogRecord;
import org.parley.exchange.incidents.Names;
import org.parley.exchange.incidents.Names.About;
import org.parley.exchange.incidents.Origin;
import org.parley.exchange.incidents.Site;
import org.parley.exchange.incidents.Span;
import org.parley.guarantees.log.Entry;
import org.parley.guarantees.log.Fact;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.party.PartyId;

/// A record of Parley's own forms: values by [Field], from a row under HXL tags, a GeoJSON feature
/// or a JSON object.
final class OwnRecord {

  private final Map<Field, String> values;
  private final Origin origin;
  private final Names names;

  OwnRecord(Map<Field, String> values, Origin origin, Names names) {
    this.values = values;
    this.origin = origin;
    this.names = names;
  }

  LogRecord read() {
    String fact = or(Field.FACT, "report").toLowerCase(Locale.ROOT);
    return fact.equals("report") ? report() : fact(fact);
  }

  private IncidentReport report() {
    Span when = when();
    String id = or(Field.ID, origin.toString());
    Named actor = named(Field.ACTOR);
    Named target = named(Field.TARGET);
    return new IncidentReport(
        origin,
        id,
        or(Field.INCIDENT, id),
        names.meaning(About.KIND, needed(Field.KIND)),
        actor,
        target,
        between(actor, target),
        when,
        site(),
        toll(),
        traits(),
        List.of(account(when)),
        find(Field.SUPERSEDES),
        or(Field.TEXT, ""));
  }

  private List<Named> between(@Nullable Named actor, @Nullable Named target) {
    String written = find(Field.BETWEEN);
    if (written == null) {
      return List.of();
    }
    String[] sides = written.split(";");
    if (actor != null || target != null || sides.length != 2) {
      throw new Unusable(
          "between is "
              + Told.quoted(written)
              + ". Maybe name two with a semicolon between them, and neither actor nor target");
    }
    return Arrays.stream(sides).map(each -> names.party(each.strip())).toList();
  }

  private LogFact fact(String fact) {
    Span when = when();
    Account account = account(when);
    Entry entry =
        new Entry(
            or(Field.ID, origin.toString()),
            what(fact),
            when.earliest(),
            when.latest(),
            account.reported(),
            account.recorded(),
            account.source(),
            account.group(),
            find(Field.SUPERSEDES));
    return new LogFact(origin, entry);
  }

  private Fact what(String fact) {
    return switch (fact) {
      case "finding" ->
          new Fact.Finding(
              needed(Field.INCIDENT), by(), Told.isYes("answer", or(Field.ANSWER, "yes")));
      case "act" -> new Fact.Act(needed(Field.INCIDENT), by(), needed(Field.ACT));
      case "ballot" ->
          new Fact.Ballot(
              needed(Field.INCIDENT),
              party(Field.BODY),
              needed(Field.QUESTION),
              by(),
              Told.isYes("answer", needed(Field.ANSWER)));
      case "waiver" -> new Fact.Waiver(needed(Field.INCIDENT), guarantee());
      case "invocation" -> new Fact.Invocation(needed(Field.INCIDENT), guarantee(), by());
      case "milestone" -> new Fact.Milestone(needed(Field.MILESTONE));
      case "suspension" -> new Fact.Suspension(guarantee(), by(), true);
      case "resumption" -> new Fact.Suspension(guarantee(), by(), false);
      case "extension" ->
          new Fact.Extension(guarantee(), Told.span("until", needed(Field.UNTIL)).latest());
      case "termination" -> new Fact.Termination(guarantee(), by());
      case "retraction" -> {
        needed(Field.SUPERSEDES);
        yield new Fact.Retraction(find(Field.INCIDENT));
      }
      default ->
          throw new Unusable(
              "fact is "
                  + Told.quoted(fact)
                  + ". Maybe report, finding, act, ballot, waiver, invocation, milestone, suspension,"
                  + " resumption, extension, termination or retraction");
    };
  }

  private Span when() {
    Span start = Told.span("occurred", needed(Field.OCCURRED));
    String end = find(Field.OCCURRED_END);
    if (end == null) {
      return start;
    }
    long latest = Told.span("occurred-end", end).latest();
    if (latest < start.earliest()) {
      throw new Unusable("occurred-end is before occurred. Maybe the two are swapped");
    }
    return Span.of(start.earliest(), latest);
  }

  private Account account(Span when) {
    String source = or(Field.SOURCE, origin.file());
    String reported = find(Field.REPORTED);
    long told = reported == null ? when.latest() : Told.span("reported", reported).latest();
    String recorded = find(Field.RECORDED);
    long known = recorded == null ? told : Told.span("recorded", recorded).latest();
    String group = find(Field.GROUP);
    return new Account(
        source, group != null ? group : names.meaning(About.GROUP, source), told, known);
  }

  private @Nullable Site site() {
    String code = find(Field.PLACE);
    String name = find(Field.PLACE_NAME);
    String latitude = find(Field.LATITUDE);
    String longitude = find(Field.LONGITUDE);
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
        latitude == null ? null : Told.degrees("latitude", latitude),
        longitude == null ? null : Told.degrees("longitude", longitude),
        precision());
  }

  private Site.Precision precision() {
    String written = find(Field.PLACE_PRECISION);
    if (written == null) {
      return Site.Precision.UNSTATED;
    }
    for (Site.Precision each : Site.Precision.values()) {
      if (each.name().equalsIgnoreCase(written.strip())) {
        return each;
      }
    }
    throw new Unusable(
        "place-precision is "
            + Told.quoted(written)
            + ". Maybe one of "
            + Arrays.toString(Site.Precision.values()).toLowerCase(Locale.ROOT));
  }

  private Toll toll() {
    String best = find(Field.BEST);
    String low = find(Field.LOW);
    String high = find(Field.HIGH);
    if (best == null && low == null && high == null) {
      return Toll.UNSTATED;
    }
    String likeliest = best != null ? best : low != null ? low : String.valueOf(high);
    long middle = Told.count("best", likeliest);
    return new Toll(
        low == null ? middle : Told.count("low", low),
        middle,
        high == null ? middle : Told.count("high", high));
  }

  private Set<String> traits() {
    Set<String> traits = new LinkedHashSet<>();
    for (String each : or(Field.TRAITS, "").split("[,;]")) {
      if (!each.isBlank()) {
        traits.add(each.strip());
      }
    }
    return traits;
  }

  private @Nullable Named named(Field field) {
    String written = find(field);
    return written == null ? null : names.party(written);
  }

  private PartyId by() {
    return party(Field.BY);
  }

  private PartyId party(Field field) {
    String written = needed(field);
    PartyId party = names.party(written).party();
    if (party == null) {
      throw new Unusable(
          field.key()
              + " is "
              + Told.quoted(written)
              + ", which is no party of this case. Maybe add a line to the map: party "
              + Told.quoted(written).replace("\"", "")
              + " = ID");
    }
    return party;
  }

  private GuaranteeId guarantee() {
    return new GuaranteeId(needed(Field.GUARANTEE));
  }

  private @Nullable String find(Field field) {
    String value = values.get(field);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private String or(Field field, String otherwise) {
    String value = find(field);
    return value == null ? otherwise : value;
  }

  private String needed(Field field) {
    String value = find(field);
    if (value == null) {
      throw new Unusable("it has no " + field.key() + ". Maybe the cell is empty");
    }
    return value;
  }
}
