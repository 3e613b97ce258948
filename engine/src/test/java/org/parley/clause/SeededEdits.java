package org.parley.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Edits of one text with the consequences that each must have, read from a list: `# name`, then `-
/// words` and `+ words` that replace them, then `= consequence`.
///
/// @param name its name
/// @param before the text before
/// @param after the text after
/// @param expected its consequences in short, sorted
public record SeededEdits(String name, String before, String after, List<String> expected) {

  @Override
  public String toString() {
    return name;
  }

  /// The edits of a list.
  ///
  /// @param text the text for the name of an edit
  public static List<SeededEdits> read(String list, UnaryOperator<String> text) {
    List<SeededEdits> edits = new ArrayList<>();
    for (String each : list.split("(?m)^# ", -1)) {
      if (!each.isBlank()) {
        edits.add(edit(each, text.apply(each)));
      }
    }
    return edits;
  }

  private static SeededEdits edit(String lines, String text) {
    String after = text;
    String old = "";
    List<String> expected = new ArrayList<>();
    String name = lines.lines().findFirst().orElseThrow();
    for (String each : lines.lines().skip(1).toList()) {
      String words = each.length() < 2 ? "" : each.substring(2).replace("\\n", "\n");
      switch (each.isEmpty() ? ' ' : each.charAt(0)) {
        case '-' -> old = words;
        case '+' -> after = replaced(name, after, old, words);
        case '=' -> expected.add(words);
        default -> {
          // an empty line
        }
      }
    }
    expected.sort(null);
    return new SeededEdits(name, text, after, expected);
  }

  private static String replaced(String name, String text, String old, String now) {
    int at = text.indexOf(old);
    if (at < 0 || text.indexOf(old, at + 1) >= 0) {
      throw new IllegalArgumentException(name + ": not there once: " + old);
    }
    return text.substring(0, at) + now + text.substring(at + old.length());
  }
}
