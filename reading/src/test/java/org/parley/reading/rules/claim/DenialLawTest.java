package org.parley.reading.rules.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.rules.RuleReader;

/// A statement within words that deny, doubt or await it never becomes an agreement, by rules and
/// models alike; within words that only tell it, it always does. `%s` is the statement.
@NullMarked
class DenialLawTest {

  private static final Set<SaidStance> SETTLED =
      EnumSet.of(SaidStance.AGREED, SaidStance.MOSTLY_AGREED, SaidStance.SHARE);

  private static final List<String> STATEMENTS =
      List.of(
          "the annex on prisoners was agreed",
          "the border treaty had been finalised",
          "the two sides had settled the ceasefire line",
          "nine of the twelve articles were agreed");

  private static final List<String> DENYING =
      List.of(
          "Ann Berg denied that %s.",
          "Ann Berg never said that %s.",
          "Nobody said that %s.",
          "Ann Berg did not say that %s.",
          "Ann Berg declined to say that %s.",
          "Ann Berg would not confirm that %s.",
          "Ann Berg could neither confirm nor deny that %s.",
          "Ann Berg did not deny that %s.",
          "Ann Berg said it was untrue that %s.",
          "Ann Berg could not say whether %s.",
          "Ann Berg is expected to say that %s.",
          "Ann Berg will say on Friday that %s.",
          "It is rumoured that %s.");

  private static final List<String> TELLING =
      List.of(
          "Ann Berg said that %s.",
          "Ann Berg confirmed that %s.",
          "Ann Berg told reporters in Oslo that %s.",
          "According to Ann Berg, %s.",
          "On Monday, Ann Berg, the foreign minister, said %s.");

  private static Stream<String> of(List<String> frames) {
    return frames.stream().flatMap(each -> STATEMENTS.stream().map(each::formatted));
  }

  static Stream<String> denied() {
    return of(DENYING);
  }

  static Stream<String> told() {
    return of(TELLING);
  }

  private static List<Proposal.OfClaim> settled(RuleReader reader, String text) {
    return reader.propose(Article.of(text + "\n", LocalDate.of(2031, 5, 14))).stream()
        .filter(Proposal.OfClaim.class::isInstance)
        .map(Proposal.OfClaim.class::cast)
        .filter(each -> SETTLED.contains(each.stance()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("denied")
  void whatIsNotSaidIsNotSettled(String text) {
    assertEquals(List.of(), settled(new RuleReader(), text));
    assertEquals(List.of(), settled(RuleReader.byRulesAlone(), text));
  }

  @ParameterizedTest
  @MethodSource("told")
  void whatIsSaidIsSettled(String text) {
    List<Proposal.OfClaim> found = settled(new RuleReader(), text);
    assertEquals(1, found.size(), found.toString());
    assertEquals("Ann Berg", found.getFirst().speaker().name());
    assertTrue(text.contains(found.getFirst().quotation().words()));
  }
}
