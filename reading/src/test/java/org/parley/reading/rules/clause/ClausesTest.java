package org.parley.reading.rules.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;

/// Where a sentence falls into clauses.
@NullMarked
class ClausesTest {

  private static List<TextClause> clauses(ParsedText text) {
    Sentence s = text.sentences().getFirst();
    return new Clauses(text.lexicon()).of(s, IntStream.range(0, s.size()).boxed().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The map is agreed. | The map is agreed
          The map is agreed, but the annex is open. | The map is agreed / the annex is open
          The map is agreed and the annex is open. | The map is agreed / the annex is open
          The map is agreed; the annex is open. | The map is agreed / the annex is open
          The map is agreed while the annex remains open. | The map is agreed / the annex remains open
          They signed the map and published it. | They signed the map / published it
          The map and the annex are agreed. | The map and the annex are agreed
          """)
  void areApart(String text, String expected) {
    ParsedText parsed = Parser.parse(text, "en");
    assertEquals(
        expected,
        clauses(parsed).stream()
            .map(each -> each.span().in(text))
            .collect(Collectors.joining(" / ")));
  }

  /// No token belongs to two clauses, and none is made up.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "and",
        "But, but, but.",
        "He said that she said that they had said that it was agreed, and left.",
        "Unless the annex, which is open, is agreed, the map, they say, is worth nothing.",
        "Agreed; agreed; and; or agreed",
        "Who, when, where and why?"
      })
  void shareNoToken(String text) {
    ParsedText parsed = Parser.parse(text, "en");
    List<Integer> used = clauses(parsed).stream().flatMap(each -> each.tokens().stream()).toList();
    assertEquals(used.stream().distinct().toList(), used);
    int size = parsed.sentences().getFirst().size();
    assertTrue(used.stream().allMatch(each -> each >= 0 && each < size));
  }
}
