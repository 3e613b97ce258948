package org.parley.redline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares two texts word by word.
public final class WordDiff {

  /// A word or a sign, with the white space after it.
  private static final Pattern TOKEN =
      Pattern.compile("([\\p{L}\\p{N}\\p{M}]+(?:['\u2019-][\\p{L}\\p{N}\\p{M}]+)*|[^\\s])(\\s*)");

  private WordDiff() {}

  /// A word with the white space after it.
  record Token(String word, String text) {}

  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(new Token(matcher.group(1), matcher.group()));
    }
    return tokens;
  }

  /// The words without white space, for comparison.
  static List<String> words(String text) {
    return tokens(text).stream().map(Token::word).toList();
  }

  /// The words kept, removed and added, in order; removals come first between kept words.
  public static List<Piece> between(String before, String after) {
    List<Token> from = tokens(before);
    List<Token> to = tokens(after);
    List<MyersDiff.Step> steps =
        MyersDiff.of(from.size(), to.size(), (i, j) -> from.get(i).word().equals(to.get(j).word()));
    List<Piece> pieces = new ArrayList<>();
    StringBuilder removed = new StringBuilder();
    StringBuilder added = new StringBuilder();
    StringBuilder kept = new StringBuilder();
    for (MyersDiff.Step step : steps) {
      if (step.before() >= 0 && step.after() >= 0) {
        flush(pieces, removed, Piece.Kind.REMOVED);
        flush(pieces, added, Piece.Kind.ADDED);
        kept.append(to.get(step.after()).text());
      } else {
        flush(pieces, kept, Piece.Kind.KEPT);
        if (step.before() >= 0) {
          if (removed.isEmpty() && endsWithWord(pieces) && isApart(from, step.before())) {
            removed.append(' ');
          }
          removed.append(from.get(step.before()).text());
        } else {
          added.append(to.get(step.after()).text());
        }
      }
    }
    flush(pieces, kept, Piece.Kind.KEPT);
    flush(pieces, removed, Piece.Kind.REMOVED);
    flush(pieces, added, Piece.Kind.ADDED);
    return pieces;
  }

  /// Whether the last piece has no white space at its end: a removal follows, and in the later text
  /// nothing does.
  private static boolean endsWithWord(List<Piece> pieces) {
    String last = pieces.isEmpty() ? "" : pieces.getLast().text();
    return !last.isEmpty() && !Character.isWhitespace(last.charAt(last.length() - 1));
  }

  /// Whether white space preceded a word.
  private static boolean isApart(List<Token> tokens, int index) {
    return index > 0 && !tokens.get(index - 1).text().equals(tokens.get(index - 1).word());
  }

  private static void flush(List<Piece> pieces, StringBuilder words, Piece.Kind kind) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(kind, words.toString()));
      words.setLength(0);
    }
  }
}
