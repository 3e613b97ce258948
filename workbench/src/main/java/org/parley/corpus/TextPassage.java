package org.parley.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A paragraph of a text, literally.
///
/// @param text the text it stands in
/// @param number which paragraph of the text it is, from 1; parts of a long one share its number
/// @param heading the heading above it, such as "Article 5"; null if there is none
/// @param words the words
/// @param marks where words that were asked for stand, in their order, without overlaps
public record TextPassage(
    CorpusText text, int number, @Nullable String heading, String words, List<PassageMark> marks) {

  public TextPassage {
    marks = List.copyOf(marks);
  }

  /// A part of the words.
  ///
  /// @param from its first character
  /// @param to after its last character
  public record PassageMark(int from, int to) {}
}
