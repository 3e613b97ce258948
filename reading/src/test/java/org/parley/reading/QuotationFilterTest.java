package org.parley.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the gate lets through, and what it counts.
@NullMarked
class QuotationFilterTest {

  private static final String TEXT = "The text is agreed, Ann Lee said. Nothing else is.";
  private static final Article ARTICLE = Article.of(TEXT, null);
  private static final Speaker ANN = new Speaker("Ann Lee", null, new TextSpan(20, 27), true);

  private static Proposal.OfClaim claim(
      Speaker speaker, Proposal.Quotation quotation, SaidStance stance, @Nullable String share) {
    return new Proposal.OfClaim(
        quotation,
        speaker,
        null,
        null,
        "the text",
        stance,
        share,
        List.of(),
        null,
        Attribution.REPORTED_SPEECH,
        50);
  }

  private static Proposal.Quotation quoted(int start, int end) {
    return Proposal.Quotation.of(TEXT, new TextSpan(start, end));
  }

  @Test
  void whatTheTextSaysPasses() {
    Proposal claim = claim(ANN, quoted(0, 32), SaidStance.AGREED, null);
    assertEquals(
        new QuotationFilter.Admitted(List.of(claim), Map.of()),
        QuotationFilter.admit(ARTICLE, List.of(claim)));
  }

  @Test
  void otherWordsThanThoseOfTheTextAreDroppedAndCounted() {
    Proposal.Quotation changed =
        new Proposal.Quotation("The text is rejected", new TextSpan(0, 20));
    Proposal.Quotation beyond = new Proposal.Quotation("The text", new TextSpan(40, 4_000));
    Proposal.Quotation nothing = new Proposal.Quotation("", new TextSpan(3, 3));
    assertEquals(
        new QuotationFilter.Admitted(List.of(), Map.of(QuotationFilter.Reason.NOT_IN_THE_TEXT, 3)),
        QuotationFilter.admit(
            ARTICLE,
            List.of(
                claim(ANN, changed, SaidStance.AGREED, null),
                claim(ANN, beyond, SaidStance.AGREED, null),
                claim(ANN, nothing, SaidStance.AGREED, null))));
  }

  @Test
  void aSpeakerWhoIsNotInTheTextIsDropped() {
    Speaker bob = new Speaker("Bob Ray", null, new TextSpan(20, 27), true);
    assertEquals(
        Map.of(QuotationFilter.Reason.SPEAKER_NOT_IN_THE_TEXT, 1),
        QuotationFilter.admit(ARTICLE, List.of(claim(bob, quoted(0, 32), SaidStance.AGREED, null)))
            .dropped());
  }

  @Test
  void aShareThatIsNoneAndAConditionThatIsNotToldAreDropped() {
    assertEquals(
        Map.of(QuotationFilter.Reason.MALFORMED, 3),
        QuotationFilter.admit(
                ARTICLE,
                List.of(
                    claim(ANN, quoted(0, 32), SaidStance.SHARE, "140 %"),
                    claim(ANN, quoted(0, 32), SaidStance.SHARE, null),
                    claim(ANN, quoted(0, 32), SaidStance.CONDITIONAL, null)))
            .dropped());
  }

  @Test
  void theSameOfTheSameWordsIsProposedOnce() {
    Proposal claim = claim(ANN, quoted(0, 32), SaidStance.AGREED, null);
    assertEquals(
        new QuotationFilter.Admitted(List.of(claim), Map.of(QuotationFilter.Reason.SAID_TWICE, 1)),
        QuotationFilter.admit(ARTICLE, List.of(claim, claim)));
  }
}
