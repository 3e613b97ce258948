package org.parley.outlook;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.acts.InstrumentPhase;
import org.parley.acts.RecordedAct;
import org.parley.board.Boards;
import org.parley.model.ForecastSubject;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.ForecastEvent;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentStatus;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.outlook.ExpectedEvent.EventFate;

/// The days on which instruments had been through events, steps were done and points were agreed,
/// as known on a day.
final class EventDays {

  private final CaseView view;
  private final AsOf asOf;
  private final Map<InstrumentId, NavigableMap<LocalDate, InstrumentPhase>> lives = new HashMap<>();
  private final Map<LocalDate, List<InstrumentId>> open = new HashMap<>();

  /// The acts of the view; null until one is asked about.
  private @Nullable Acts acts;

  /// The acts of the day; null until a step is asked about.
  private @Nullable ActLedger ledger;

  private final Supplier<Boards> makingBoards;

  /// The boards of the view; null until a point is asked about.
  private @Nullable Boards boards;

  /// @param boards the boards of the view, if a point is asked about
  EventDays(CaseView view, AsOf asOf, Supplier<Boards> boards) {
    this.view = view;
    this.asOf = asOf;
    this.makingBoards = boards;
  }

  /// The day on which the event of a question had happened to all, or to one where one is enough.
  Optional<LocalDate> happened(ForecastQuestion question) {
    List<Optional<LocalDate>> days =
        question.about().stream().map(each -> happened(each, question.event())).toList();
    return question.oneIsEnough()
        ? days.stream().flatMap(Optional::stream).min(Comparator.naturalOrder())
        : days.stream().allMatch(Optional::isPresent)
            ? days.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
            : Optional.empty();
  }

  private Optional<LocalDate> happened(ForecastSubject subject, ForecastEvent event) {
    return switch (subject) {
      case InstrumentId id -> reached(id, phase -> has(phase, event));
      case StepId id -> done(view.get(id));
      case PointId id -> agreed(view.get(id));
    };
  }

  private Optional<LocalDate> done(Step step) {
    ActLedger known = ledger;
    if (known == null) {
      known = acts().at(asOf);
      ledger = known;
    }
    return known.completedOn(step).map(Edtf::latestDay).filter(day -> !day.isAfter(asOf.date()));
  }

  /// The first day on which a point was agreed among the signatories of its text. If no column of
  /// the board signs it, all of them are meant.
  private Optional<LocalDate> agreed(Point point) {
    Boards all = boards;
    if (all == null) {
      all = makingBoards.get();
      boards = all;
    }
    List<PartyId> columns = view.columns().stream().map(Party::id).toList();
    List<PartyId> signatories = view.get(point.instrument()).signatories();
    List<PartyId> signing = columns.stream().filter(signatories::contains).toList();
    return all.agreedOn(point.id(), signing.isEmpty() ? columns : signing, asOf);
  }

  /// The first day on which each of some instruments had been through an event.
  Optional<LocalDate> reachedByAll(
      Collection<InstrumentId> instruments, Predicate<InstrumentPhase> event) {
    LocalDate last = LocalDate.MIN;
    for (InstrumentId each : instruments) {
      Optional<LocalDate> reached = reached(each, event);
      if (reached.isEmpty()) {
        return Optional.empty();
      }
      last = reached.get().isAfter(last) ? reached.get() : last;
    }
    return instruments.isEmpty() ? Optional.empty() : Optional.of(last);
  }

  /// The first day on which one of some instruments had been through an event.
  Optional<LocalDate> reachedByOne(
      Collection<InstrumentId> instruments, Predicate<InstrumentPhase> event) {
    return instruments.stream()
        .flatMap(each -> reached(each, event).stream())
        .min(Comparator.naturalOrder());
  }

  /// The outcome of a way that talks about several texts go. It holds on the last day that the date
  /// may mean, and is ruled out once an event contradicts it.
  ///
  /// @param event a way
  WayOutcome outcome(Collection<InstrumentId> texts, ForecastEvent event, Edtf by) {
    LocalDate last = by.latestDay();
    boolean isPast = by.isBy(asOf.date().minusDays(1));
    List<LocalDate> signed =
        texts.stream()
            .flatMap(each -> reached(each, phase -> has(phase, ForecastEvent.SIGNED)).stream())
            .filter(day -> !day.isAfter(last))
            .sorted()
            .toList();
    Optional<LocalDate> abandoned =
        reachedByOne(texts, phase -> has(phase, ForecastEvent.ABANDONED))
            .filter(day -> !day.isAfter(last));
    boolean isWhole = signed.size() == texts.size();
    boolean holds =
        switch (event) {
          case SIGNED_IN_PART -> !signed.isEmpty() && !isWhole;
          case PROLONGED -> signed.isEmpty() && abandoned.isEmpty();
          case COLLAPSED -> signed.isEmpty() && abandoned.isPresent();
          default -> throw new IllegalArgumentException(event + " is no way of several texts");
        };
    if (isPast) {
      return new WayOutcome(
          holds ? EventFate.MET : EventFate.MISSED,
          Optional.of(holds ? last : ruledOut(event, signed, abandoned, isWhole).orElse(last)));
    }
    Optional<LocalDate> out = ruledOut(event, signed, abandoned, isWhole);
    return new WayOutcome(out.isPresent() ? EventFate.MISSED : EventFate.OPEN, out);
  }

