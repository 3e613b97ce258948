package org.parley.reading.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.TextSpan;

/// A negation that is written into a verb is not lost: "didn't agree".
class ContractionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          didn't   | did n't/not
          Didn't   | Did n't/not
          Anna's   | Anna 's/'s
          they'll  | they 'll/will
          we've    | we 've/have
          you're   | you 're/be
          I'm      | I 'm/be
          he'd     | he 'd/'d
          couldn't | could n't/not
          agreed   | agreed
          's       | 's
          n't      | n't
          class    | class
          """)
  void aWordThatIsTwoIsCut(String word, String cut) {
    String text = "(" + word + ")";
    List<Token> made = new ArrayList<>();
    Contractions.split(
        new TextSpan(1, 1 + word.length()), text, word.toLowerCase(Locale.ROOT), false, made);
    String tokens =
        made.stream()
            .map(each -> each.text() + (each.lemma().isEmpty() ? "" : "/" + each.lemma()))
            .collect(Collectors.joining(" "));
    assertEquals(cut, tokens);
    // the spans are those of the text, end to end
    assertEquals(
        word, made.stream().map(each -> each.span().in(text)).collect(Collectors.joining()));
    assertEquals(1, made.getFirst().span().start());
  }
}
