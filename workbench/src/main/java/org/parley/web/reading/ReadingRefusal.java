package org.parley.web.reading;

import org.parley.model.Refusal;

/// Why a text is not taken in, or a proposal not written.
public sealed interface ReadingRefusal extends Refusal {

  /// Reasons that need no more than the value that is wrong.
  enum Plain implements ReadingRefusal {
    NOT_A_WEB_ADDRESS,
    NO_WORDS_IN_IT,
    UNREADABLE_TEXT,
    READING_FAILED,
    TOO_MANY_TEXTS,
    NOT_A_DAY,
    EMPTY_FILE,
    NOT_A_READABLE_TYPE,
    TOO_MANY_UPLOADS,
    NEEDS_EDITING,
    NEEDS_CONFIRMATION,
    RECORD_CHANGED_MEANWHILE,
    NO_SUCH_GROUND,
    NO_STATEMENT_NAMED,
    DECIDED_MEANWHILE,
    NO_SUCH_DECISION,
    NO_CLAIM_TO_CONFIRM,
    CHANGED_CONFIRMS_NOTHING,
    NOT_A_CONFIDENCE,
    SHOWN_OTHERWISE
  }

  /// No text.
  ///
  /// @param fetched whether one can be fetched from an address
  record NoText(boolean fetched) implements ReadingRefusal {}

  /// A reader, server or file refused the text.
  ///
  /// @param reason its message, in English
  record NotRead(String reason) implements ReadingRefusal {}

  /// A line that is too long.
  record LineTooLong(int has, int most) implements ReadingRefusal {}

  /// A file that is too long.
  record UploadTooLong(int mebibytes) implements ReadingRefusal {}
}
