package org.parley.reading.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.QuotationFilter;
import org.parley.reading.SaidStance;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;

/// Whether a quotation carries the stance that is read from it, and what cannot be.
@NullMarked
class StanceFilterTest {

  private static final LocalDate DAY = LocalDate.of(2033, 5, 4);

  private static Proposal.OfClaim claim(
      Article article,
      String quote,
      SaidStance stance,
      @Nullable String share,
      @Nullable Edtf said) {
    int at = article.text().indexOf(quote);
    return new Proposal.OfClaim(
        Proposal.Quotation.of(article.text(), new TextSpan(at, at + quote.length())),
        new Speaker("Berg", null, new TextSpan(0, 4), true),
        null,
        said,
        "the map",
        stance,
        share,
        List.of(),
        null,
        Attribution.REPORTED_SPEECH,
        90);
  }

  private static Set<QuotationDoubt> doubts(String text, String quote, SaidStance stance) {
    Article article = Article.of(text, DAY);
    return StanceFilter.doubts(article, claim(article, quote, stance, null, null));
  }

  @Test
  void aWholeClauseCarriesItsStance() {
    assertEquals(
        Set.of(), doubts("Berg said the map is agreed.", "the map is agreed", SaidStance.AGREED));
    assertEquals(
        Set.of(),
        doubts(
            "It was not easy, Berg said: the map is agreed.",
            "the map is agreed",
            SaidStance.AGREED));
  }

  @Test
  void aNegationCutOffIsADoubt() {
    assertEquals(
        Set.of(QuotationDoubt.CUT_NEGATION),
        doubts(
            "Berg said nobody claims the map is agreed.", "the map is agreed", SaidStance.AGREED));
  }

  @Test
  void anAnswerWhoseSenseStandsInTheQuestionIsADoubt() {
    String asked = "Is the map agreed? ";
    for (String answer : List.of("Yes, it is.", "In principle, yes.", "No.", "It isn't.")) {
      assertEquals(
          Set.of(QuotationDoubt.SHORT_ANSWER),
          doubts(asked + answer, answer, SaidStance.OPEN),
          answer);
    }
    String whole = "Yes, the map is agreed.";
    assertEquals(Set.of(), doubts(asked + whole, whole, SaidStance.AGREED));
  }

  @Test
  void aConditionCutOffIsADoubt() {
    assertEquals(
        Set.of(QuotationDoubt.CUT_CONDITION),
        doubts(
            "Berg said there will be no treaty unless the census is held.",
            "there will be no treaty",
            SaidStance.REJECTED));
  }

  @Test
  void whatStandsBetweenIsAnObstacle() {
    assertEquals(
        Set.of(QuotationDoubt.OBSTACLE),
        doubts(
            "Berg: a fee is all that stands between us and a treaty.",
            "a fee is all that stands between us and a treaty",
            SaidStance.AGREED));
  }

  @Test
  void theGateRefusesWhatCannotBe() {
    Article article = Article.of("Berg said the map is agreed.", DAY);
    List<Proposal.OfClaim> impossible =
        List.of(
            claim(article, "the map is agreed", SaidStance.AGREED, null, Edtf.of("2033-05-05")),
            claim(article, "the map is agreed", SaidStance.AGREED, "60 %", null));
    for (Proposal.OfClaim each : impossible) {
      QuotationFilter.Admitted admitted = QuotationFilter.admit(article, List.of(each));
      assertEquals(List.of(), admitted.passed());
      assertEquals(1, admitted.dropped().get(QuotationFilter.Reason.IMPOSSIBLE));
    }
    assertEquals(
        1,
        QuotationFilter.admit(
                article,
                List.of(
                    claim(article, "the map is agreed", SaidStance.AGREED, "100 %", Edtf.of(DAY))))
            .passed()
            .size());
  }
}
