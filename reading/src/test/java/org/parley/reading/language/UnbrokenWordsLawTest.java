package org.parley.reading.language;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.Growth;

/// A text without blanks costs no more for each mark of punctuation, however long it is.
@NullMarked
class UnbrokenWordsLawTest {

  private static final int FEW = 4_000;
  private static final int TIMES = 4;

  /// The square would be sixteen.
  private static final double MOST = 9;

  @ParameterizedTest
  @ValueSource(strings = {"A.", "a.b!", "Is?", "...", "a"})
  void wordsWithoutBlanksCostLinearTime(String words) {
    double ratio = Growth.ratio(parsing(words, FEW), parsing(words, FEW * TIMES), MOST);
    assertTrue(ratio < MOST, words + " costs " + ratio + " times as much");
  }

  private static Runnable parsing(String words, int length) {
    String text = words.repeat(length / words.length());
    return () -> Parser.parse(text, "en");
  }
}
