package org.parley.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that would cost the square of their length.
class HostileTextsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "and shall ",
        "if, ",
        "by the Of ",
        "within 5 days of ",
        "\"A\" means ",
        "1 ",
        "Article 1, ",
        "is and ",
        "(((",
        "the Aa ",
        "a\tb",
        "1. \t",
        "Whereas ",
        "AGREES: ",
        "\nAGREES:\n1. ",
        "\nWhereas\n1. ",
        "\n1. ",
        "\n1. a\n(a) b",
        "\nAnnex I\n1. a",
        "subject to "
      })
  void aSentenceWithoutEndIsNotRead(String words) {
    String text = "Article 1\nArda shall pay. " + words.repeat(200_000 / words.length()) + "\n";
    assertEquals(List.of(), Edits.of(text, text));
    assertEquals(List.of(), Edits.of(text, text + "Article 2\nThe end.\n"));
  }

  @Test
  void longSentencesWithinTheBoundAreRead() {
    String text =
        "Article 1\n" + "Arda shall pay, and Bel shall wait, ".repeat(160) + "and so on.\n";
    assertEquals(320, ClauseReader.read(Edits.read(text, "en"), Edits::party).size());
  }
}
