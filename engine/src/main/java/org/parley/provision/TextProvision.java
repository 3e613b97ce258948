package org.parley.provision;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A provision of a text: a part, chapter, article, paragraph or item, with those in it.
///
/// @param number its number; null for the text before the first and after the last provision
/// @param heading its heading; empty for none
/// @param paragraphs its own words, paragraph by paragraph, without those of its parts
/// @param line the line it begins in, from 1
/// @param parts the provisions in it, in the order of the text
public record TextProvision(
    @Nullable ProvisionNumber number,
    String heading,
    List<String> paragraphs,
    int line,
    List<TextProvision> parts) {

  public TextProvision {
    paragraphs = List.copyOf(paragraphs);
    parts = List.copyOf(parts);
  }

  /// This provision and all in it, in the order of the text.
  public Stream<TextProvision> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(TextProvision::all));
  }
}
