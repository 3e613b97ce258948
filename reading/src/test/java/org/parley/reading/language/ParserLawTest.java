package org.parley.reading.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.syntax.Tree;

/// Whatever the text, sentences and tokens lie in it in order, and each sentence is one tree.
@NullMarked
class ParserLawTest {

  private static void holds(String text) {
    ParsedText parsed = Parser.parse(text, "en");
    int end = 0;
    int number = -1;
    int paragraph = 0;
    for (Sentence sentence : parsed.sentences()) {
      assertTrue(sentence.number() > number, text);
      assertTrue(sentence.paragraph() >= paragraph, text);
      number = sentence.number();
      paragraph = sentence.paragraph();
      assertTrue(sentence.size() > 0, text);
      for (Token token : sentence.tokens()) {
        assertTrue(token.span().start() >= end, () -> token + " in: " + text);
        assertTrue(token.span().end() > token.span().start(), () -> token + " in: " + text);
        end = token.span().end();
        assertTrue(end <= text.length(), text);
        assertTrue(token.span().start() >= sentence.span().start(), text);
        assertTrue(token.span().end() <= sentence.span().end(), text);
      }
      isOneTree(sentence.tree(), sentence.size(), text);
    }
  }

  /// From every token the heads lead out of the sentence, and not in a circle.
  private static void isOneTree(Tree tree, int size, String text) {
    assertEquals(size, tree.size(), text);
    for (int token = 0; token < size; token++) {
      int at = token;
      int steps = 0;
      while (at >= 0) {
        at = tree.head(at);
        assertTrue(at < size && steps++ <= size, text);
      }
      int each = token;
      assertTrue(tree.children(token).stream().allMatch(child -> tree.head(child) == each), text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\n\n",
        ".",
        "...",
        "\"",
        "“”",
        "”“",
        "'''",
        "- - -",
        "a",
        "1,000.5%",
        "No. 5 Mr. O'Neill's e-mail: x@y.example, U.S.-led.",
        "\u0000\u0007",
        "\uD83D\uDE00 said \uD83D\uDE00.",
        "\uD83D",
        "\u202Eright to left\u202C said so.",
        "\u00A0\u2003said\u200B.",
        "\uFEFFThe map is agreed.",
        "Київ сказав: «так».",
        "the the the the the the the the",
        "((((((((((((((((",
        "He said \"she said 'he said \"no\"'\".",
        "A\r\nB\rC\n\nD"
      })
  void ofOddTexts(String text) {
    holds(text);
  }

  @Test
  void ofWordsThrownTogether() {
    List<String> words =
        List.of(
            "said", "not", "the", "map", "\"", "“", "”", ",", ".", "\n\n", "Ann", "Berg", "(", ")",
            "of", "12", "%", "—", "n't", "'s", "U.S.", "and", "who", ";", ":", "\t", "é", "?!");
    long seed = 20310516;
    Random random = new Random(seed);
    for (int round = 0; round < 150; round++) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(25); left > 0; left--) {
        text.append(words.get(random.nextInt(words.size())))
            .append(random.nextInt(5) == 0 ? "" : " ");
      }
      String made = text.toString();
      tellingTheSeed(seed, made, ParserLawTest::holds);
    }
  }

  private static void tellingTheSeed(long seed, String text, Consumer<String> law) {
    try {
      law.accept(text);
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed + ", text: " + text, e);
    }
  }
}
