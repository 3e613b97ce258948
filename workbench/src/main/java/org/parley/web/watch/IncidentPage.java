package org.parley.web.watch;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Moments;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.LogEntry;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.GuaranteeWording;
import org.parley.wording.MomentWords;
import org.parley.wording.WatchWording;

/// One incident: reports, determinations, acts and duties.
///
/// @param open the case
/// @param incident the incident
/// @param happened the state of the log, with all later knowledge
public record IncidentPage(OpenCase open, Incident incident, LogState happened) {

  /// How many of the records that a duty rests on are named.
  public static final int RECORDS_NAMED = 8;

  /// The page of an incident.
  ///
  /// @throws NotOnRecord if there is no such incident
  public static IncidentPage of(OpenCase open, String id) {
    List<Incident> incidents = open.view().incidents();
    return incidents.stream()
        .filter(each -> each.id().value().equals(id))
        .findFirst()
        .map(each -> new IncidentPage(open, each, LogState.of(open, null)))
        .orElseThrow(
            () ->
                new NotOnRecord(
                    "incident", id, incidents.stream().map(each -> each.id().value()).toList()));
  }

  public Frame frame() {
    return Frame.of(incident.title().text(), open.view().info(), "watch");
  }

  public GuaranteeWording words() {
    return GuaranteeWording.of(open.view());
  }

  /// When it happened, in words.
  public String when() {
    IncidentTimeline.When when = happened.when(incident);
    return when == null
        ? Say.text("watch.no-time")
        : MomentWords.current().when(when.earliest(), when.latest());
  }

  /// The duties it gave rise to.
  public List<DutyVerdict> duties() {
    return happened.duties().stream()
        .filter(each -> each.duty().incident().equals(incident.id().value()))
        .toList();
  }

  /// The records about it, the latest first.
  public List<LogEntry> log() {
    return happened.about(incident).reversed();
  }

  public String says(LogEntry entry) {
    return WatchWording.of(open.view()).says(entry);
  }

  /// The records that a duty rests on, those about this incident first.
  public List<LogEntry> because(DutyVerdict verdict) {
    Set<String> named = Set.copyOf(verdict.because());
    return Stream.concat(happened.about(incident).stream(), open.view().logEntries().stream())
        .filter(each -> named.contains(each.id().value()))
        .distinct()
        .toList();
  }

  /// The address of a log entry.
  public String place(LogEntry entry) {
    return (log().contains(entry) ? "" : Link.to(Address.WATCH) + "?list=log") + "#" + entry.id();
  }

  /// When a duty is due, as programs read it; null if never.
  public static @Nullable String dueByIso(DutyVerdict verdict) {
    return iso(verdict.deadline());
  }

  /// A moment as programs read it: a day where it is midnight; null if there is none.
  static @Nullable String iso(long moment) {
    return moment == Moments.NEVER || moment == Moments.ALWAYS
        ? null
        : Moments.text(moment).replace("T00:00:00Z", "");
  }

  /// When a duty is due, in words.
  public static String due(DutyVerdict verdict) {
    return verdict.deadline() == Moments.NEVER
        ? Say.text("watch.no-date")
        : MomentWords.current().moment(verdict.deadline());
  }
}
