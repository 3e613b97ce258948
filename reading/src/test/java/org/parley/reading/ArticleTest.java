package org.parley.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A text as it is taken in, and stretches of it.
@NullMarked
class ArticleTest {

  private static final LocalDate DAY = LocalDate.of(2031, 5, 14);

  @Test
  void aTextIsCutAtItsGreatestLength() {
    String text = "x".repeat(Article.MAX_LENGTH + 10);
    assertEquals(Article.MAX_LENGTH, Article.of(text, DAY).text().length());
    String all = "x".repeat(Article.MAX_LENGTH);
    assertEquals(all, Article.of(all, DAY).text());
  }

  /// A sign of two units is not cut in half.
  @Test
  void aSignIsNotCutInHalf() {
    String text = "x".repeat(Article.MAX_LENGTH - 1) + "\uD83D\uDE00";
    String cut = Article.of(text, DAY).text();
    assertEquals(Article.MAX_LENGTH - 1, cut.length());
    assertFalse(Character.isHighSurrogate(cut.charAt(cut.length() - 1)));
  }

  @Test
  void forbiddenSignsAreBlankAndTheTextStaysAsLong() {
    Article article = new Article("a\u0000b\u0007c", DAY, "t\u0001t", "p\u0002p", null, "en");
    assertEquals(5, article.text().length());
    assertFalse(article.text().contains("\u0000"));
    assertFalse(String.valueOf(article.title()).contains("\u0001"));
    assertFalse(String.valueOf(article.publisher()).contains("\u0002"));
    assertEquals("a\tb\nc", Article.of("a\tb\nc", DAY).text());
  }

  @Test
  void marksWithinWordsAreLeftOut() {
    assertEquals("treaty", Article.of("\uFEFFtrea\u00ADty", DAY).text());
    assertEquals("a\u200Bb", Article.of("a\u200Bb", DAY).text());
  }

  @Test
  void onlyWhatIsToldChanges() {
    Article article = new Article("text", DAY, "title", "publisher", "https://x.example", "en");
    assertNull(article.withPublished(null).published());
    assertEquals("title", article.withPublished(null).title());
    assertEquals("The Courier", article.withPublisher("The Courier").publisher());
    assertEquals(DAY, article.withPublisher(null).published());
    assertEquals("https://x.example", article.withPublisher(null).address());
  }

  /// Two spans, what both cover, and whether the first holds the second.
  @ParameterizedTest
  @CsvSource({
    "0, 5, 0, 5, 5, true",
    "0, 5, 1, 4, 3, true",
    "1, 4, 0, 5, 3, false",
    "0, 3, 2, 5, 1, false",
    "0, 3, 3, 5, 0, false",
    "0, 3, 4, 5, 0, false",
    "2, 2, 0, 5, 0, false",
    "0, 5, 2, 2, 0, true"
  })
  void spans(int from, int to, int start, int end, int overlap, boolean isHeld) {
    TextSpan one = new TextSpan(from, to);
    TextSpan other = new TextSpan(start, end);
    assertEquals(overlap, one.overlap(other));
    assertEquals(overlap, other.overlap(one));
    assertEquals(isHeld, one.contains(other));
    assertEquals(to - from, one.length());
    assertEquals("hello".substring(from, to), one.in("hello"));
  }

  @ParameterizedTest
  @CsvSource({"-1, 3", "3, 2", "-2, -1"})
  void whatIsNoSpanIsRefused(int start, int end) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> new TextSpan(start, end))
                .getMessage());
    assertTrue(message.contains("" + start) && message.contains("" + end), message);
  }
}
