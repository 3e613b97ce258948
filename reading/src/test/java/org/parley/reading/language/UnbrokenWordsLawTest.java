package org.parley.reading.language;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    cost(words, FEW);
    long first = cost(words, FEW);
    long few = Math.min(first, cost(words, FEW));
    double ratio = (double) cost(words, FEW * TIMES) / few;
    assertTrue(ratio < MOST, words + " costs " + ratio + " times as much");
  }

  private static long cost(String words, int length) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Parser.parse(words.repeat(length / words.length()), "en");
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
  }
}
