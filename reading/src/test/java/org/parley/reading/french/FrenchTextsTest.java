package org.parley.reading.french;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.french.FrenchGold.Score;

/// Annotated French texts. Those of the first folder were written before the rules; errors in those
/// of the second and third were read; those of the fourth are as good as new.
@NullMarked
class FrenchTextsTest {

  private static final Map<String, List<String>> TEXTS =
      Map.of(
          "first", List.of("border", "ceasefire", "strike", "water"),
          "second", List.of("prisoners", "grain", "province", "university"),
          "third", List.of("fishing", "truce", "company", "constitution"),
          "fourth", List.of("railway", "mine", "coalition", "hostages"));

  /// The figures of docs/benchmarks/reading.md.
  @ParameterizedTest
  @CsvSource({
    "first, share, 5, 5, 5",
    "first, meeting, 7, 7, 7",
    "first, document, 5, 5, 5",
    "second, share, 5, 5, 7",
    "second, meeting, 6, 6, 7",
    "second, document, 5, 5, 5",
    "third, share, 6, 6, 7",
    "third, meeting, 5, 6, 6",
    "third, document, 5, 5, 5",
    "fourth, share, 4, 4, 6",
    "fourth, meeting, 3, 4, 6",
    "fourth, document, 4, 4, 6",
  })
  void soMuchIsRight(String folder, String kind, int right, int found, int gold) throws Exception {
    Score sum = new Score(0, 0, 0);
    for (String name : TEXTS.getOrDefault(folder, List.of())) {
      sum = sum.plus(FrenchGold.of(folder, name).score(kind));
    }
    assertEquals(new Score(found, right, gold), sum);
  }
}
