package org.parley.reading.rules.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;

/// Which events a sentence presents as having taken place. A word, its sentence, the verdict.
@NullMarked
class FactualityTest {

  private static int at(Sentence s, String word) {
    return IntStream.range(0, s.size())
        .filter(i -> s.get(i).text().equals(word))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          met       | The envoys met in Oslo on Monday.                        | false
          meet      | The envoys failed to meet on Tuesday.                    | true
          meet      | Ann Berg refused to meet Karl Oye in Oslo.               | true
          meet      | Ann Berg agreed to meet Karl Oye in Oslo.                | false
          met       | Ann Berg denied having met Karl Oye.                     | true
          met       | Ann Berg denied that she had met Karl Oye.               | true
          met       | Ann Berg did not deny that she had met Karl Oye.         | false
          met       | The envoys were to have met in Oslo.                     | true
          met       | The envoys would have met in Oslo.                       | true
          met       | The envoys should have met in Oslo.                      | true
          met       | The envoys have met in Oslo.                             | false
          met       | The envoys nearly met in Oslo.                           | true
          signed    | The treaty was almost signed on Monday.                  | true
          signed    | The treaty was signed on Monday.                         | false
          signed    | Had the treaty been signed, there would be peace.        | true
          signed    | It is not true that the treaty was signed.               | true
          signed    | It is true that the treaty was signed.                   | false
          signed    | It is false that the treaty was signed.                  | true
          signed    | It is not false that the treaty was signed.              | false
          signed    | Reports that the treaty was signed are false.            | true
          signed    | Rumours that the treaty was signed were denied.          | true
          signed    | Ann Berg confirmed reports that the treaty was signed.   | false
          signed    | A statement that the treaty was signed came late.        | false
          signed    | Ann Berg would not confirm that the treaty was signed.   | true
          signed    | Ann Berg said that the treaty was signed.                | false
          signed    | Ann Berg never said that the treaty was signed.          | true
          signed    | Ann Berg did not know that the treaty was signed.        | false
          signed    | If Ann Berg says that the treaty was signed, we will go. | true
          treaty    | Reports that the treaty was signed are false.            | true
          """)
  void whatIsTakenBack(String word, String text, boolean isTakenBack) {
    ParsedText parsed = Parser.parse(text, "en");
    Sentence s = parsed.sentences().getFirst();
    assertEquals(isTakenBack, new Factuality(parsed.lexicon()).isTakenBack(s, at(s, word)), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          meeting | The meeting due on Friday has been cancelled.         | true
          talks   | Norway called off the talks in Oslo.                  | true
          talks   | Norway called the talks in Oslo off.                  | true
          planned | The round planned for Friday was called off.          | true
          round   | The round of talks was postponed on Monday.           | true
          round   | The round of talks was postponed to Friday.           | false
          talks   | The talks in Oslo were not called off.                | false
          talks   | The talks in Oslo were opened by Norway.              | false
          met     | After the talks were cancelled, the envoys met.       | false
          """)
  void whatIsCalledOff(String word, String text, boolean isOff) {
    ParsedText parsed = Parser.parse(text, "en");
    Sentence s = parsed.sentences().getFirst();
    assertEquals(isOff, new Factuality(parsed.lexicon()).isCalledOff(s, at(s, word)), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          said | Ann Berg said that the map is agreed.                      | false
          say  | Ann Berg will say that the map is agreed.                  | true
          say  | Ann Berg would only say that the map was agreed.           | false
          say  | Ann Berg is expected to say that the map is agreed.        | true
          say  | Ann Berg plans to say that the map is agreed.              | true
          say  | Ann Berg declined to say that the map was agreed.          | true
          say  | Ann Berg went on to say that the map was agreed.           | false
          say  | Ann Berg was the first to say that the map was agreed.     | false
          says | If Ann Berg says that the map is agreed, the war is over.  | true
          said | Had Ann Berg said that the map was agreed, all was well.   | true
          """)
  void whatIsStillToSay(String word, String text, boolean isToSay) {
    ParsedText parsed = Parser.parse(text, "en");
    Sentence s = parsed.sentences().getFirst();
    assertEquals(isToSay, new Factuality(parsed.lexicon()).isStillToSay(s, at(s, word)), text);
  }
}
