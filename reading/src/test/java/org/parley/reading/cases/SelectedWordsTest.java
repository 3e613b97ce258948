package org.parley.reading.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.TextSpan;

/// Words that a person selected are found in the text as it is written.
@NullMarked
class SelectedWordsTest {

  private static final String TEXT =
      "Ann Berg said\nthe map  was agreed (all of it). [The toll] costs $5.00? Karl Oye said \\Q no.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the map was agreed
          said the map
          (all of it)
          [The toll] costs $5.00?
          \\Q no
          Ann Berg
          """)
  void theyAreFoundWhateverBlanksStandBetween(String words) {
    TextSpan found = SelectedWords.find(TEXT, words).orElseThrow();
    assertEquals(words, found.in(TEXT).replaceAll("\\s+", " "));
    assertEquals(Optional.of(found), SelectedWords.find(TEXT, "  " + words + "\n"));
  }

  @Test
  void theFirstPlaceIsTaken() {
    assertEquals(new TextSpan(9, 13), SelectedWords.find(TEXT, "said").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"The Map", "mapwas", "Berg Ann", "''", "' '"})
  void whatDoesNotStandThereIsNotFound(String words) {
    assertTrue(SelectedWords.find(TEXT, words).isEmpty());
  }

  @Test
  void aSelectionHasALongestLength() {
    String longest = "a".repeat(SelectedWords.LONGEST);
    assertTrue(SelectedWords.find(longest + "aa", longest).isPresent());
    assertTrue(SelectedWords.find(longest + "aa", longest + "a").isEmpty());
  }
}
