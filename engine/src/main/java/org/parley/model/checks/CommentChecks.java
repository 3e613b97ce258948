package org.parley.model.checks;

import java.util.List;
import org.parley.model.comment.Comment;
import org.parley.model.comment.CommentSubject;

/// Validates comments and their replies.
final class CommentChecks {

  private final RecordsUnderCheck records;
  private final int index;

  CommentChecks(RecordsUnderCheck records, int index) {
    this.records = records;
    this.index = index;
  }

  void comment(Comment comment) {
    records.words(index, "by", comment.by());
    place(comment);
    says(comment);
    if (comment.subject() instanceof CommentSubject.ElementChange change) {
      change(change);
    }
  }

  /// Replies are to comments on something, so that no thread branches.
  private void place(Comment comment) {
    if ((comment.subject() == null) == (comment.replyTo() == null)) {
      records.report(index, List.of("subject"), Rule.Plain.COMMENT_OR_REPLY, comment.id());
    }
    if (comment.replyTo() != null
        && records.record(comment.replyTo()) instanceof Comment answered
        && !answered.isFirst()) {
      records.report(index, List.of("replyTo"), Rule.Plain.REPLY_TO_REPLY, comment.replyTo());
    }
  }

  private void says(Comment comment) {
    String text = comment.text();
    if (text != null && text.isBlank()) {
      records.report(index, List.of("text"), new Rule.Blank("text"), text);
    }
    if (text == null && comment.decision() == null) {
      records.report(index, List.of("text"), Rule.Plain.COMMENT_SAYS_NOTHING, comment.id());
    }
    if (comment.decision() != null && comment.isFirst()) {
      records.report(index, List.of("decision"), Rule.Plain.DECISION_WITHOUT_COMMENT, comment.id());
    }
  }

  private void change(CommentSubject.ElementChange change) {
    blank("from", change.from());
    blank("to", change.to());
    blank("element", change.element());
    if (change.from().equals(change.to())) {
      records.report(
          index, List.of("subject", "to"), Rule.Plain.VERSION_COMPARED_WITH_ITSELF, change.to());
    }
  }

  private void blank(String key, String value) {
    if (value.isBlank()) {
      records.report(index, List.of("subject", key), new Rule.Blank(key), value);
    }
  }
}
