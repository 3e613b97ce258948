package org.parley.answer.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The question of a memo.
public enum MemoQuestion {
  /// Do the talks end in an accord or a stalemate?
  ACCORD,
  /// Who bears the burden?
  BURDEN,
  /// Do the talks move prices of energy and food?
  EFFECTS;

  /// Its name in addresses and on the command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Every name.
  public static List<String> words() {
    return Arrays.stream(values()).map(MemoQuestion::word).toList();
  }

  /// The question of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static MemoQuestion of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
