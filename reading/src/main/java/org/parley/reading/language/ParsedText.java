package org.parley.reading.language;

import java.util.List;

/// A text and its sentences.
public record ParsedText(String text, Lexicon lexicon, List<Sentence> sentences) {

  public ParsedText {
    sentences = List.copyOf(sentences);
  }
}
