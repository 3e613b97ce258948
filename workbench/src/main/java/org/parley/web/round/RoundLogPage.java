package org.parley.web.round;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.parley.answer.round.RoundLogAnswer;
import org.parley.answer.round.RoundLogAnswer.RoundHistory;
import org.parley.answer.round.RoundLogAnswer.RoundLogEntry;
import org.parley.answer.round.RoundLogAnswer.RoundMoment;
import org.parley.round.log.RoundLog;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

/// The log of a round, and how the round stood at a moment.
///
/// @param frame the page frame
/// @param log the log; the state is there if a moment is chosen
/// @param isKept whether there is a journal to make a log of
/// @param problem what is wrong with the moment; empty for nothing
/// @param asked the moment as it was asked for; empty for none
public record RoundLogPage(
    Frame frame, RoundLogAnswer log, boolean isKept, String problem, String asked) {

  private static final int LONGEST = 40;

  /// The page.
  ///
  /// @param at the moment asked for; empty for none
  /// @param event the number of the event asked for; empty for none
  public static RoundLogPage of(OpenCase open, RoundHistory history, String at, String event) {
    Instant moment = null;
    String problem = "";
    try {
      moment = moment(history.log(), at, event);
    } catch (BadQuery _) {
      problem = Say.text("roundlog.wrong-moment", "moment", shortened(at + event));
    }
    RoundLogAnswer log = RoundLogAnswer.of(history, moment);
    return new RoundLogPage(
        Frame.of(Say.text("roundlog.title"), open.view().info(), "rounds"),
        log,
        !history.cases().isEmpty(),
        problem,
        shortened(at));
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  /// The log as programs read it.
  ///
  /// @throws BadQuery if the moment is none
  public static RoundLogAnswer answer(RoundHistory history, String at, String event) {
    return RoundLogAnswer.of(history, moment(history.log(), at, event));
  }

  /// The moment that is asked for; null for none.
  private static @Nullable Instant moment(RoundLog log, String at, String event) {
    if (!event.isEmpty()) {
      return log.events().stream()
          .filter(each -> Integer.toString(each.number()).equals(event))
          .map(each -> each.at())
          .findFirst()
          .orElseThrow(
              () ->
                  new BadQuery(
                      "step",
                      shortened(event),
                      "the log has " + log.events().size() + " events",
                      "Maybe a number from 1 on."));
    }
    if (at.isEmpty()) {
      return null;
    }
    try {
      // a plus sign that was not encoded arrives as a blank
      return OffsetDateTime.parse(at.strip().replace(' ', '+')).toInstant();
    } catch (DateTimeException _) {
      throw new BadQuery(
          "at", shortened(at), "it is no moment", "Maybe write it as 2026-03-01T18:00+02:00.");
    }
  }

  /// The state shown; null for none.
  public @Nullable RoundMoment state() {
    return log.state();
  }

  /// The address of the state at an event.
  public String to(RoundLogEntry event) {
    return Link.to(Address.ROUND_LOG, log.round()) + "?step=" + event.number() + "#state";
  }

  /// The address of the record that an event is about, as it was then.
  public String record(RoundLogEntry event) {
    return Link.toPast(
        event.entry(), Address.RECORD, event.tabled() == null ? log.round() : event.tabled());
  }

  /// Whether an event is the one whose state is shown.
  public boolean isShown(RoundLogEntry event) {
    RoundMoment state = log.state();
    Integer last = state == null ? null : state.event();
    return last != null && last == event.number();
  }

  /// The event at a distance from the one shown; null if there is none. Events of one moment are
  /// one step.
  private @Nullable RoundLogEntry step(boolean forward) {
    RoundMoment state = log.state();
    if (state == null) {
      return null;
    }
    Instant now = Instant.parse(state.at());
    Integer last = state.event();
    if (forward) {
      return log.events().stream()
          .filter(each -> Instant.parse(each.at()).isAfter(now))
          .findFirst()
          .orElse(null);
    }
    Instant shown = last == null ? now : Instant.parse(log.events().get(last - 1).at());
    return log.events().reversed().stream()
        .filter(each -> Instant.parse(each.at()).isBefore(shown))
        .findFirst()
        .orElse(null);
  }

  /// The last event before the one shown; null for none.
  public @Nullable RoundLogEntry previous() {
    return step(false);
  }

  /// The first event after the moment shown; null for none.
  public @Nullable RoundLogEntry next() {
    return step(true);
  }
}
