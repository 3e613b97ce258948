package org.parley.web.comment;

import org.parley.web.edit.RecordTitles;
import org.parley.web.view.Frame;
import org.parley.web.view.Say;

/// The comments on one record, as a page of their own.
///
/// @param comments the comments and forms
public record DiscussionPage(RecordComments comments) {

  public Frame frame() {
    return Frame.of(
        Say.text("comments.of", "title", title()), comments.open().view().info(), "comments");
  }

  /// The title of the record.
  public String title() {
    return RecordTitles.of(comments.open().view(), comments.record());
  }
}
