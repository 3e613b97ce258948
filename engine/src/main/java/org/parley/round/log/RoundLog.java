package org.parley.round.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackage;
import org.parley.round.AccordRecords;
import org.parley.round.AnswerState;
import org.parley.round.SealedAnswer;
import org.parley.round.log.RecordedCase.Author;
import org.parley.round.log.RoundState.SheetState;

/// Everything that happened in a round, in order.
///
/// The states of the round are computed at every moment at which one can begin. That is when its
/// records change, when an hour of its rule comes, and when an answer is received. An event stands
/// where a state differs from the one before. So the log says of answers what could be seen then.
/// Between these stand the answers that were refused for a reason that tells of no sealed words.
///
/// @param events the events, the first first
public record RoundLog(List<RoundEvent> events) {

  public RoundLog {
    events = List.copyOf(events);
  }

  /// The log of a round.
  ///
  /// @param cases the case at every moment at which records of the round changed, the first first
  /// @param sealed the sealed entries of its packages; null where none are kept
  /// @param now the end of the log
  public static RoundLog of(
      RoundId id, List<RecordedCase> cases, @Nullable SealedEntries sealed, Instant now) {
    List<RoundEvent> events = new ArrayList<>();
    RoundState before = RoundState.NONE;
    for (int i = 0; i < cases.size() && !cases.get(i).at().isAfter(now); i++) {
      RecordedCase recorded = cases.get(i);
      Instant end = i + 1 < cases.size() ? cases.get(i + 1).at().minusNanos(1) : now;
      Instant last = end.isBefore(now) ? end : now;
      for (Instant at : moments(id, recorded, sealed, last)) {
        RoundState state = RoundState.of(recorded.view(), id, sealed, at);
        for (RoundFact fact : StateChanges.of(before, state)) {
          Author author = at.equals(recorded.at()) ? author(recorded, state, fact) : null;
          events.add(new RoundEvent(events.size() + 1, at, recorded.entry(), author, fact));
        }
        before = state;
      }
    }
    return new RoundLog(
        sealed == null ? events : RefusedAttempts.among(id, events, cases, sealed, now));
  }

  /// How many answers and asks were refused, as far as the log tells of them.
  public int refused() {
    return Math.toIntExact(
        events.stream().filter(each -> each.fact() instanceof RoundFact.Refused).count());
  }

  /// The last event at or before a moment; empty before the first.
  public Optional<RoundEvent> lastBy(Instant at) {
    return events.reversed().stream().filter(each -> !each.at().isAfter(at)).findFirst();
  }

  /// The moments from a record of the case to the next at which a state can begin.
  private static NavigableSet<Instant> moments(
      RoundId id, RecordedCase recorded, @Nullable SealedEntries sealed, Instant end) {
    NavigableSet<Instant> moments = new TreeSet<>();
    moments.add(recorded.at());
    Round round = RoundState.round(recorded.view(), id);
    if (round != null) {
      hours(recorded, round).forEach(moments::add);
      if (sealed != null) {
        answered(recorded, round, sealed, end).forEach(moments::add);
      }
    }
    return new TreeSet<>(
        moments.stream()
            .filter(each -> !each.isBefore(recorded.at()))
            .filter(each -> !each.isAfter(end) || each.equals(recorded.at()))
            .toList());
  }

  private static Stream<Instant> hours(RecordedCase recorded, Round round) {
    ZonedMoment closes = round.closes();
    Stream<ZonedMoment> rule =
        closes == null ? Stream.of(round.opens()) : Stream.of(round.opens(), closes);
    Stream<ZonedMoment> tabled =
        recorded.view().tabledPackages().stream()
            .filter(each -> each.round().equals(round.id()))
            .map(TabledPackage::tabled);
    return Stream.concat(rule, tabled).map(ZonedMoment::instant);
  }

  /// Only a rule that reveals the turnout makes the moment of each answer one to look at.
  private static Stream<Instant> answered(
      RecordedCase recorded, Round round, SealedEntries sealed, Instant end) {
    Stream<Instant> counted =
        round.reveals().contains(Round.Disclosure.TURNOUT)
            ? sealed.answers().stream().map(SealedAnswer::at)
            : Stream.empty();
    Stream<Instant> applied =
        RoundState.of(recorded.view(), round.id(), sealed, end).sheets().stream()
            .flatMap(RoundLog::applied);
    return Stream.concat(counted, applied);
  }

  private static Stream<Instant> applied(SheetState sheet) {
    Stream<Instant> asked = Stream.ofNullable(sheet.asked());
    return sheet.revealed() != null
            && sheet.revealed().state() instanceof AnswerState.Revealed(Instant at, _)
        ? Stream.concat(asked, Stream.of(at))
        : asked;
  }

  /// Who made a fact of the records true; null for what the hour or the rule did.
  private static @Nullable Author author(RecordedCase recorded, RoundState state, RoundFact fact) {
    return switch (fact) {
      case RoundFact.Opened(Round round) -> recorded.by().get(round.id().value());
      case RoundFact.RuleChanged(Round round) -> recorded.by().get(round.id().value());
      case RoundFact.RoundWithdrawn(Round round) -> recorded.by().get(round.id().value());
      case RoundFact.Drafted(TabledPackage tabled) -> recorded.by().get(tabled.id().value());
      case RoundFact.Tabled(TabledPackage tabled) -> recorded.by().get(tabled.id().value());
      case RoundFact.VersionTabled(TabledPackage tabled, _) ->
          recorded.by().get(tabled.id().value());
      case RoundFact.PackageWithdrawn(TabledPackage tabled) ->
          recorded.by().get(tabled.id().value());
      case RoundFact.SheetChanged(TabledPackage tabled, _) -> authorOf(recorded, tabled);
      case RoundFact.PackageChanged(TabledPackage tabled) -> authorOf(recorded, tabled);
      case RoundFact.AccordRecorded(String digest) -> ofAccord(recorded, digest);
      case RoundFact.AccordShown(String digest, _) -> ofAccord(recorded, digest);
      case RoundFact.AccordWithdrawn _ -> any(recorded);
      case RoundFact.AnswersTaken _,
          RoundFact.AnswersStopped _,
          RoundFact.Turnout _,
          RoundFact.Revealed _,
          RoundFact.Superseded _,
          RoundFact.ImprovementShown _,
          RoundFact.Refused _ ->
          state.round() == null ? any(recorded) : null;
    };
  }

  /// A sheet also changes with its round, its points and the names of its parties.
  private static @Nullable Author authorOf(RecordedCase recorded, TabledPackage tabled) {
    Author own = recorded.by().get(tabled.id().value());
    Author rule = recorded.by().get(tabled.round().value());
    return own != null ? own : rule != null ? rule : any(recorded);
  }

  private static @Nullable Author ofAccord(RecordedCase recorded, String digest) {
    return AccordRecords.find(recorded.view(), digest)
        .map(each -> recorded.by().get(each.instrument().id().value()))
        .orElse(null);
  }

  private static @Nullable Author any(RecordedCase recorded) {
    return recorded.by().values().stream()
        .min(Comparator.comparingLong(Author::entry))
        .orElse(null);
  }
}
