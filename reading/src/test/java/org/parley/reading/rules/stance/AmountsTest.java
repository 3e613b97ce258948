package org.parley.reading.rules.stance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.TokenRange;

/// Which figures tell how much of a thing is settled, and which tell its size.
@NullMarked
class AmountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          17 of 20 chapters had been closed.               | SHARE 17 of 20
          Only two of 20 chapters had been closed.         | SHARE 2 of 20
          All 20 chapters had been closed.                 | -
          Nine out of ten points were agreed.              | SHARE 9 of 10
          9/10 of the points were agreed.                  | SHARE 9 of 10
          About 80 per cent of the text was agreed.        | SHARE 80 %
          The text was half finished.                      | SHARE 50 %
          100 percent of the text was agreed.              | AGREED 100 %
          Less than half of the text was agreed.           | OPEN null
          10 percent of the map was still open.            | OPEN null
          They agreed on a tariff of 15 percent.           | -
          They accepted a levy of 3 percent on grain.      | -
          The price had risen by 90 percent.               | -
          The rebels hold a third of the province.         | -
          The map is agreed.                               | -
          """)
  void ofAClause(String text, String expected) {
    ParsedText parsed = Parser.parse(text, "en");
    Sentence s = parsed.sentences().getFirst();
    String found =
        new Amounts(parsed.lexicon())
            .share(s, new TokenRange(0, s.size()))
            .map(each -> each.stance() + " " + each.share())
            .orElse("-");
    assertEquals(expected, found, text);
  }
}
