package org.parley.model.comment;

import org.parley.model.Id;

/// The id of a [Comment].
public record CommentId(String value) implements Id {

  public CommentId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
