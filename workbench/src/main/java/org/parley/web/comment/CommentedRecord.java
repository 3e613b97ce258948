package org.parley.web.comment;

import java.util.List;
import org.parley.web.edit.RecordPage;

/// The page of a record with the comments on it.
public record CommentedRecord(RecordPage record, RecordComments comments) {

  /// The same without forms, as for a moment of the past.
  public static CommentedRecord of(RecordPage page) {
    return new CommentedRecord(
        page,
        RecordComments.of(
            page.open(),
            page.record(),
            new CommentForms(page.open().view(), null, CommentDraft.NONE),
            List.of()));
  }
}
