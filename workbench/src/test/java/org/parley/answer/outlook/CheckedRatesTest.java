package org.parley.answer.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.answer.outlook.CheckedRates.CheckedRate;
import org.parley.answer.outlook.CheckedRates.RateBasis;
import org.parley.check.Question;
import org.parley.exact.Finding;
import org.parley.exchange.SharedData;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.genius.file.InputFile;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.BaseRate;
import org.parley.outlook.BaseRates;
import org.parley.outlook.Definition;
import org.parley.outlook.SignedAgreement.SettlementScope;

/// No base rate is stated without a check that passed.
@NullMarked
class CheckedRatesTest {

  private static final AgreementClass FULL = new AgreementClass(SettlementScope.FULL, null);

  @TempDir private Path folder = Path.of("");

  @Test
  void everyShippedFigurePassesItsCheck() {
    for (AgreementClass of : ShippedRates.classes()) {
      for (Definition definition : Definition.values()) {
        CheckedRate rate = CheckedRates.shipped().find(of, definition);
        assertEquals(RateBasis.SHIPPED, rate.basis());
        assertEquals(
            ShippedRates.shipped().find(of, definition).map(BaseRate::agreements).orElse(0),
            rate.rate().agreements(),
            of + " " + definition);
      }
    }
  }

  /// Of a topic that enough agreements have there is a figure; of two topics only rows give one.
  @Test
  void whatTheTableLacksIsNotCalledNone() {
    AgreementClass one = ShippedRates.about("SsrGua");
    AgreementClass two = new AgreementClass(null, null, null, List.of("SsrGua", "StBor"));
    CheckedRate stated = CheckedRates.shipped().find(one, Definition.ENDED_AS_CODED);
    assertEquals(RateBasis.SHIPPED, stated.basis());
    assertTrue(stated.rate().isEnough());
    assertEquals(
        RateBasis.ABSENT, CheckedRates.shipped().find(two, Definition.ENDED_AS_CODED).basis());
    assertTrue(ShippedRates.shipped().topics().contains("SsrGua"));
  }

  @Test
  void theTableIsThePinnedOne() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ShippedRates.class.getResourceAsStream("base-rates.csv"))) {
      assertEquals(
          ShippedRates.SHA256,
          ShippedRates.sha256(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  @Test
  void aFigureWhoseCheckFailsIsNotStated() {
    BaseRate right = ShippedRates.shipped().find(FULL, Definition.ENDED_AS_CODED).orElseThrow();
    BaseRate wrong =
        new BaseRate(
            FULL,
            Definition.ENDED_AS_CODED,
            right.agreements() + 1,
            right.conflicts(),
            right.ended(),
            right.leftOut(),
            right.years());
    Question.RateTable table = ShippedRates.shipped().question();
    CheckedRate stated =
        CheckedRates.checked(
            table,
            new Finding.Proved<>(wrong, new BaseRates.Tabled(wrong, ShippedRates.SHA256)),
            FULL,
            Definition.ENDED_AS_CODED,
            RateBasis.SHIPPED);
    assertFalse(stated.rate().isEnough());
    assertEquals(List.of(), stated.rate().years());
  }

  /// The pinned editions give the shipped figures again; until they have, these are shown.
  @Test
  void theCopiesOfAUserGiveTheFigures() throws IOException {
    Path shared = SharedData.folder("ucdp");
    ReferenceShelf shelf = ReferenceShelf.at(folder);
    CheckedRates rates = CheckedRates.of(shelf);
    assertEquals(RateBasis.SHIPPED, rates.find(FULL, Definition.ENDED_AS_CODED).basis());
    shelf.add(InputFile.of(shared.resolve("peace-agreements-22.1.csv")));
    assertEquals(RateBasis.SHIPPED, rates.find(FULL, Definition.ENDED_AS_CODED).basis());
    shelf.add(InputFile.of(shared.resolve("termination-dyad-3-2021.csv")));
    CheckedRate early = rates.find(FULL, Definition.ENDED_AS_CODED);
    CheckedRate own = rates.await(FULL, Definition.ENDED_AS_CODED);
    assertEquals(RateBasis.COMPUTED, own.basis());
    assertEquals(own, rates.find(FULL, Definition.ENDED_AS_CODED));
    assertEquals(early.rate(), own.rate());
    assertTrue(own.rate().isEnough());

    AgreementClass coded = new AgreementClass(null, null, null, List.of("Ce", "SsrPol"));
    assertEquals(RateBasis.ABSENT, rates.await(coded, Definition.ENDED_AS_CODED).basis());
    shelf.add(InputFile.of(SharedData.folder("reference").resolve("pax-v9-2144.csv")));
    CheckedRate joined = rates.await(coded, Definition.ENDED_AS_CODED);
    assertEquals(RateBasis.COMPUTED, joined.basis());
    assertTrue(joined.rate().isEnough(), joined.toString());
  }
}
