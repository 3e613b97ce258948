package org.parley.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.board.Boards;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.text.ComponentId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;
import org.parley.outlook.ExpectedEvent.EventFate;

/// Dated expectations on record, scored by the acts on record once their day has come.
///
/// A claim that expects an event of instruments by a date is a forecast by its speaker. It is met
/// if every instrument that it concerns had reached the event by the last day that the date may
/// mean. Corrections do not spare it: what was forecast was forecast.
///
/// Cost: linear in the records for each instrument of which something is expected. For each day of
/// its life, linear in its own acts.
///
/// @param events the expectations known by the day, by the day on which they were stated
/// @param speakers those who stated any, by name
public record ScoredWords(List<ExpectedEvent> events, List<SpeakerScore> speakers) {

  /// Speakers with fewer expectations that are due have no score.
  public static final int LEAST_DUE = 10;

  /// How a speaker's expectations came out.
  ///
  /// @param due how many are due
  /// @param met how many of these were met
  public record SpeakerScore(String speaker, PartyId party, int due, int met) {

    /// Whether there are enough to state a score.
    public boolean isEnough() {
      return due >= LEAST_DUE;
    }

    /// The mean score of Brier, in ten-thousandths, rounded down. A word without a chance counts as
    /// sure, so that it is the share missed.
    public int brier() {
      return due == 0 ? 0 : BaseRate.WHOLE * (due - met) / due;
    }
  }

  public ScoredWords {
    events = List.copyOf(events);
    speakers = List.copyOf(speakers);
  }

  /// The expectations known by a day, as they stand on it.
  public static ScoredWords of(CaseView view, AsOf asOf) {
    EventDays days = new EventDays(view, asOf, () -> Boards.of(view));
    List<ExpectedEvent> events = new ArrayList<>();
    for (Claim claim : view.claims()) {
      if (claim.asserts() instanceof Assertion.Expects expects && asOf.covers(claim)) {
        expected(view, days, asOf, claim, expects).ifPresent(events::add);
      }
    }
    events.sort(
        Comparator.comparing((ExpectedEvent each) -> AsOf.saidBy(each.claim()))
            .thenComparing(each -> each.claim().id()));
    return new ScoredWords(events, speakers(events));
  }

  private static List<SpeakerScore> speakers(List<ExpectedEvent> events) {
    Map<String, SpeakerScore> speakers = new TreeMap<>();
    for (ExpectedEvent each : events) {
      Claim claim = each.claim();
      speakers.merge(
          claim.speaker() + '\n' + claim.party(),
          new SpeakerScore(
              claim.speaker(),
              claim.party(),
              each.isDue() ? 1 : 0,
              each.fate() == EventFate.MET ? 1 : 0),
          (all, one) ->
              new SpeakerScore(all.speaker, all.party, all.due + one.due, all.met + one.met));
    }
    return List.copyOf(speakers.values());
  }

  /// Empty if it concerns no instrument, or had happened before it was stated: that is no forecast.
  private static Optional<ExpectedEvent> expected(
      CaseView view, EventDays days, AsOf asOf, Claim claim, Assertion.Expects expects) {
    Set<InstrumentId> concerned = concerned(view, claim);
    if (concerned.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> happened =
        days.reachedByAll(concerned, phase -> EventDays.has(phase, expects.event()));
    if (happened.isPresent() && !happened.get().isAfter(claim.said().latestDay())) {
      return Optional.empty();
    }
    return Optional.of(
        new ExpectedEvent(
            claim,
            expects.event(),
            expects.by(),
            EventDays.fate(happened, expects.by(), asOf),
            happened.orElse(null)));
  }

  private static Set<InstrumentId> concerned(CaseView view, Claim claim) {
    Set<InstrumentId> all = new LinkedHashSet<>();
    for (Subject subject : claim.about()) {
      if (subject instanceof Subject.Whole) {
        view.instruments().stream().map(Instrument::id).forEach(all::add);
      } else if (subject instanceof InstrumentId id) {
        all.add(id);
      } else if (subject instanceof PointId id) {
        all.add(view.get(id).instrument());
      } else if (subject instanceof ComponentId id) {
        all.add(view.pointOf(id).instrument());
      }
    }
    return all;
  }
}
