package org.parley.exchange.coding;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.LogEntry.Fact.Report;
import org.parley.model.guarantee.LogEntryId;
import org.parley.model.party.Party;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Acts, claims and incidents of a view as events of PLOVER, one JSON object on each line, by day.
///
/// Records without a category, an actor or a certain day are left out. An actor is written by its
/// ISO 3166 code where it has one, else by its id. See Schrodt, PLOVER: Political Language Ontology
/// for Verifiable Event Records, draft 0.8, 2021.
public final class PloverEvents {

  /// Sources also have addresses in collections, which are no links.
  private static final Pattern WEB = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

  private final CaseView view;

  private PloverEvents(CaseView view) {
    this.view = view;
  }

  /// An event with the day it is sorted by.
  private record Dated(String day, String id, ObjectNode event) {}

  /// The lines.
  public static String write(CaseView view) {
    PloverEvents events = new PloverEvents(view);
    return Stream.of(events.acts(), events.claims(), events.incidents())
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Dated::day).thenComparing(Dated::id))
        .map(each -> each.event() + "\n")
        .collect(Collectors.joining());
  }

  private List<Dated> acts() {
    Set<ActId> superseded = new HashSet<>();
    view.acts().forEach(each -> superseded.addAll(each.supersedes()));
    return view.acts().stream()
        .filter(each -> !superseded.contains(each.id()))
        .flatMap(each -> act(each).stream())
        .toList();
  }

  private Optional<Dated> act(Act act) {
    return PloverCategory.of(view, act)
        .flatMap(category -> event(act, act.date(), act.by(), category))
        .map(
            dated -> {
              text(dated.event(), words(act.quote(), act.note()));
              cite(dated.event(), act.source());
              return dated;
            });
  }

  private List<Dated> claims() {
    return view.claims().stream().flatMap(each -> claim(each).stream()).toList();
  }

  private Optional<Dated> claim(Claim claim) {
    return PloverCategory.of(claim.asserts())
        .flatMap(category -> event(claim, claim.said(), claim.parties(), category))
        .map(
            dated -> {
              ((ObjectNode) dated.event().get("actor").get(0)).put("actorText", claim.speaker());
              List<PartyId> others =
                  claim.between().stream().filter(each -> !claim.parties().contains(each)).toList();
              recipients(dated.event(), others);
              text(dated.event(), words(claim.quote(), claim.paraphrase()));
              cite(dated.event(), claim.source());
              return dated;
            });
  }

  /// Reports that no later entry corrects or takes back.
  private List<Dated> incidents() {
    Set<LogEntryId> corrected = new HashSet<>();
    for (LogEntry each : view.logEntries()) {
      LogEntryId earlier = each.corrects();
      if (earlier != null) {
        corrected.add(earlier);
      }
    }
    return view.logEntries().stream()
        .filter(each -> !corrected.contains(each.id()))
        .flatMap(each -> incident(each).stream())
        .toList();
  }

  private Optional<Dated> incident(LogEntry entry) {
    if (!(entry.says() instanceof Report report)) {
      return Optional.empty();
    }
    return PloverCategory.of(report)
        .flatMap(category -> event(entry, entry.occurred(), some(report.by()), category))
        .map(
            dated -> {
              recipients(dated.event(), some(report.on()));
              Incident incident = (Incident) view.find(report.incident().value()).orElseThrow();
              place(dated.event(), incident);
              size(dated.event(), report.severity());
              text(dated.event(), incident.title().text());
              cite(dated.event(), entry.source());
              return dated;
            });
  }

  /// An event; empty without an actor, or without a first and a last day.
  private Optional<Dated> event(
      CaseRecord record, Edtf date, Collection<PartyId> by, PloverCategory category) {
    if (by.isEmpty() || !isBounded(date)) {
      return Optional.empty();
    }
    String first = date.earliestDay().toString();
    String last = date.latestDay().toString();
    ObjectNode event = JsonMapper.shared().createObjectNode();
    event.put("id", record.id().value()).put("date", first);
    if (!last.equals(first)) {
      event.put("enddate", last);
    }
    actors(event.putArray("actor"), by);
    event.putArray("event").add(category.event());
    list(event, "mode", category.modes());
    list(event, "context", category.contexts());
    return Optional.of(new Dated(first, record.id().value(), event));
  }

  private static boolean isBounded(Edtf date) {
    return !date.earliestDay().equals(LocalDate.MIN) && !date.latestDay().equals(LocalDate.MAX);
  }

  private void actors(ArrayNode list, Collection<PartyId> parties) {
    for (PartyId id : parties) {
      Party party = view.get(id);
      String code = party.iso3166();
      list.addObject().put("code", code == null ? id.value() : code);
    }
  }

  private void recipients(ObjectNode event, Collection<PartyId> parties) {
    if (!parties.isEmpty()) {
      actors(event.putArray("recipient"), parties);
    }
  }

  private static void place(ObjectNode event, Incident incident) {
    Incident.Coordinates at = incident.at();
    if (at != null) {
      event
          .putObject("event_loc")
          .put("lat", at.position().latitude())
          .put("lon", at.position().longitude());
    }
  }

  /// The severity of a case is counted in a unit of its own, so it is not said to be of the dead.
  private static void size(ObjectNode event, LogEntry.@Nullable Severity severity) {
    if (severity != null) {
      event.put("magnitude", severity.best());
    }
  }

  private static void text(ObjectNode event, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      event.put("text", text);
    }
  }

  /// Quoted words, else those of the analyst.
  private static @Nullable String words(@Nullable LocalizedText quote, @Nullable String own) {
    return quote == null ? own : quote.text();
  }

  private static List<PartyId> some(@Nullable PartyId party) {
    return party == null ? List.of() : List.of(party);
  }

  private void cite(ObjectNode event, List<SourceId> sources) {
    if (sources.isEmpty()) {
      return;
    }
    Source source = view.get(sources.getFirst());
    ObjectNode cite =
        event
            .putObject("cite")
            .put("publication", source.publisher())
            .put("title", source.title().text())
            .put("language", source.language());
    String address = source.address();
    if (address != null && WEB.matcher(address).lookingAt()) {
      cite.put("url", address);
      event.put("link", address);
    }
  }

  private static void list(ObjectNode event, String key, List<String> words) {
    if (!words.isEmpty()) {
      ArrayNode list = event.putArray(key);
      words.forEach(list::add);
    }
  }
}
