package org.parley.web.api;

import java.util.List;
import org.parley.answer.waiting.WaitingAnswer;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Reply;
import org.parley.web.round.WaitingPage;
import org.parley.web.view.ProblemCode;

/// The things that wait for the one who asks.
final class WaitingLines {

  /// A thing to dismiss.
  ///
  /// @param thing its digest
  record DismissInput(String thing) {}

  private WaitingLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/waiting", "rounds", "waiting", "what waits for the one who asks")
            .answers(WaitingAnswer.class, WaitingLines::waiting),
        Line.change(
                "POST",
                "/api/waiting/dismiss",
                "rounds",
                "dismissWaiting",
                "dismisses a thing that waits, for one's own account alone")
            .sent(DismissInput.class)
            .answers(WaitingAnswer.class, WaitingLines::dismiss));
  }

  private static Reply waiting(Asked asked) {
    return Reply.of(WaitingPage.answer(asked.open(), asked.cases().waiting(asked.visitor())));
  }

  private static Reply dismiss(Asked asked) {
    String thing = Asked.text(asked.body(DismissInput.class), "thing");
    return asked.cases().dismiss(asked.visitor(), thing)
        ? waiting(asked)
        : Errors.reply(
            ProblemCode.NOT_SAVED,
            "That was not dismissed",
            "It waits no more, has to be done, or the one who asks has a token and no account.",
            "Maybe read /api/waiting again, and dismiss what is dismissible.");
  }
}
