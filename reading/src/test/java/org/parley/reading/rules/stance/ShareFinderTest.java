package org.parley.reading.rules.stance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.model.claim.Share;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;

/// Which figure of a sentence tells how much is settled, in the words in which a case keeps it.
@NullMarked
class ShareFinderTest {

  private static Optional<ShareFinder.FoundShare> figure(String text) {
    ParsedText parsed = Parser.parse(text, "en");
    Stances stances = new Stances(parsed.lexicon());
    return parsed.sentences().stream().flatMap(each -> stances.figure(each).stream()).findFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The annex is 90 percent done. | 900 | 90 %
          The annex is 99.5 per cent ready. | 995 | 99.5 %
          Nine of the twelve articles are agreed. | 750 | 9 of 12
          They have closed 18 of 20 chapters. | 900 | 18 of 20
          Of the twelve articles, nine are agreed. | 750 | 9 of 12
          Three of the plan's four parts are agreed. | 750 | 3 of 4
          Two thirds of the treaty is agreed. | 667 | 66.7 %
          Three quarters of the text has been agreed. | 750 | 75 %
          Half of the text is agreed. | 500 | 50 %
          All but two of the 20 chapters are closed. | 900 | 18 of 20
          """)
  void isFound(String text, int tenths, String words) {
    ShareFinder.FoundShare found = figure(text).orElseThrow();
    assertEquals(words, found.words());
    assertEquals(tenths, found.tenths());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The map is agreed.",
        "Article 9 of the treaty is agreed.",
        "They met on 12 May.",
        "Turnout was 12 votes.",
        "It is 2031.",
        "",
        "%",
        "Percent of percent."
      })
  void isNotThere(String text) {
    assertEquals(Optional.empty(), figure(text), text);
  }

  /// No text, however wrong its figures, gives a share that a case would refuse.
  @Test
  void whatIsFoundIsAShare() {
    long seed = 18;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int part = random.nextInt(4) == 0 ? 0 : random.nextInt(300);
      int whole = random.nextInt(4) == 0 ? 0 : random.nextInt(300);
      String text =
          switch (random.nextInt(5)) {
            case 0 -> "They have agreed " + part + " of " + whole + " articles.";
            case 1 -> "Of the " + whole + " articles, " + part + " are agreed.";
            case 2 -> "All but " + part + " of the " + whole + " articles are agreed.";
            case 3 -> "The text is " + part + " percent agreed.";
            default -> "The text is " + part + "." + whole + "% agreed.";
          };
      figure(text)
          .ifPresent(
              found -> {
                String told = "seed " + seed + ": " + text + " gives " + found;
                assertTrue(found.tenths() >= 0 && found.tenths() <= 1000, told);
                assertEquals(found.words(), new Share(found.words()).toString(), told);
              });
    }
  }
}
