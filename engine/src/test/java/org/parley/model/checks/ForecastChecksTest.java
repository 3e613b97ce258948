package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.InvalidValueException;
import org.parley.model.LocalizedText;
import org.parley.model.Rewrite;
import org.parley.model.Visibility;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.ForecastEvent;
import org.parley.model.claim.ForecastId;
import org.parley.model.claim.Probability;
import org.parley.model.claim.Seal;
import org.parley.model.date.Edtf;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.PackageRule;

/// What keeps a forecast from making sense, by one change.
@NullMarked
class ForecastChecksTest {

  private static final InstrumentId TREATY = new InstrumentId("treaty");
  private static final Probability THIRD = new Probability("1/3");
  private static final Seal SEAL = Seal.of("Ann", THIRD, "lantern");

  private static final Forecast OPEN =
      new Forecast(
          new ForecastId("f"),
          "Ann",
          ForecastEvent.SIGNED,
          List.of(TREATY),
          false,
          Edtf.of("2026-06"),
          Edtf.of("2026-01-05"),
          Edtf.of("2026-03-31"),
          THIRD,
          null,
          null,
          null,
          List.of(),
          false,
          new Visibility.Public());

  private static List<String> codes(Forecast forecast) {
    List<CaseRecord> records = new ArrayList<>(List.of(forecast));
    records.add(
        new Instrument(
            TREATY,
            LocalizedText.of("Treaty"),
            null,
            InstrumentKind.TREATY,
            null,
            List.of(),
            null,
            PackageRule.SEPARABLE,
            List.of(),
            List.of(),
            List.of(),
            new Visibility.Public()));
    return CaseChecks.problems(new CaseInfo("World", null, List.of()), records).stream()
        .map(each -> String.join("/", each.path()) + " " + each.rule().code())
        .toList();
  }

  private static Forecast sealed(Object chance, Object seal, Object key) {
    Forecast forecast = OPEN;
    forecast = Rewrite.with(forecast, "chance", chance.equals("") ? null : chance);
    forecast = Rewrite.with(forecast, "seal", seal.equals("") ? null : seal);
    return Rewrite.with(forecast, "key", key.equals("") ? null : key);
  }

  @Test
  void anOpenASealedAndAnOpenedForecastAreRight() {
    assertEquals(List.of(), codes(OPEN));
    assertEquals(List.of(), codes(sealed("", SEAL, "")));
    assertEquals(List.of(), codes(sealed(THIRD, SEAL, "lantern")));
  }

  @Test
  void aSealOpensWithItsForecasterChanceAndKeyAlone() {
    assertEquals(List.of("seal seal-does-not-match"), codes(sealed(THIRD, SEAL, "lanterns")));
    assertEquals(
        List.of("seal seal-does-not-match"),
        codes(sealed(new Probability("2/6"), SEAL, "lantern")));
    assertEquals(
        List.of("seal seal-does-not-match"),
        codes(Rewrite.with(sealed(THIRD, SEAL, "lantern"), "forecaster", "Bob")));
  }

  @Test
  void chanceSealAndKeyGoTogether() {
    assertEquals(List.of("chance neither-chance-nor-seal"), codes(sealed("", "", "")));
    assertEquals(List.of("key key-without-seal"), codes(sealed(THIRD, "", "lantern")));
    assertEquals(List.of("key key-without-chance"), codes(sealed("", SEAL, "lantern")));
    assertEquals(List.of("chance seal-without-key"), codes(sealed(THIRD, SEAL, "")));
  }

  @Test
  void itsDaysAreInOrder() {
    assertEquals(
        List.of("made forecast-after-closing"),
        codes(Rewrite.with(OPEN, "made", Edtf.of("2026-04-01"))));
    assertEquals(
        List.of("closes closes-after-event"),
        codes(Rewrite.with(OPEN, "closes", Edtf.of("2026-07-01"))));
    assertEquals(List.of(), codes(Rewrite.with(OPEN, "closes", null)), "it closes with its event");
  }

  @Test
  void aForecasterHasANameAndAnInstrumentIsNamedOnce() {
    assertEquals(List.of("forecaster blank"), codes(Rewrite.with(OPEN, "forecaster", " ")));
    assertEquals(
        List.of("about/1 named-twice"),
        codes(Rewrite.with(OPEN, "about", List.of(TREATY, TREATY))));
  }

  @Test
  void aWayIsAboutAllOfSeveralTexts() {
    Forecast part = Rewrite.with(OPEN, "event", ForecastEvent.SIGNED_IN_PART);
    assertEquals(
        List.of("about one-text-in-part"), codes(Rewrite.with(part, "about", List.of(TREATY))));
    assertEquals(List.of(), codes(Rewrite.with(part, "about", List.of())));
    Forecast collapsed = Rewrite.with(OPEN, "event", ForecastEvent.COLLAPSED);
    assertEquals(
        List.of("oneIsEnough way-of-one-text"),
        codes(Rewrite.with(collapsed, "oneIsEnough", true)));
  }

  @Test
  void stepsAreDoneAndPointsAreAgreed() {
    Forecast done = Rewrite.with(OPEN, "event", ForecastEvent.DONE);
    assertEquals(
        List.of("about forecast-of-nothing"), codes(Rewrite.with(done, "about", List.of())));
    assertEquals(
        List.of("about/0 forecast-of-other-kind"),
        codes(Rewrite.with(done, "about", List.of(TREATY))));
    assertEquals(
        List.of("about/0 forecast-of-other-kind"),
        codes(
            Rewrite.with(
                Rewrite.with(OPEN, "event", ForecastEvent.AGREED), "about", List.of(TREATY))));
  }

  @ParameterizedTest
  @CsvSource({"35 %,3500,10000", "2.5 %,250,10000", "0 %,0,10000", "100 %,10000,10000", "1/3,1,3"})
  void aChanceIsExact(String said, long part, long whole) {
    Probability chance = new Probability(said);
    assertEquals(part, chance.part());
    assertEquals(whole, chance.whole());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "35", "101 %", "100.01 %", "-1 %", "4/3", "1/0", "0.35", "1.234 %"})
  void nothingElseIsAChance(String said) {
    assertThrows(InvalidValueException.class, () -> new Probability(said));
  }

  /// The digest of FIPS 180-4 over three lines, computed with `sha256sum`.
  @Test
  void aSealIsTheDigestOfThreeLines() {
    assertEquals("cc1c8e907a4fc61dd273c66117249aac19c59b2f0315345939ef94fb8bd4270f", SEAL.digest());
    assertThrows(InvalidValueException.class, () -> new Seal("abc"));
    assertThrows(
        InvalidValueException.class,
        () -> new Seal(SEAL.digest().toUpperCase(java.util.Locale.ROOT)));
  }
}
