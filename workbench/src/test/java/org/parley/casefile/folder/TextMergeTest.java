package org.parley.casefile.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Three texts and what they merge to, one line each. Records are written short: `b c|d` is a file
/// with a key `b` that holds the record `c`, and another that holds `d`.
class TextMergeTest {

  /// `a1 a2` as a list of records; `a1:x` has the value x; a word alone is a comment before it.
  private static String text(String written) {
    StringBuilder text = new StringBuilder();
    if (written.isEmpty()) {
      return "";
    }
    for (String key : written.split(" [|] ", -1)) {
      String[] words = key.split(" ", -1);
      text.append(words[0]).append(":\n");
      for (int i = 1; i < words.length; i++) {
        if (words[i].startsWith("#")) {
          text.append("  ").append(words[i]).append('\n');
          continue;
        }
        String[] parts = words[i].split("=", -1);
        text.append("  - id: ").append(parts[0]).append('\n');
        text.append("    said: the same\n    by: the same\n    at: the same\n    to: the same\n");
        text.append("    note: ").append(parts.length > 1 ? parts[1] : "none").append('\n');
      }
    }
    return text.toString();
  }

  @Test
  void everyCaseOfAThreeWayMerge() {
    String[][] table = {
      // base, ours, theirs, merged
      {"k a", "k a", "k a", "k a"},
      {"k a", "k a b", "k a", "k a b"},
      {"k a", "k a", "k a b", "k a b"},
      {"k a", "k a b", "k a c", "k a b c"},
      {"k a", "k a b d", "k a c e", "k a b d c e"},
      {"k a z", "k a b z", "k a c z", "k a b c z"},
      {"k a", "k b a", "k c a", "k b c a"},
      {"k a", "k a=1", "k a b", "k a=1 b"},
      {"k a", "k a=1", "k a=1 b", "k a=1 b"},
      {"k a b", "k a", "k a b c", "k a c"},
      {"k a b", "k a b", "k a", "k a"},
      {"k a b", "k a=1 b", "k a", "k a=1"},
      {"k a", "k a | m x", "k a b", "k a b | m x"},
      {"k a", "k a b", "k a | m x", "k a b | m x"},
      {"k a", "k a | m x", "k a | m y", "k a | m x y"},
      {"", "k a", "k b", "k a b"},
      {"k a", "k #why a", "k a b", "k #why a b"},
      {"k a | m x", "k a | m x y", "m x", "m x y"},
    };
    for (String[] line : table) {
      TextMerge.Merged merged = TextMerge.of(text(line[0]), text(line[1]), text(line[2]));
      assertEquals(text(line[3]), merged.text(), String.join(" / ", line));
      assertEquals(List.of(), merged.clashes(), String.join(" / ", line));
    }
  }

  @Test
  void whatBothSidesChangedIsAClash() {
    String[][] table = {
      {"k a", "k a=1", "k a=2", "a"},
      {"k a", "k a b=1", "k a b=2", "b"},
      {"k a b", "k a b=1", "k a", "b"},
      {"k a b", "k a", "k a b=1", "b"},
      {"k a", "k #one a", "k #two a", "a"},
    };
    for (String[] line : table) {
      TextMerge.Merged merged = TextMerge.of(text(line[0]), text(line[1]), text(line[2]));
      assertEquals(List.of(line[3]), merged.clashes(), String.join(" / ", line));
    }
  }

  @Test
  void textsThatAreNotBlocksAreAConflictOfTheWholeFile() {
    for (String odd : List.of("{k: [{id: a}]}", "k: [broken", "k:\n  - id: a\n  - id: a\n")) {
      assertEquals(
          List.of("the whole file"), TextMerge.of("k:\n", odd, "k:\n  - id: b\n").clashes(), odd);
    }
  }

  @Test
  void windowsLineEndsStay() {
    String base = text("k a").replace("\n", "\r\n");
    String ours = text("k a b").replace("\n", "\r\n");
    String theirs = text("k a c").replace("\n", "\r\n");
    assertEquals(text("k a b c").replace("\n", "\r\n"), TextMerge.of(base, ours, theirs).text());
  }
}
