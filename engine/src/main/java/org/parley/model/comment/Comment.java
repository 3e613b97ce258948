package org.parley.model.comment;

import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.date.ZonedMoment;

/// A remark of somebody who works on the case, or a reply to one. A reply can resolve or reopen the
/// comment it answers, and stays on record: who, when and why.
///
/// @param id its id
/// @param subject its object; null for a reply
/// @param replyTo the comment that it answers; null for a comment on something
/// @param text its words; null for a reply that only resolves or reopens
/// @param decision what the reply does to the comment; null for nothing
/// @param by its author, by name, role or account
/// @param made the moment it was written
public record Comment(
    CommentId id,
    @Nullable CommentSubject subject,
    @Nullable CommentId replyTo,
    @Nullable String text,
    @Nullable Decision decision,
    String by,
    ZonedMoment made,
    Visibility visibility)
    implements CaseRecord {

  /// The effect of a reply on the comment it answers.
  public enum Decision {
    /// It is settled.
    RESOLVED,
    /// It is open again.
    REOPENED
  }

  /// Whether it is on something, and no reply.
  public boolean isFirst() {
    return replyTo == null;
  }
}
