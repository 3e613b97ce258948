package org.parley.corpus;

import java.util.List;

/// A question to the texts.
///
/// @param codes topic codes of PA-X: passages that speak of one of them
/// @param words words of the user: passages with at least one of them, a phrase in quotation marks
///   counting as one; empty for none
/// @param most how many passages are wanted
public record PassageQuery(List<String> codes, String words, int most) {

  /// No more than so many passages are given.
  public static final int MOST = 200;

  public PassageQuery {
    codes = List.copyOf(codes);
    if (most < 0 || most > MOST) {
      throw new IllegalArgumentException("between 0 and " + MOST + " passages, not " + most);
    }
  }
}
