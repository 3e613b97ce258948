package org.parley.web.watch;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.Incident.Coordinates;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.guarantee.LogEntry;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.GuaranteeWording;
import org.parley.wording.WatchWording;

/// Incidents and duties: as charts, and as a paged list.
public final class WatchPage {

  private static final int PER_PAGE = 50;

  private final OpenCase open;
  private final WatchFilter filter;
  private final LogState happened;
  private final GuaranteeWording words;
  private final List<Incident> incidents;
  private final List<DutyVerdict> duties;
  private final List<LogEntry> log;

  /// The number of duties in a state, and the address of the list.
  public record Tally(Lifecycle state, int count, String url) {}

  private WatchPage(OpenCase open, WatchFilter filter) {
    this.open = open;
    this.filter = filter;
    happened = LogState.of(open, filter.day("asOf"));
    words = GuaranteeWording.of(open.view());
    List<DutyVerdict> ofDuty = happened.duties().stream().filter(this::passes).toList();
    Set<String> touched = new HashSet<>();
    ofDuty.forEach(each -> touched.add(each.duty().incident()));
    incidents =
        happened.incidents().stream()
            .filter(this::passes)
            .filter(each -> !filter.isOfDuties() || touched.contains(each.id().value()))
            .toList();
    Set<String> passing = new HashSet<>();
    incidents.forEach(each -> passing.add(each.id().value()));
    duties =
        filter.isOfIncidents()
            ? ofDuty.stream().filter(each -> passing.contains(each.duty().incident())).toList()
            : ofDuty;
    log =
        open.view().logEntries().reversed().stream()
            .filter(
                each -> {
                  IncidentId about = happened.incident(each);
                  return !filter.isSet() || (about != null && passing.contains(about.value()));
                })
            .toList();
  }

  /// The page of a filter.
  public static WatchPage of(OpenCase open, WatchFilter filter) {
    return new WatchPage(open, filter);
  }

  private boolean passes(DutyVerdict verdict) {
    return (filter.get("guarantee").isEmpty()
            || filter.is("guarantee", verdict.duty().guarantee().value()))
        && (filter.get("state").isEmpty() || filter.is("state", Say.key(verdict.state())));
  }

  private boolean passes(Incident incident) {
    IncidentTimeline.When when = happened.when(incident);
    Coordinates at = incident.at();
    return incident
            .title()
            .text()
            .toLowerCase(Locale.ROOT)
            .contains(filter.get("q").toLowerCase(Locale.ROOT))
        && (filter.get("kind").isEmpty() || (when != null && filter.is("kind", when.kind())))
        && (filter.day("from") == null
            || (when != null && when.latest() >= start(filter.day("from"))))
        && (filter.day("to") == null
            || (when != null && when.earliest() < start(filter.day("to")) + 86_400))
        && (filter.area() == null
            || (at != null && filter.area().has(at.latitude(), at.longitude())));
  }

