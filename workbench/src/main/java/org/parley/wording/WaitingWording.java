package org.parley.wording;

import java.util.List;
import java.util.Objects;
import org.parley.model.cases.CaseView;
import org.parley.model.comment.Comment;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackage;
import org.parley.model.task.Task;
import org.parley.round.Waiting;

/// The things that wait for a reader, in one language.
public final class WaitingWording {

  private static final int LONGEST = 90;

  private final Messages messages;
  private final CaseView view;

  public WaitingWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.view = view;
  }

  /// In the current language.
  ///
  /// @param view the view with its names in that language
  public static WaitingWording current(CaseView view) {
    return new WaitingWording(Messages.current(), view);
  }

  /// How many things wait.
  public String headline(int count) {
    return messages.text("waiting.headline", "count", count);
  }

  /// The hour after which a thing waits no more.
  public String until(ZonedMoment until) {
    return messages.text("waiting.until", "hour", new RoundWording(messages, view).moment(until));
  }

  /// A thing that waits, in a sentence.
  public String sentence(Waiting thing) {
    return switch (thing) {
      case Waiting.ToAnswer(var sheet) -> say("waiting.answer", sheet.tabled());
      case Waiting.ToTable(Round round) ->
          messages.text("waiting.table", "round", title(round.id()));
      case Waiting.ToDecide(var sheet) -> say("waiting.decide", sheet.tabled());
      case Waiting.ToRead(var accord) ->
          messages.text("waiting.read", "title", RoundWording.said(accord.title()));
      case Waiting.ToRecord(var sheet) -> say("waiting.record", sheet.tabled());
      case Waiting.ToSee(var sheet) -> say("waiting.see", sheet.tabled());
      case Waiting.ToShow(_, TabledPackage draft) -> say("waiting.show", draft);
      case Waiting.ToTriage(List<String> items) ->
          messages.text("waiting.triage", "count", items.size());
      case Waiting.ToDo(Task task, Task.State state) ->
          messages.text(
              "waiting.do",
              "title",
              view.get(task.id()).title().text(),
              "state",
              state,
              "day",
              Objects.requireNonNull(task.due()).latestDay());
      case Waiting.ToReply(Comment comment, _) ->
          messages.text(
              "waiting.reply",
              "by",
              comment.by(),
              "text",
              ForeignText.shortened(Objects.requireNonNullElse(comment.text(), ""), LONGEST));
    };
  }

  private String say(String key, TabledPackage tabled) {
    return messages.text(
        key, "title", view.get(tabled.id()).title().text(), "round", title(tabled.round()));
  }

  private String title(RoundId round) {
    return view.get(round).title().text();
  }
}
