package org.parley.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Lines of a text of fixed width are joined, and no others.
@NullMarked
class WrappedLinesTest {

  private static final String WORDS =
      "The two delegations settled the course of the border on Monday, said Ann Berg, who leads one"
          + " of them. Fishing rights are still open. Nobody in either capital would say for how"
          + " long they will be, and the mediator has left for Oslo.";

  /// Breaks a paragraph as programs do: a word goes to the next line where it has no room.
  private static String wrapped(String text, int width, String indent) {
    StringBuilder lines = new StringBuilder(indent);
    int column = indent.length();
    for (String word : text.split(" ")) {
      boolean isFirst = column == indent.length();
      if (!isFirst && column + 1 + word.length() > width) {
        lines.append('\n').append(indent);
        column = indent.length();
        isFirst = true;
      }
      lines.append(isFirst ? "" : " ").append(word);
      column += word.length() + (isFirst ? 0 : 1);
    }
    return lines.toString();
  }

  @Test
  void everyWidthIsJoined() {
    for (int width = 40; width <= 100; width++) {
      assertEquals(WORDS, WrappedLines.joined(wrapped(WORDS, width, "")), "width " + width);
    }
  }

  @Test
  void paragraphsStayApart() {
    String text = wrapped(WORDS, 60, "") + "\n\n" + wrapped("And so on. " + WORDS, 60, "") + "\n";
    assertEquals(WORDS + "\n\nAnd so on. " + WORDS + "\n", WrappedLines.joined(text));
  }

  @Test
  void indentedLinesAreJoinedToo() {
    String joined = WrappedLines.joined(wrapped(WORDS, 60, "  "));
    assertEquals(WORDS, joined.strip().replaceAll("\\s+", " "));
    assertTrue(joined.indexOf('\n') < 0, joined);
  }

  @Test
  void everyCharacterKeepsItsPlace() {
    Random random = new Random(3);
    for (int n = 0; n < 200; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 200; i++) {
        text.append("ab c.\n\n :-1".charAt(random.nextInt(11)));
      }
      String joined = WrappedLines.joined(text.toString());
      assertEquals(text.toString().replace('\n', ' '), joined.replace('\n', ' '));
    }
  }

  private static List<String> others() {
    return List.of(
        """
        ANN BERG: The map of the strait is agreed.
        KARL OYE: It is not, as we told you.
        ANN BERG: Then let us look at it again.
        KARL OYE: We can do that on Monday.
        """,
        """
        Present at the talks in Oslo were these:
        Ann Berg
        Karl Oye, the mediator
        Tom Hale
        Jo Roe
        """,
        """
        - the map of the strait and all of its islands
        - the annex on fishing, with its quotas now
        - the court and the seat that it will have now
        - the prisoners, and their way to home
        """,
        """
        Q: Is the map of the strait agreed by now?
        A: It is, and the annex on fishing is too.
        Q: And what of the court and its seat, then?
        A: That is open, as it was last year.
        """,
        """
        One line.
        Another line.
        """,
        "",
        "\n\n\n");
  }

  @ParameterizedTest
  @MethodSource("others")
  void otherLinesStay(String text) {
    assertEquals(text, WrappedLines.joined(text));
  }

  /// A paragraph a line, however many.
  @Test
  void longParagraphsOfOneLineStay() {
    String text = (WORDS + "\n").repeat(5);
    assertEquals(text, WrappedLines.joined(text));
  }

  /// A list within a text of fixed width keeps its items.
  @Test
  void itemsWithinWrappedTextStay() {
    String list =
        "1. the map of the strait, agreed in the spring of last year\n2. the annex\n3. fish";
    String joined =
        WrappedLines.joined(
            wrapped(WORDS, 60, "") + "\n\n" + list + "\n\n" + WORDS.substring(0, 50));
    assertTrue(joined.contains(list), joined);
    assertTrue(joined.startsWith(WORDS), joined);
  }
}
