package org.parley.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.reading.rules.RuleReader;

/// The same text as another outlet prints it: claims have the same speaker, stance and subject.
@NullMarked
class RewordedTextsLawTest {

  private static final LocalDate DAY = LocalDate.of(2031, 5, 14);

  /// Short reports of one form each; every sentence is of a plain kind.
  private static final List<String> TEXTS =
      List.of(
          "Foreign Minister Ann Berg said on Monday that the border treaty was agreed. Chile's envoy,"
              + " Karl Oye, said the annex on fishing was still open.",
          "Karl Oye, the mediator, told reporters that 27 of the 30 articles had been closed. \"The"
              + " customs annex is settled,\" Ann Berg said.",
          "The union rejected the offer on pay, its leader Tom Hale said. Norway would sign the truce"
              + " only if the prisoners were released, Ann Berg said.",
          "Ann Berg denied that the port treaty had been agreed. The government has not received the"
              + " draft, Karl Oye said on Tuesday.");

  /// Other ways to print a text.
  private static final List<Printing> PRINTINGS =
      List.of(
          new Printing("with spaces that do not break", it -> it.replace(" M", "\u00A0M")),
          new Printing("broken into short lines", RewordedTextsLawTest::wrapped),
          new Printing("below a dateline", it -> "OSLO, May 13 (Agency) - " + it),
          new Printing("below a dateline with dash", it -> "OSLO — " + it),
          new Printing("with curly apostrophes", it -> it.replace('\'', '’')),
          new Printing("with two spaces after a full stop", it -> it.replace(". ", ".  ")),
          new Printing("with a mark at its end", it -> it + "\n\n(Reporting by Jo Roe)"),
          new Printing("with a byte order mark", it -> '\uFEFF' + it),
          new Printing("with soft hyphens", it -> it.replace("treaty", "trea\u00ADty")),
          new Printing("before a line of stars", it -> it + "\n\n* * *"));

  record Printing(String name, UnaryOperator<String> how) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Arguments> all() {
    return PRINTINGS.stream().flatMap(how -> TEXTS.stream().map(text -> Arguments.of(how, text)));
  }

  /// Lines of 40 characters at most, as in mail.
  private static String wrapped(String text) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ")) {
      boolean isNew = column + word.length() > 40;
      lines.append(column == 0 ? "" : isNew ? "\n" : " ").append(word);
      column = isNew ? word.length() : column + word.length() + 1;
    }
    return lines.toString();
  }

  private static List<String> claims(String text) {
    return new RuleReader()
        .propose(Article.of(text + "\n", DAY)).stream()
            .filter(Proposal.OfClaim.class::isInstance)
            .map(Proposal.OfClaim.class::cast)
            .map(
                each ->
                    String.join(
                        " | ",
                        each.speaker().name(),
                        each.stance().name(),
                        each.subject(),
                        String.valueOf(each.share()),
                        String.valueOf(each.said())))
            .map(each -> each.replace('\u00A0', ' ').replace('’', '\'').replaceAll("\\s+", " "))
            .toList();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("all")
  void itSaysTheSame(Printing how, String text) {
    assertEquals(claims(text), claims(how.how.apply(text)));
  }

  /// A line above takes the day from what is said without one, which is rather that of the
  /// publication.
  @ParameterizedTest
  @MethodSource("texts")
  void aLineAboveChangesNobodysWords(String text) {
    List<String> plain = undated(claims(text));
    assertEquals(plain, undated(claims("A long day in Oslo\n\n" + text)));
    assertEquals(plain, undated(claims("By Jo Roe\n\n" + text)));
  }

  private static Stream<String> texts() {
    return TEXTS.stream();
  }

  private static List<String> undated(List<String> claims) {
    return claims.stream().map(each -> each.substring(0, each.lastIndexOf(" | "))).toList();
  }

  @Test
  void eachTextSaysTwoThings() {
    for (String text : TEXTS) {
      assertTrue(claims(text).size() >= 2, claims(text).toString());
    }
  }
}
