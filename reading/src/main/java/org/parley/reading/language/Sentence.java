package org.parley.reading.language;

import java.util.ArrayList;
import java.util.List;
import org.parley.reading.TextSpan;
import org.parley.reading.syntax.Tree;

/// A sentence.
///
/// @param number which one in the text, from 0
/// @param paragraph in which paragraph, from 0
/// @param tree which token depends on which
public record Sentence(int number, int paragraph, TextSpan span, List<Token> tokens, Tree tree) {

  public Sentence {
    tokens = List.copyOf(tokens);
  }

  public int size() {
    return tokens.size();
  }

  /// Some tokens as a sentence, in the order given; dependents of omitted tokens become roots.
  public Sentence part(List<Integer> indices) {
    List<Token> kept = new ArrayList<>();
    List<Integer> heads = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (int each : indices) {
      int head = indices.indexOf(tree.head(each));
      kept.add(tokens.get(each));
      heads.add(head);
      labels.add(head < 0 ? "root" : tree.label(each));
      tags.add(tree.tag(each));
    }
    return new Sentence(number, paragraph, span, kept, new Tree(heads, labels, tags));
  }

  /// The same with other dependencies.
  Sentence with(Tree other) {
    return new Sentence(number, paragraph, span, tokens, other);
  }

  public Token get(int index) {
    return tokens.get(index);
  }

  /// The tokens `from` up to `to`, without white space and commas at the ends.
  public TextSpan span(int from, int to) {
    int first = from;
    int last = to - 1;
    while (first < last && isTrimmed(tokens.get(first))) {
      first++;
    }
    while (last > first && isTrimmed(tokens.get(last))) {
      last--;
    }
    return new TextSpan(tokens.get(first).span().start(), tokens.get(last).span().end());
  }

  private static boolean isTrimmed(Token token) {
    return ",;:.-–—!?".contains(token.text());
  }

  /// The words `from` up to `to`, as written.
  public String words(int from, int to, String text) {
    return from >= to ? "" : span(from, to).in(text);
  }
}
