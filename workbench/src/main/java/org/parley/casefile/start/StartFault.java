package org.parley.casefile.start;

import org.parley.model.Refusal;

/// The reason why a case cannot be begun.
public sealed interface StartFault extends Refusal {

  /// Reasons with no parameters beyond the wrong value.
  enum Plain implements StartFault {
    TITLE_NEEDED,
    PARTY_NAMED_TWICE,
    FOLDER_HOLDS_A_CASE,
    NO_SUCH_TEMPLATE,
    TEMPLATES_UNREADABLE,
    TEMPLATE_LINK,
    TEMPLATE_FOLDER_NAME,
    TEMPLATE_NAME_TAKEN,
    TEMPLATE_RECORD_WITH_READERS
  }

  /// A title or a name is too long.
  ///
  /// @param length its characters
  /// @param most the most there may be
  record NameTooLong(int length, int most) implements StartFault {}

  /// More parties than a case begins with.
  ///
  /// @param count their number
  /// @param most the most there may be
  record TooManyParties(int count, int most) implements StartFault {}

  /// More templates than a page lists.
  ///
  /// @param most the most there may be
  record TooManyTemplates(int most) implements StartFault {}
}
