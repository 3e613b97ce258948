package org.parley.outlook.eventstudy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.model.Id;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Meeting;
import org.parley.model.date.Edtf;

/// The events of a case that a series is looked at beside.
///
/// An event counts once it had happened and was known, and if its date is a single day. A change
/// around a month says nothing of a day in it.
public final class CaseEvents {

  /// A sort of event.
  public enum EventSort {
    /// Acts that stand: signatures, votes, breaches.
    ACTS,
    /// Meetings.
    MEETINGS,
    /// Acts and meetings.
    BOTH,
    /// The records that are named.
    CHOSEN
  }

  /// An event.
  ///
  /// @param record the act, meeting or claim
  /// @param day its day
  public record DatedEvent(Id record, LocalDate day) {}

  private CaseEvents() {}

  /// The events of a sort that were known, by day.
  ///
  /// @param chosen the records that are named, of [EventSort#CHOSEN]: acts, meetings and claims
  public static List<DatedEvent> of(
      CaseView view, AsOf asOf, EventSort sort, Collection<String> chosen) {
    List<DatedEvent> events = new ArrayList<>();
    if (sort != EventSort.MEETINGS) {
      for (ActLedger.Entry each : Acts.of(view).at(asOf).entries()) {
        if (each.stands()
            && (sort != EventSort.CHOSEN || chosen.contains(each.recorded().record().value()))) {
          add(events, each.recorded().record(), each.act().date());
        }
      }
    }
    if (sort != EventSort.ACTS) {
      for (Meeting each : view.meetings()) {
        Edtf known = each.known();
        if (each.date().isBy(asOf.date())
            && (known == null ? each.date() : known).isBy(asOf.knownAt())
            && (sort != EventSort.CHOSEN || chosen.contains(each.id().value()))) {
          add(events, each.id(), each.date());
        }
      }
    }
    if (sort == EventSort.CHOSEN) {
      for (Claim each : view.claims()) {
        if (asOf.covers(each) && chosen.contains(each.id().value())) {
          add(events, each.id(), each.said());
        }
      }
    }
    events.sort(Comparator.comparing(DatedEvent::day).thenComparing(each -> each.record().value()));
    return List.copyOf(events);
  }

  private static void add(List<DatedEvent> events, Id record, Edtf date) {
    if (date.earliestDay().equals(date.latestDay())) {
      events.add(new DatedEvent(record, date.latestDay()));
    }
  }
}
