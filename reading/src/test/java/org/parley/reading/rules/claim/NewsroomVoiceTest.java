package org.parley.reading.rules.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.Article;
import org.parley.reading.ArticleReading;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.rules.RuleReader;

/// What a text says in its own voice on the present state of a negotiation.
@NullMarked
class NewsroomVoiceTest {

  private static final String SCENE =
      "Delegations of Norland and Southland met for peace talks in Eastwick on Monday.\n\n";

  private static List<Proposal.OfClaim> claims(String text) throws Exception {
    Article article = Article.of(SCENE + text, LocalDate.parse("2026-03-03"));
    return ArticleReading.of(article, new RuleReader()).proposals().stream()
        .filter(Proposal.OfClaim.class::isInstance)
        .map(Proposal.OfClaim.class::cast)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The map is agreed.|AGREED|The map",
        "The peace proposal is now 90 percent complete.|SHARE|The peace proposal",
        "The military part of the agreement is settled.|AGREED|The military part of the agreement",
        "The territorial question remains open.|OPEN|The territorial question",
        "The recovery plan has been agreed.|AGREED|The recovery plan",
        "The guarantees are largely settled.|MOSTLY_AGREED|The guarantees"
      })
  void isProposedAsTheNewsrooms(String text, String stance, String subject) throws Exception {
    List<Proposal.OfClaim> claims = claims(text);
    assertEquals(1, claims.size(), claims::toString);
    Proposal.OfClaim claim = claims.getFirst();
    assertEquals(Attribution.NEWSROOM, claim.attribution());
    assertEquals("newsroom", claim.speaker().name());
    assertEquals(stance, claim.stance().name());
    assertEquals(subject, claim.subject());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The border treaty was agreed in 1994.",
        "The draft is said to be settled.",
        "A quarter of a century has passed since the war.",
        "The signing ceremony will be held in May.",
        "How much of the treaty is left to settle depends on whom one asks.",
        "Voters are unhappy."
      })
  void backgroundRumourAndPlansAreNot(String text) throws Exception {
    assertTrue(
        claims(text).stream().noneMatch(each -> each.attribution() == Attribution.NEWSROOM),
        () -> text);
  }

  @Test
  void whatSomebodySaysIsTheirs() throws Exception {
    List<Proposal.OfClaim> claims =
        claims("The peace proposal is 90 percent complete, Norland's envoy Ann Berg said.");
    assertEquals("Ann Berg", claims.getFirst().speaker().name());
    assertEquals(1, claims.size(), claims::toString);
  }
}
