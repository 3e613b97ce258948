package org.parley.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.comment.Comment;
import org.parley.model.comment.CommentThread;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.model.task.Task;

/// Something that waits for one reader of a case.
///
/// It follows from what that reader sees, so that it tells nothing else.
public sealed interface Waiting {

  /// The reader's delegation has not answered a package.
  record ToAnswer(TabledSheet sheet) implements Waiting {}

  /// A round is open, and no package is on its table.
  record ToTable(Round round) implements Waiting {}

  /// The answers are revealed, and the reader's delegation has not said whether it asks for an
  /// improvement.
  record ToDecide(TabledSheet sheet) implements Waiting {}

  /// An accord that the reader's party accepted is on record.
  record ToRead(Accord accord) implements Waiting {}

  /// All accept a package, and its accord is not on record.
  record ToRecord(TabledSheet sheet) implements Waiting {}

  /// Not all accept a package.
  record ToSee(TabledSheet sheet) implements Waiting {}

  /// A package that its author has not shown to all delegations.
  record ToShow(Round round, TabledPackage draft) implements Waiting {}

  /// Items of the inbox that wait for a decision.
  ///
  /// @param items their ids
  record ToTriage(List<String> items) implements Waiting {
    public ToTriage {
      items = List.copyOf(items);
    }
  }

  /// A comment in an open thread mentions the reader, who has not replied since.
  record ToReply(Comment comment, CommentThread thread) implements Waiting {}

  /// A task of the reader or of the reader's delegation is due, or overdue.
  record ToDo(Task task, Task.State state) implements Waiting {}

  /// A digest that names it: the same as long as the same thing waits.
  default String key() {
    return TabledSheet.digest(
        switch (this) {
          case ToAnswer(TabledSheet sheet) -> "answer\n" + sheet.basis();
          case ToTable(Round round) -> "table\n" + round.id() + "\n" + round.opens().said();
          case ToDecide(TabledSheet sheet) -> "decide\n" + sheet.basis();
          case ToRead(Accord accord) -> "read\n" + accord.digest();
          case ToRecord(TabledSheet sheet) -> "record\n" + sheet.basis();
          case ToSee(TabledSheet sheet) -> "see\n" + sheet.basis();
          case ToShow(_, TabledPackage draft) -> "show\n" + draft.id();
          case ToTriage(List<String> items) -> "inbox\n" + String.join("\n", items);
          case ToReply(Comment comment, _) -> "reply\n" + comment.id();
          case ToDo(Task task, Task.State state) ->
              "task\n" + task.id() + "\n" + task.due() + "\n" + state;
        });
  }

  /// The digests of the single things it stands for. Another item of the inbox is another thing.
  default List<String> keys() {
    return this instanceof ToTriage(List<String> items)
        ? items.stream().map(each -> TabledSheet.digest("item\n" + each)).toList()
        : List.of(key());
  }

  /// Whether the reader may dismiss it, as opposed to waiting until it is done.
  default boolean isDismissible() {
    return switch (this) {
      case ToAnswer _, ToRecord _, ToTriage _, ToDo _ -> false;
      case ToTable _, ToDecide _, ToRead _, ToSee _, ToShow _, ToReply _ -> true;
    };
  }

  /// The hour after which it waits no more; null for none.
  default @Nullable ZonedMoment until() {
    return switch (this) {
      case ToAnswer(TabledSheet sheet) -> sheet.round().closes();
      case ToTable(Round round) -> round.closes();
      case ToShow(Round round, _) -> round.closes();
      case ToDecide _, ToRead _, ToRecord _, ToSee _, ToTriage _, ToReply _, ToDo _ -> null;
    };
  }
}
