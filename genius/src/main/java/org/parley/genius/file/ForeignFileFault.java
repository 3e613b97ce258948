package org.parley.genius.file;

import org.parley.model.Refusal;

/// Why a file of another program cannot be read, whatever its format.
public sealed interface ForeignFileFault extends Refusal {

  /// Faults that need no value.
  enum Plain implements ForeignFileFault {
    IS_A_FOLDER,
    DOCUMENT_TYPE_OR_ENTITY,
    NO_ELEMENT
  }

  /// It is too large.
  record LargerThan(int mebibytes) implements ForeignFileFault {}

  /// Its bytes are no text in its character set.
  record NotTextIn(String charset) implements ForeignFileFault {}

  /// It declares a character set that is not read.
  record UnreadEncoding(String encoding) implements ForeignFileFault {}

  /// It is not well-formed XML.
  ///
  /// @param reason in the words of the parser
  /// @param likely what is probably wrong
  record MalformedXml(String reason, LikelyMend likely) implements ForeignFileFault {}

  /// The likely causes of XML that is not well-formed.
  enum LikelyMend {
    CUT_OFF,
    AMPERSAND,
    QUOTES,
    OTHER
  }

  record TooManyElements(int most) implements ForeignFileFault {}

  record ElementsTooDeep(int deepest) implements ForeignFileFault {}

  record MissingElement(String element) implements ForeignFileFault {}

  record MissingAttribute(String attribute) implements ForeignFileFault {}

  record NoDecimal(String attribute, String text) implements ForeignFileFault {}

  record NoWholeNumber(String attribute, String text) implements ForeignFileFault {}
}
