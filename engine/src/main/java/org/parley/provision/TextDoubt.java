package org.parley.provision;

import org.parley.model.Refusal;

/// A place of a text that could be read otherwise.
public sealed interface TextDoubt extends Refusal {

  /// A number is missing in its series.
  record NumberSkipped(String after, String found) implements TextDoubt {}

  /// A number stands twice in its series.
  record NumberRepeated(String number) implements TextDoubt {}

  /// A series begins anew within itself, and is read as a list in the provision before.
  record SeriesRestarted(String after) implements TextDoubt {}

  /// A heading has no number, and is counted by its place.
  record HeadingWithoutNumber(String heading) implements TextDoubt {}

  /// No provision has a number, so that paragraphs are counted by their place.
  ///
  /// @param paragraphs with bullets; two at least
  record ParagraphsCounted(int paragraphs) implements TextDoubt {}

  /// A bracket holds one wording: disputed, or put in by an editor.
  record LoneBracket(String words) implements TextDoubt {}

  /// Numbered options are read as the wordings of one bracket: disputed, or a choice that the text
  /// leaves.
  record OptionsRead(String first) implements TextDoubt {}

  /// A bracket stands within another, whose words keep it.
  record NestedBracket(String words) implements TextDoubt {}

  /// A bracket covers several provisions. Each gets one of its own.
  record BracketAcross(String words, int provisions) implements TextDoubt {}

  /// A bracket is opened and never closed, or the reverse. It is read as words.
  record UnpairedBracket(String words) implements TextDoubt {}

  /// A name before a colon in a bracket is no party on record.
  record UnknownHolder(String name) implements TextDoubt {}
}
