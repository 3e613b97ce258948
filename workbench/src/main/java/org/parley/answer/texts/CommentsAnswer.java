package org.parley.answer.texts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.document.ChangeComments;
import org.parley.exchange.document.ChangeComments.ChangeThread;
import org.parley.model.Id;
import org.parley.model.cases.CaseView;
import org.parley.model.comment.Comment;
import org.parley.model.comment.CommentId;
import org.parley.model.comment.CommentSubject;
import org.parley.model.comment.CommentThread;
import org.parley.wording.Messages;

/// Comments, thread by thread.
///
/// @param open how many are open
/// @param resolved how many are resolved
/// @param says both in words
/// @param threads the threads, the earliest first
public record CommentsAnswer(int open, int resolved, String says, List<AnsweredComment> threads) {

  /// A comment with its replies.
  ///
  /// @param id its id
  /// @param record the record that it is on, or the instrument of a change
  /// @param change the number of the change that it is on; absent if none is there any more
  /// @param element the id of the element that it is on; absent if it is on no text
  /// @param text its words
  /// @param by its author
  /// @param made the moment it was written
  /// @param resolved whether it is resolved
  /// @param replies its replies, the earliest first
  public record AnsweredComment(
      CommentId id,
      Id record,
      @Nullable Integer change,
      @Nullable String element,
      String text,
      String by,
      Instant made,
      boolean resolved,
      List<CommentReply> replies) {
    public AnsweredComment {
      replies = List.copyOf(replies);
    }
  }

  /// A reply to a comment.
  ///
  /// @param id its id
  /// @param text its words; absent if it only resolves or reopens
  /// @param decision what it does to the comment; absent for nothing
  /// @param by its author
  /// @param made the moment it was written
  public record CommentReply(
      CommentId id,
      @Nullable String text,
      Comment.@Nullable Decision decision,
      String by,
      Instant made) {}

  public CommentsAnswer {
    threads = List.copyOf(threads);
  }

  /// The answer for the changes of a text.
  public static CommentsAnswer of(ChangeComments comments) {
    return of(
        comments.threads().stream().map(ChangeThread::thread).toList(),
        comments.threads().stream().map(CommentsAnswer::onChange).toList());
  }

  /// The answer for a case, the earliest thread first.
  ///
  /// @param record the record that the comments are on, by its id; null for all
  /// @param all whether resolved threads are listed too
  public static CommentsAnswer of(CaseView view, @Nullable String record, boolean all) {
    List<CommentThread> threads =
        CommentThread.of(view.comments()).stream()
            .filter(
                each -> record == null || CommentSubject.on(each.first()).value().equals(record))
            .toList();
    return of(
        threads,
        threads.stream()
            .filter(each -> all || !each.isResolved())
            .map(each -> thread(each, 0))
            .toList());
  }

  private static CommentsAnswer of(List<CommentThread> threads, List<AnsweredComment> listed) {
    int open = CommentThread.open(threads);
    int resolved = threads.size() - open;
    return new CommentsAnswer(
        open,
        resolved,
        Messages.current().text("comments.count", "open", open, "resolved", resolved),
        listed);
  }

  private static AnsweredComment onChange(ChangeThread each) {
    return thread(each.thread(), each.change());
  }

  private static AnsweredComment thread(CommentThread thread, int change) {
    Comment first = thread.first();
    return new AnsweredComment(
        first.id(),
        CommentSubject.on(first),
        change == 0 ? null : change,
        first.subject() instanceof CommentSubject.ElementChange on ? on.element() : null,
        first.text() == null ? "" : first.text(),
        first.by(),
        first.made().instant(),
        thread.isResolved(),
        thread.replies().stream().map(CommentsAnswer::reply).toList());
  }

  private static CommentReply reply(Comment each) {
    return new CommentReply(
        each.id(), each.text(), each.decision(), each.by(), each.made().instant());
  }
}