  private static long start(@Nullable LocalDate day) {
    return day == null ? Long.MIN_VALUE : day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  public OpenCase open() {
    return open;
  }

  public WatchFilter filter() {
    return filter;
  }

  public LogState happened() {
    return happened;
  }

  public GuaranteeWording words() {
    return words;
  }

  public Frame frame() {
    return Frame.of(Say.text("nav.watch"), open.view().info(), "watch");
  }

  /// The standfirst: the extent of the log, and its last moment.
  public String standfirst() {
    if (happened.incidents().isEmpty()) {
      return "";
    }
    List<Incident> timed =
        happened.incidents().stream().filter(each -> happened.when(each) != null).toList();
    String first =
        timed.isEmpty() ? "" : words.moments().shortDay(time(timed.getFirst()).earliest());
    String last = timed.isEmpty() ? "" : words.moments().shortDay(time(timed.getLast()).latest());
    return Say.text(
        "watch.on-record",
        "count",
        happened.incidents().size(),
        "timed",
        timed.isEmpty() ? Timed.NONE : first.equals(last) ? Timed.DAY : Timed.STRETCH,
        "from",
        first,
        "until",
        last,
        "moment",
        happened.momentInWords());
  }

  private enum Timed {
    NONE,
    DAY,
    STRETCH
  }

  private IncidentTimeline.When time(Incident incident) {
    return java.util.Objects.requireNonNull(happened.when(incident));
  }

  /// The states that duties stand in, those of most duties first.
  public List<Tally> tallies() {
    List<Tally> tallies = new ArrayList<>();
    Guarantees.tally(happened.duties())
        .forEach(
            (state, count) ->
                tallies.add(
                    new Tally(
                        state,
                        count,
                        filter.url(
                            Map.of("state", Say.key(state), "list", "duties", "page", "")))));
    tallies.sort(
        java.util.Comparator.comparingInt(Tally::count).reversed().thenComparing(Tally::state));
    return tallies;
  }

  /// How many of a list pass the filter.
  public int count(String list) {
    return rows(list).size();
  }

  private List<?> rows(String list) {
    return switch (list) {
      case "log" -> log;
      case "incidents" -> incidents;
      default -> duties;
    };
  }

  /// The address of a list under the same conditions.
  public String urlOf(String list) {
    return filter.url(Map.of("list", list));
  }

  public int pages() {
    return Math.max(1, (rows(filter.list()).size() + PER_PAGE - 1) / PER_PAGE);
  }

  private <T> List<T> shown(List<T> rows) {
    int from = Math.min(rows.size(), (filter.page() - 1) * PER_PAGE);
    return rows.subList(from, Math.min(rows.size(), from + PER_PAGE));
  }

  /// The duties on this page of the list.
  public List<DutyVerdict> duties() {
    return shown(duties);
  }

  /// The records on this page of the list, the latest first.
  public List<LogEntry> log() {
    return shown(log);
  }

  /// The incidents on this page of the list.
  public List<Incident> incidents() {
    return shown(incidents);
  }

  /// The number of an incident in the drawings.
  public int number(Incident incident) {
    return incidents.indexOf(incident) + 1;
  }

  /// The time of an incident, in words; empty if unknown.
  public String when(Incident incident) {
    IncidentTimeline.When when = happened.when(incident);
    return when == null ? "" : words.moments().when(when.earliest(), when.latest());
  }

  /// When it happened, as programs read it; null if that is no single moment.
  public @Nullable String whenByIso(Incident incident) {
    IncidentTimeline.When when = happened.when(incident);
    return when == null || when.earliest() != when.latest()
        ? null
        : IncidentPage.iso(when.earliest());
  }

  /// A one-line summary of the reports of an incident.
  public String told(Incident incident) {
    return WatchWording.of(open.view()).reports(happened.about(incident));
  }

  /// The incident of a duty or entry; null if it is not on record.
  public @Nullable Incident about(String incident) {
    return open.view().find(new IncidentId(incident)).orElse(null) instanceof Incident found
        ? found
        : null;
  }

  public String due(DutyVerdict verdict) {
    return IncidentPage.due(verdict);
  }

  public String says(LogEntry entry) {
    return WatchWording.of(open.view()).says(entry);
  }

  /// The filtered incidents over time; null if none has a known time.
  public @Nullable IncidentTimeline timeline() {
    Set<String> passing = new HashSet<>();
    incidents.forEach(each -> passing.add(each.id().value()));
    List<LoggedFact> ofThem =
        happened.log().stream()
            .filter(
                each ->
                    !filter.isSet()
                        || (each.fact().incident() != null
                            && passing.contains(each.fact().incident())))
            .toList();
    return IncidentTimeline.of(incidents, ofThem, duties, words, filter);
  }

  public IncidentMap map() {
    return IncidentMap.of(incidents, filter);
  }
}
