package org.parley.answer.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.answer.round.RoundsAnswer.RoundStanding;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackageId;
import org.parley.round.log.RecordedCase;
import org.parley.round.log.RoundEvent;
import org.parley.round.log.RoundLog;
import org.parley.wording.RoundLogWording;

/// The events of a round, and its state at a moment.
///
/// @param headline how many events there are
/// @param refused how many answers and asks were refused, as far as the log tells of them
/// @param events the events, the first first
/// @param state how the round stood at the moment asked for; absent unless one is
public record RoundLogAnswer(
    RoundId round,
    String title,
    String headline,
    int refused,
    List<RoundLogEntry> events,
    @Nullable RoundMoment state) {

  public RoundLogAnswer {
    events = List.copyOf(events);
  }

  /// An event.
  ///
  /// @param number its number, from 1
  /// @param at its moment, in UTC
  /// @param when the same in words
  /// @param kind what happened: `version-tabled`
  /// @param words the same in a sentence
  /// @param details moves, terms and points behind the sentence
  /// @param by who did or tried it; the rule for what an hour or the answers did
  /// @param why the reason given; absent for none
  /// @param tabled the package it is about; absent for the round and its accords
  /// @param accord the digest of the accord it is about; absent for none
  /// @param entry the number of the last entry of the journal at that moment
  public record RoundLogEntry(
      int number,
      String at,
      String when,
      String kind,
      String words,
      List<String> details,
      String by,
      @Nullable String why,
      @Nullable TabledPackageId tabled,
      @Nullable String accord,
      long entry) {

    public RoundLogEntry {
      details = List.copyOf(details);
    }
  }

  /// How a round stood.
  ///
  /// @param at the moment, in UTC
  /// @param when the same in words
  /// @param event the number of the last event by then; absent before the first
  /// @param standing its rule, its packages and what was revealed; absent while it was not on
  ///   record
  /// @param parties the packages that each party could read
  public record RoundMoment(
      String at,
      String when,
      @Nullable Integer event,
      @Nullable RoundStanding standing,
      List<PartyReading> parties) {

    public RoundMoment {
      parties = List.copyOf(parties);
    }
  }

  /// The packages that a party could read at a moment.
  ///
  /// @param words the same in words
  public record PartyReading(PartyId party, List<TabledPackageId> packages, String words) {

    public PartyReading {
      packages = List.copyOf(packages);
    }
  }

  /// Whence a log is made.
  ///
  /// @param cases the case at each moment at which records of the round changed
  /// @param said a case with its names in the language of the answer
  /// @param readers the sealed answers as of a moment; empty where none are kept
  public record RoundHistory(
      RoundId round,
      List<RecordedCase> cases,
      RoundLog log,
      UnaryOperator<CaseView> said,
      Function<Instant, Optional<? extends RoundReader>> readers) {

    public RoundHistory {
      cases = List.copyOf(cases);
    }

    private @Nullable RecordedCase at(Instant moment) {
      RecordedCase last = null;
      for (RecordedCase each : cases) {
        last = each.at().isAfter(moment) ? last : each;
      }
      return last;
    }
  }

  /// The log.
  ///
  /// @param moment the moment whose state is asked for; null for none
  public static RoundLogAnswer of(RoundHistory history, @Nullable Instant moment) {
    List<RoundLogEntry> events =
        history.log().events().stream().map(each -> entry(history, each)).toList();
    return new RoundLogAnswer(
        history.round(),
        title(history),
        RoundLogWording.headline(events.size(), history.log().refused()),
        history.log().refused(),
        events,
        moment == null ? null : moment(history, moment));
  }

  private static String title(RoundHistory history) {
    return history.cases().reversed().stream()
        .flatMap(each -> round(history.said().apply(each.view()), history.round()).stream())
        .map(each -> each.title().text())
        .findFirst()
        .orElse(history.round().value());
  }

  private static Optional<Round> round(CaseView view, RoundId id) {
    return view.rounds().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private static RoundLogEntry entry(RoundHistory history, RoundEvent event) {
    RecordedCase then = history.at(event.at());
    if (then == null) {
      throw new IllegalStateException("an event before the first record: " + event);
    }
    RoundLogWording words = RoundLogWording.current(history.said().apply(then.view()));
    return new RoundLogEntry(
        event.number(),
        event.at().toString(),
        RoundLogWording.moment(event.at()),
        event
            .fact()
            .getClass()
            .getSimpleName()
            .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT),
        words.event(event.fact()),
        words.details(event.fact()),
        words.author(event),
        RoundLogWording.why(event),
        event.subject(),
        event.accord(),
        event.entry());
  }

  private static RoundMoment moment(RoundHistory history, Instant moment) {
    RecordedCase then = history.at(moment);
    Integer event = history.log().lastBy(moment).map(RoundEvent::number).orElse(null);
    String when = RoundLogWording.moment(moment);
    if (then == null || round(then.view(), history.round()).isEmpty()) {
      return new RoundMoment(moment.toString(), when, event, null, List.of());
    }
    CaseView said = history.said().apply(then.view());
    RoundStanding standing =
        RoundsAnswer.of(then.view(), said, history.readers().apply(moment), history.round())
            .rounds()
            .getFirst();
    return new RoundMoment(moment.toString(), when, event, standing, parties(history, said));
  }

  private static List<PartyReading> parties(RoundHistory history, CaseView said) {
    List<PartyReading> readings = new ArrayList<>();
    for (PartyId each : round(said, history.round()).orElseThrow().parties()) {
      List<TabledPackage> read =
          said.tabledPackages().stream()
              .filter(tabled -> tabled.round().equals(history.round()))
              .filter(tabled -> tabled.visibility().visibleTo(new Viewer.Delegation(each)))
              .toList();
      RoundLogWording words = RoundLogWording.current(said);
      readings.add(
          new PartyReading(
              each,
              read.stream().map(TabledPackage::id).toList(),
              words.seen(each, read.stream().map(words::packageName).toList())));
    }
    return readings;
  }
}
