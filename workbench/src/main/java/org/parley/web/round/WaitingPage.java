package org.parley.web.round;

import java.util.List;
import java.util.Objects;
import org.parley.answer.waiting.WaitingAnswer;
import org.parley.answer.waiting.WaitingAnswer.WaitingEntry;
import org.parley.round.Waiting;
import org.parley.store.people.AccessToken;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// The things that wait for the reader, with links and hours.
///
/// @param frame the page frame
/// @param answer the things
/// @param tokens the tokens that expire soon, for mediators
/// @param problem the reason why a thing was not dismissed; empty for none
public record WaitingPage(
    Frame frame, WaitingAnswer answer, List<AccessToken> tokens, String problem) {

  public WaitingPage {
    tokens = List.copyOf(tokens);
  }

  /// The page.
  public static WaitingPage of(
      OpenCase open, List<Waiting> things, List<AccessToken> tokens, String problem) {
    return new WaitingPage(
        Frame.of(Say.text("waiting.title"), open.view().info(), "waiting"),
        answer(open, things),
        tokens,
        problem);
  }

  /// The answer of the page.
  public static WaitingAnswer answer(OpenCase open, List<Waiting> things) {
    return WaitingAnswer.of(open.onPageIn(Language.current()).view(), things);
  }

  /// Whether one of the things can be dismissed.
  public boolean canDismiss() {
    return answer.things().stream().anyMatch(WaitingEntry::dismissible);
  }

  /// The address where the thing is done.
  public static String link(WaitingEntry entry) {
    return switch (entry.kind()) {
      case ANSWER, DECIDE, RECORD, SEE ->
          Link.to(Address.ROUND, Objects.requireNonNull(entry.round())) + "#" + entry.tabled();
      case TABLE -> Link.to(Address.ROUND, Objects.requireNonNull(entry.round()));
      case SHOW -> Link.to(Address.RECORD, Objects.requireNonNull(entry.tabled()));
      case READ -> Link.to(Address.SIGNED, Objects.requireNonNull(entry.accord()));
      case TRIAGE -> Link.to(Address.INBOX);
      case DO -> Link.to(Address.TASKS) + "#" + entry.record();
      case REPLY -> Link.to(Address.DISCUSSION, Objects.requireNonNull(entry.record()));
    };
  }
}
