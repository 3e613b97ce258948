package org.parley.reading.source;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.checks.Characters;

/// The words of a file, whole: an agreement may have a thousand pages, unlike an article.
///
/// @param words its paragraphs, separated by blank lines
/// @param title its title, if the file names one
public record WholeText(String words, @Nullable String title) {

  public WholeText {
    words = Characters.cleaned(words);
    title = title == null || title.isBlank() ? null : Characters.cleaned(title).strip();
  }

  /// Its words without the spaces that show how far paragraphs are moved in.
  String flush() {
    return words.lines().map(String::stripLeading).collect(Collectors.joining("\n"));
  }
}
