package org.parley.reading.language;

import java.util.List;
import org.parley.reading.Span;

/// A sentence.
///
/// @param number which one in the text, from 0
/// @param paragraph in which paragraph, from 0
public record Sentence(int number, int paragraph, Span span, List<Token> tokens) {

  public Sentence {
    tokens = List.copyOf(tokens);
  }

  public int size() {
    return tokens.size();
  }

  public Token get(int index) {
    return tokens.get(index);
  }

  /// The tokens `from` up to `to`, without white space and commas at the ends.
  public Span span(int from, int to) {
    int first = from;
    int last = to - 1;
    while (first < last && isTrimmed(tokens.get(first))) {
      first++;
    }
    while (last > first && isTrimmed(tokens.get(last))) {
      last--;
    }
    return new Span(tokens.get(first).span().start(), tokens.get(last).span().end());
  }

  private static boolean isTrimmed(Token token) {
    return ",;:.-–—!?".contains(token.text());
  }

  /// The words `from` up to `to`, as written.
  public String words(int from, int to, String text) {
    return from >= to ? "" : span(from, to).in(text);
  }
}
