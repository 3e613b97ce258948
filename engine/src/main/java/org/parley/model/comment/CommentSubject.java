package org.parley.model.comment;

import java.util.Objects;
import org.parley.model.Id;
import org.parley.model.RecordSubject;
import org.parley.model.text.InstrumentId;

/// The object of a comment.
public sealed interface CommentSubject {

  /// A record of the case.
  ///
  /// @param record its id, of any kind but a comment
  record WholeRecord(RecordSubject record) implements CommentSubject {}

  /// The record that a comment is on, or the instrument of a change; for a reply, the comment that
  /// it answers.
  static Id on(Comment comment) {
    return switch (comment.subject()) {
      case WholeRecord(RecordSubject record) -> record.id();
      case ElementChange change -> change.instrument();
      case null -> Objects.requireNonNullElse(comment.replyTo(), comment.id());
    };
  }

  /// A change of an element between two versions of a text.
  ///
  /// @param instrument the instrument
  /// @param from the name of the earlier version
  /// @param to the name of the later version
  /// @param element the id of the element, in the later text if it is there: `art_5__para_1`
  /// @param removed whether the element is in the earlier text alone: its id may have passed to
  ///   another
  record ElementChange(
      InstrumentId instrument, String from, String to, String element, boolean removed)
      implements CommentSubject {

    /// Whether it is a change of this comparison.
    public boolean isOf(InstrumentId of, String earlier, String later) {
      return instrument.equals(of) && from.equals(earlier) && to.equals(later);
    }
  }
}
