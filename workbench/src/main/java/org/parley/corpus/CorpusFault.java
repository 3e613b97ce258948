package org.parley.corpus;

import org.parley.model.Refusal;

/// The reasons why a text cannot be added to a corpus, or a corpus not be used.
public sealed interface CorpusFault extends Refusal {

  /// Faults without parameters.
  enum Plain implements CorpusFault {
    NO_PLACE_FOR_TEXTS,
    CORPUS_IN_USE,
    CORPUS_DAMAGED,
    NO_TEXT_IN_FOLDER
  }

  /// A file without words that can be read.
  ///
  /// @param reason why, with advice
  record TextWithoutWords(String reason) implements CorpusFault {}

  /// A file that is too large.
  ///
  /// @param mebibytes the most that is read
  record TextTooLarge(int mebibytes) implements CorpusFault {}

  /// No text of the corpus has this id.
  record UnknownText(String id) implements CorpusFault {}
}