  /// The day from which a way could not hold any more; empty if it still can.
  private static Optional<LocalDate> ruledOut(
      ForecastEvent event, List<LocalDate> signed, Optional<LocalDate> abandoned, boolean isWhole) {
    return switch (event) {
      case SIGNED_IN_PART -> isWhole ? Optional.of(signed.getLast()) : Optional.empty();
      case PROLONGED ->
          Stream.concat(signed.stream(), abandoned.stream()).min(Comparator.naturalOrder());
      default -> signed.stream().findFirst();
    };
  }

  /// The outcome of a way.
  ///
  /// @param fate whether it holds
  /// @param decided the day that decided it; empty while it is open
  record WayOutcome(EventFate fate, Optional<LocalDate> decided) {}

  private Optional<LocalDate> reached(InstrumentId instrument, Predicate<InstrumentPhase> event) {
    return lives.computeIfAbsent(instrument, this::life).entrySet().stream()
        .filter(each -> event.test(each.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The fate of an event that was to happen by a date.
  static EventFate fate(Optional<LocalDate> happened, Edtf by, AsOf asOf) {
    if (happened.isEmpty()) {
      return by.isBy(asOf.date().minusDays(1)) ? EventFate.MISSED : EventFate.OPEN;
    }
    return happened.get().isAfter(by.latestDay()) ? EventFate.MISSED : EventFate.MET;
  }

  /// The phase of an instrument after each day of an act of it, as known on the day of knowledge.
  private NavigableMap<LocalDate, InstrumentPhase> life(InstrumentId instrument) {
    // Phases follow from the acts of the instrument itself, whatever else was done.
    Acts own = acts().about(instrument::equals);
    NavigableMap<LocalDate, InstrumentPhase> life = new TreeMap<>();
    // An act that was corrected later counted until then.
    for (RecordedAct each : own.inOrder()) {
      LocalDate day = each.doneBy();
      if (!day.isAfter(asOf.date())) {
        life.computeIfAbsent(
            day, _ -> own.at(new AsOf(day, asOf.knownAt())).stateOf(instrument).phase());
      }
    }
    return life;
  }

  /// The texts that were open on a day, as known on the day of knowledge.
  List<InstrumentId> open(LocalDate day) {
    return open.computeIfAbsent(
        day, each -> OpenTexts.of(view, acts().at(new AsOf(each, asOf.knownAt()))));
  }

  private Acts acts() {
    Acts all = acts;
    if (all == null) {
      all = Acts.of(view);
      acts = all;
    }
    return all;
  }

  /// Whether an instrument in a phase has been through an event.
  static boolean has(InstrumentPhase phase, InstrumentStatus event) {
    return switch (event) {
      case DRAFTED -> phase != InstrumentPhase.NONE;
      case FINALISED -> isOnTheWay(phase, InstrumentPhase.FINALISED);
      case INITIALLED -> isOnTheWay(phase, InstrumentPhase.INITIALLED);
      case SIGNED -> isOnTheWay(phase, InstrumentPhase.SIGNED);
      case RATIFIED ->
          isOnTheWay(phase, InstrumentPhase.RATIFIED)
              && phase != InstrumentPhase.PROVISIONALLY_APPLIED;
      case PROVISIONALLY_APPLIED -> isOnTheWay(phase, InstrumentPhase.PROVISIONALLY_APPLIED);
      case IN_FORCE, ACTIVATED -> isOnTheWay(phase, InstrumentPhase.IN_FORCE);
      case SUSPENDED -> phase == InstrumentPhase.SUSPENDED;
      case TERMINATED -> phase == InstrumentPhase.TERMINATED;
    };
  }

  /// Whether an instrument in a phase has been through the event of a forecast.
  static boolean has(InstrumentPhase phase, ForecastEvent event) {
    return switch (event) {
      case DRAFTED -> has(phase, InstrumentStatus.DRAFTED);
      case FINALISED -> has(phase, InstrumentStatus.FINALISED);
      case INITIALLED -> has(phase, InstrumentStatus.INITIALLED);
      case SIGNED -> has(phase, InstrumentStatus.SIGNED);
      case RATIFIED -> has(phase, InstrumentStatus.RATIFIED);
      case PROVISIONALLY_APPLIED -> has(phase, InstrumentStatus.PROVISIONALLY_APPLIED);
      case IN_FORCE -> has(phase, InstrumentStatus.IN_FORCE);
      case SUSPENDED -> has(phase, InstrumentStatus.SUSPENDED);
      case TERMINATED -> has(phase, InstrumentStatus.TERMINATED);
      case ABANDONED ->
          phase == InstrumentPhase.REJECTED
              || phase == InstrumentPhase.DENOUNCED
              || phase == InstrumentPhase.TERMINATED;
      case DONE, AGREED -> false;
      case SIGNED_IN_PART, PROLONGED, COLLAPSED -> throw new IllegalArgumentException(event.name());
    };
  }

  /// Whether a phase is that one or a later one in which the text still lives.
  private static boolean isOnTheWay(InstrumentPhase phase, InstrumentPhase reached) {
    return phase.compareTo(reached) >= 0
        && phase != InstrumentPhase.REJECTED
        && phase != InstrumentPhase.TERMINATED
        && phase != InstrumentPhase.DENOUNCED;
  }
}
