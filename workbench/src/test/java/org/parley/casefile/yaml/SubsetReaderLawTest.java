package org.parley.casefile.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.casefile.CaseWriter;
import org.parley.model.Cases;

/// What the reader of the subset accepts, the full parser reads without a fault as equal nodes at
/// equal offsets.
///
/// A failure names its seed.
class SubsetReaderLawTest {

  private static final List<String> KEYS = List.of("id", "a", "b2", "at-most", "x.y", "c_d", "7");
  private static final List<String> VALUES =
      List.of(
          "word",
          "two words",
          "2025-01-01",
          "10:30",
          "a:b",
          "a#b",
          "(x)",
          "é",
          "\uD83D\uDE42 b",
          "-",
          "- ",
          "-5",
          "--",
          "? x",
          "?x",
          ":x",
          "x:",
          "a: b",
          "a, b",
          "a [b]",
          "it's",
          "a \"b\"",
          "~",
          "null",
          "true",
          "<<",
          "=",
          "$5",
          "/x",
          "\\n",
          "%",
          "@a",
          "`a",
          "&a",
          "*a",
          "!a",
          "!!b c",
          "\"q\"",
          "\" q \"",
          "\"q \\\" \\\\\"",
          "\"q\\n\"",
          "\"\\u00E9\"",
          "\"\\uD83D\"",
          "\"\\u12\"",
          "\"\\uFEFFx\"",
          "\"\\q\"",
          "\"\\\"",
          "\"q",
          "\"a\" b",
          "\"\"",
          "''",
          "'a''b'",
          "'a",
          "'a' b",
          "\"a\":",
          "[]",
          "[ ]",
          "{}",
          "{ }",
          "[a]",
          "[a, b c]",
          "[ a , b ]",
          "[a,b]",
          "[a,]",
          "[,a]",
          "[a: b]",
          "[a:b]",
          "[[a], {b: c}]",
          "{a: b}",
          "{a: b, c: d}",
          "{a:b}",
          "{a: }",
          "{a}",
          "{a: b, a: c}",
          "{a: [b, \"c\"]}",
          "{a: 'b', c: {d: e}}",
          "{\"a\": b}",
          "{a: b",
          "[a",
          "[a]b",
          "[a] b",
          "[a #b]",
          "[a, #b]",
          "[a]#b",
          "[a]: b",
          "{? a}",
          "[- a]",
          "[-a]",
          "[a b: c]",
          "[a, \"b\"]",
          "[\"b\"c]",
          "[|a]",
          "|",
          "|-",
          ">",
          ">-",
          "|+",
          "|2",
          "> #c",
          "|a",
          "a\u00A0b",
          "\u00A0",
          "---",
          "...");
  private static final List<String> ENDS =
      List.of(
          "", "", "", "", "", "", " ", "   ", " # note", " #", "#", "  #x: y", "\r", "\t", " \t#x");
  private static final List<String> STUMBLES =
      List.of(
          "\n",
          "\n\n",
          " ",
          "  ",
          "- ",
          "-",
          ": ",
          ":",
          "#",
          " #",
          "\"",
          "'",
          "[",
          "]",
          "{",
          "}",
          ",",
          "\t",
          "\r\n",
          "|",
          ">",
          "|-\n",
          ">-\n",
          "---\n",
          "...\n",
          "%YAML 1.2\n",
          "&",
          "*",
          "!",
          "?",
          "? ",
          "\uFEFF",
          "\u0085",
          "\u2028",
          "\0",
          "\uD83D\uDE42",
          "\uD83D",
          "\\",
          "a",
          "0",
          "a: b\n",
          "  a: b\n",
          "- a\n",
          "  - a\n",
          "    text\n");

  @Test
  void shortRun() throws IOException {
    run(0, 12_000);
  }

  @Test
  @Tag("long")
  void longRun() throws IOException {
    run(1_000_000, 2_000_000);
  }

  @Test
  void mostTextsOfCasesAreInTheSubset() throws IOException {
    List<String> written = written();
    long read = written.stream().filter(each -> SubsetReader.read(each) != null).count();
    assertTrue(read > written.size() * 9L / 10, read + " of " + written.size());
  }

  @Test
  void whatIsWrongIsLeftToTheFullParser() {
    for (String text :
        List.of("", "a: *b\n", "a: 1\na: 2\n", "a: [b\n", "a:\n\t- b\n", "- a\n", "a: &b c\n")) {
      assertNull(SubsetReader.read(text), text);
    }
  }

