package org.parley.exchange.incidents.text;

/// Gathers lines into records, in one pass.
public sealed interface Splitter permits CsvSplitter, JsonSplitter {

  /// The most lines that one record may have.
  int MOST_LINES = 2_000;

  /// The most characters that one record may have.
  int MOST_CHARACTERS = 1 << 20;

  /// Takes the next line.
  void accept(TextLine line);

  /// Ends the file: an open record is unterminated.
  void end();

  /// How many lines belong to no record: blank ones, brackets around records.
  long empty();
}
