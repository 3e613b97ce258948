package org.parley.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.answer.ComplaintAnswer;
import org.parley.store.notices.Cadence;
import org.parley.store.notices.NoticeSetting;
import org.parley.store.notices.Undelivered;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Reply;
import org.parley.web.people.NoticeService;
import org.parley.web.view.ProblemAnswer;
import org.parley.web.view.ProblemAnswer.Trouble;
import org.parley.web.view.ProblemCode;
import org.parley.wording.Complaint;

/// Notices: the own setting, and what was not delivered.
final class NoticeLines {

  /// The own setting.
  ///
  /// @param address the mail address; absent for none
  /// @param isMailNamed whether the administrator named a mail server
  record NoticeAnswer(@Nullable String address, Cadence cadence, boolean isMailNamed) {}

  /// A setting. Without an address, the cadence is never.
  record NoticeInput(@Nullable String address, String cadence) {}

  /// A notice that is not delivered.
  ///
  /// @param account the account it is for; absent for the webhook
  record UndeliveredAnswer(
      @Nullable String account,
      Instant made,
      int attempts,
      Undelivered.State state,
      String trouble) {}

  private NoticeLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/me/notices", "people", "ownNotices", "where and how often one is told")
            .answers(NoticeAnswer.class, asked -> own(asked, notices(asked))),
        Line.change(
                "PUT", "/api/me/notices", "people", "changeOwnNotices", "changes one's own notices")
            .sent(NoticeInput.class)
            .answers(NoticeAnswer.class, NoticeLines::change),
        Line.get("/api/notices", "people", "undelivered", "the notices that are not delivered")
            .forMediators()
            .lists(
                UndeliveredAnswer.class,
                asked ->
                    asked.listed(
                        notices(asked).undelivered(asked.visitor()), NoticeLines::undelivered)));
  }

  private static UndeliveredAnswer undelivered(Undelivered each) {
    return new UndeliveredAnswer(
        each.account(), each.made(), each.attempts(), each.state(), each.trouble());
  }

  private static NoticeService notices(Asked asked) {
    NoticeService notices = asked.services().notices();
    if (notices == null) {
      throw new Unanswered(
          ProblemCode.NOT_KEPT_HERE,
          "There are no notices here",
          "This case is open on one machine, for whoever sits at it.",
          "Maybe serve it to a team: parley serve.");
    }
    return notices;
  }

  private static Reply own(Asked asked, NoticeService notices) {
    NoticeSetting setting = notices.get(asked.visitor());
    return Reply.of(
        new NoticeAnswer(
            setting.address().isEmpty() ? null : setting.address(),
            setting.cadence(),
            !notices.status().mail().isEmpty()));
  }

  private static Reply change(Asked asked) {
    NoticeService notices = notices(asked);
    var body = asked.body(NoticeInput.class);
    Complaint wrong =
        notices
            .change(asked.visitor(), Asked.text(body, "address"), Asked.text(body, "cadence"))
            .orElse(null);
    return wrong == null
        ? own(asked, notices)
        : Errors.reply(
            ProblemAnswer.of(
                    ProblemCode.NOT_SAVED,
                    "That cannot be saved",
                    "Nothing was changed: see the troubles.",
                    "Maybe correct what they name and send it again.")
                .withTroubles(List.of(new Trouble(null, List.of(), ComplaintAnswer.of(wrong)))));
  }
}
