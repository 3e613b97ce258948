package org.parley.casefile.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.Effort;

/// A text after any change is the same as one parsed anew, and so are the items that differ.
///
/// A failure names its seed.
class ListedTextLawTest {

  private static final int TEXTS = Effort.of(1_500, 60_000);
  private static final int CHANGES = 6;

  private static final List<String> PIECES =
      List.of(
          "- id: a\n",
          "  - id: b\n    name: x\n",
          "  - {id: c, of: [d, e]}\n",
          "  - id: f\n    text: |\n      one\n\n      two\n\n",
          "  - id: g\n    text: >-\n      one\n      two\n",
          "    more: \"q\"\n",
          "  - id: h # said\n",
          "  # a remark\n",
          "# a remark\n",
          "\n",
          "  \n",
          "case:\n  title: T\n",
          "as:\n",
          "bs:\n",
          "cs: [a, b]\n",
          "ds: {a: b}\n",
          "  - plain words\n",
          "  - 'it''s'\n",
          "  - id: \uD83D\uDE42\n",
          "      deep: x\n",
          "   ",
          "x",
          ":",
          "\"",
          "- ",
          "&a ",
          "\t",
          "\uD83D");

  @Test
  void aChangedTextIsTheSameAsOneParsedAnew() {
    int alike = 0;
    for (long seed = 0; seed < TEXTS; seed++) {
      Random random = new Random(seed);
      String text = made(random);
      Optional<ListedText> listed = ListedText.of(text);
      for (int i = 0; i < CHANGES && listed.isPresent(); i++) {
        String now = changed(text, random);
        Optional<ListedText> after = listed.orElseThrow().changed(now);
        if (after.isPresent()) {
          same(now, after.orElseThrow(), "seed " + seed + " change " + i + "\n" + text);
          differences(listed.orElseThrow(), after.orElseThrow(), "seed " + seed + " change " + i);
          alike++;
        }
        Optional<ListedText> next = after.isPresent() ? after : ListedText.of(now);
        if (next.isPresent()) {
          listed = next;
          text = now;
        }
      }
    }
    assertTrue(alike > TEXTS, alike + " changes");
  }

  private static void same(String text, ListedText listed, String where) {
    Node anew = SubsetReader.read(text);
    assertNotNull(anew, () -> where + "\n--\n" + text);
    assertEquals(anew, listed.root(), () -> where + "\n--\n" + text);
    for (Node.Entry each : listed.root().entries()) {
      if (each.value() instanceof Node.Sequence list && !list.items().isEmpty()) {
        Node last = list.items().getLast();
        String words = text.substring(last.start(), last.end());
        int found = ListedText.next(list, 0, words);
        assertTrue(found < list.items().size(), () -> where + "\n--\n" + text);
      }
    }
  }

  /// The items of the first text, with the differences, are those of the second.
  private static void differences(ListedText before, ListedText now, String where) {
    List<ListedText.ListDifference> differences = now.differencesFrom(before).orElse(null);
    if (differences == null) {
      return;
    }
    for (ListedText.ListDifference each : differences) {
      List<String> made = new ArrayList<>();
      List<String> wanted = new ArrayList<>();
      items(before, each.key().value())
          .forEach(
              node -> {
                if (node.start() < each.beforeFrom()) {
                  made.add(before.text().substring(node.start(), node.end()));
                }
              });
      each.items().forEach(node -> made.add(now.text().substring(node.start(), node.end())));
      items(before, each.key().value())
          .forEach(
              node -> {
                if (node.start() >= each.beforeUntil()) {
                  made.add(before.text().substring(node.start(), node.end()));
                }
              });
      items(now, each.key().value())
          .forEach(node -> wanted.add(now.text().substring(node.start(), node.end())));
      assertEquals(wanted, made, where);
    }
  }

  private static List<Node> items(ListedText text, String key) {
    return text.root().get(key) instanceof Node.Sequence list ? list.items() : List.of();
  }

  private static String made(Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "case:\n  title: T\n" : "");
    for (int list = 1 + random.nextInt(3); list > 0; list--) {
      text.append((char) ('a' + list)).append("z:\n");
      String indent = random.nextInt(3) == 0 ? "" : "  ";
      for (int item = 1 + random.nextInt(4); item > 0; item--) {
        text.append(indent).append("- id: r").append(random.nextInt(99)).append('\n');
        if (random.nextBoolean()) {
          text.append(indent).append("  name: N").append(random.nextInt(9)).append('\n');
        }
        if (random.nextInt(4) == 0) {
          text.append(indent).append("  text: |\n").append(indent).append("    some\n\n");
        }
        if (random.nextInt(5) == 0) {
          text.append(random.nextBoolean() ? "\n" : indent + "# note\n");
        }
      }
    }
    return text.toString();
  }

  /// A piece more at the beginning of a line or anywhere, a line fewer, or some characters fewer.
  private static String changed(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int line = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', at) + 1;
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(5)) {
      case 0, 1 -> text.substring(0, line) + piece + text.substring(line);
      case 2 -> text.substring(0, at) + piece + text.substring(at);
      case 3 -> end <= line ? text : text.substring(0, line) + text.substring(end);
      default ->
          text.substring(0, at)
              + text.substring(Math.min(text.length(), at + 1 + random.nextInt(3)));
    };
  }
}