  @Test
  void deepTextsAreLeftToTheFullParser() {
    assertNull(SubsetReader.read("a: " + "[".repeat(10_000)));
    assertNotNull(SubsetReader.read("a: [[[[b]]]]"));
  }

  private static void run(long from, int rounds) throws IOException {
    List<String> written = written();
    int accepted = 0;
    for (long seed = from; seed < from + rounds; seed++) {
      Random random = new Random(seed);
      String text = random.nextInt(3) == 0 ? mutated(written, random) : made(random);
      accepted += check(text, "seed " + seed) ? 1 : 0;
    }
    for (String each : written) {
      accepted += check(each, each) ? 1 : 0;
    }
    assertTrue(accepted > rounds / 10, accepted + " accepted");
  }

  /// @return whether the text is in the subset
  private static boolean check(String text, String name) {
    Node root = SubsetReader.read(text);
    if (root != null) {
      assertEquals(
          YamlReader.readInFull(new SourceText("a.yaml", text)),
          new YamlReader.Result(root, List.of(), true),
          () -> name + "\n" + text);
    }
    return root != null;
  }

  private static List<String> written() throws IOException {
    List<String> written = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(Path.of("..", "examples"))) {
      for (Path path : walk.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        written.add(Files.readString(path));
      }
    }
    for (long seed = 0; seed < 30; seed++) {
      written.addAll(
          CaseWriter.write(Cases.of(seed, new Cases.Size(3, 3, 6, seed % 2 == 0))).values());
    }
    return written;
  }

  /// A piece of a text, with a few slips.
  private static String mutated(List<String> written, Random random) {
    String whole = written.get(random.nextInt(written.size()));
    int from = whole.lastIndexOf('\n', random.nextInt(whole.length())) + 1;
    StringBuilder text =
        new StringBuilder("a:\n" + whole.substring(from, Math.min(whole.length(), from + 400)));
    for (int times = random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(text.length() + 1);
      if (random.nextInt(4) == 0) {
        text.delete(at, Math.min(text.length(), at + random.nextInt(6)));
      } else {
        text.insert(at, STUMBLES.get(random.nextInt(STUMBLES.size())));
      }
    }
    return text.toString();
  }

  /// A small text of keys, dashes and values at all kinds of indentation.
  private static String made(Random random) {
    StringBuilder text = new StringBuilder();
    int indent = 0;
    int slips = random.nextInt(3);
    for (int lines = 1 + random.nextInt(9); lines > 0; lines--) {
      text.append(" ".repeat(indent));
      boolean item = random.nextInt(3) == 0;
      if (item) {
        text.append(random.nextInt(9) == 0 ? "-   " : "- ");
      }
      boolean opens = false;
      if (!item || random.nextInt(3) > 0) {
        text.append(one(KEYS, random)).append(random.nextInt(4) > 0 ? lines : 1).append(':');
        opens = random.nextInt(3) == 0;
        text.append(opens ? "" : random.nextInt(9) == 0 ? "   " : " ");
      }
      if (!opens) {
        text.append(random.nextInt(4) >= slips ? "v" : one(VALUES, random));
      }
      text.append(random.nextInt(4) >= slips ? "" : one(ENDS, random));
      text.append(lines == 1 && random.nextInt(3) == 0 ? "" : "\n");
      if (random.nextInt(8) == 0) {
        block(text, indent, random);
      }
      if (random.nextInt(12) == 0) {
        text.append(one(List.of("\n", "  \n", "# note\n", "   # note\n", "\n\n"), random));
      }
      indent =
          Math.max(
              0,
              indent
                  + (opens || item ? 2 : 0)
                  - 2 * random.nextInt(3)
                  + (slips == 2 ? random.nextInt(3) - 1 : 0));
      indent = random.nextInt(4) == 0 ? indent + 2 : indent;
    }
    return text.toString();
  }

  /// A key with a block scalar.
  private static void block(StringBuilder text, int indent, Random random) {
    text.append(" ".repeat(indent)).append(one(KEYS, random)).append("z: ");
    text.append(one(List.of("|", "|-", ">", ">-"), random)).append('\n');
    for (int lines = 1 + random.nextInt(4); lines > 0; lines--) {
      text.append(" ".repeat(indent + (random.nextInt(6) == 0 ? random.nextInt(5) : 2)));
      text.append(
          one(List.of("text", "text", "more: text", "# text", "- text", "", "end "), random));
      text.append(random.nextInt(4) == 0 ? "\n\n" : "\n");
    }
  }

  private static String one(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
