package org.parley.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.parley.board.World.subject;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.model.PartyId;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;

/// Agreement to a text that was changed since.
class OlderAgreementTest {

  private static List<OlderAgreement> older(String text, String... claims) {
    return OlderAgreement.list(World.of(claims).board("01-31"), subject("p1"), Edtf.of(text));
  }

  @Test
  void agreementBeforeATextIsNotToIt() {
    assertEquals(
        List.of(
            new OlderAgreement(
                new PartyId("A"),
                subject("p1"),
                LocalDate.parse("2026-01-02"),
                List.of(new ClaimId("c1")))),
        older("2026-01-10", "01-02 Ann/A agreed p1", "01-12 Bob/B agreed p1"));
  }

  @Test
  void aLaterWordIsAboutTheNewText() {
    assertEquals(List.of(), older("2026-01-10", "01-02 Ann/A agreed p1", "01-11 Ann/A agreed p1"));
  }

  @Test
  void agreementOfTheSameDayMayBeToIt() {
    assertEquals(List.of(), older("2026-01-02", "01-02 Ann/A agreed p1"));
  }

  @Test
  void aRefusalIsNoAgreement() {
    assertEquals(List.of(), older("2026-01-10", "01-02 Ann/A rejected p1"));
  }
}
