package org.parley.exchange.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.exchange.SharedData;
import org.parley.genius.file.InputFile;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.AgreementCollection;
import org.parley.outlook.BaseRate;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.BaseRates;
import org.parley.outlook.CodedTraits;
import org.parley.outlook.Definition;
import org.parley.outlook.SignedAgreement;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.reference.AgreementStage;
import org.parley.reference.Edition;

/// UCDP Peace Agreements 22.1 where they lie, against figures that others computed from the same
/// rows.
@NullMarked
class UcdpReaderTest {

  /// The rows where they lie; skips the test, visibly, where they do not.
  static AgreementCollection rows() throws IOException {
    Path folder = SharedData.folder("ucdp");
    return UcdpReader.read(
        InputFile.of(folder.resolve("peace-agreements-22.1.csv")),
        InputFile.of(folder.resolve("termination-dyad-3-2021.csv")));
  }

  /// The rows with the codes of PA-X.
  static AgreementCollection coded() throws IOException {
    Path pax = SharedData.folder("reference").resolve("pax-v9-2144.csv");
    return rows().coded(PaxReader.read(InputFile.of(pax), Edition.PAX_9));
  }

  /// Counted by hand with a script of its own: 315 of 374 agreements are in PA-X.
  @Test
  void mostAgreementsHaveCodes() throws IOException {
    Map<AgreementStage, Integer> stages = new EnumMap<>(AgreementStage.class);
    for (SignedAgreement each : coded().agreements()) {
      CodedTraits codes = each.coded();
      if (codes != null) {
        stages.merge(codes.stage(), 1, Integer::sum);
      }
    }
    assertEquals(
        Map.of(
            AgreementStage.PARTIAL,
            116,
            AgreementStage.PRENEGOTIATION,
            59,
            AgreementStage.IMPLEMENTATION,
            54,
            AgreementStage.COMPREHENSIVE,
            46,
            AgreementStage.CEASEFIRE,
            36,
            AgreementStage.RENEWAL,
            4),
        stages);
  }

  private static BaseRate rate(@Nullable SettlementScope scope) throws IOException {
    return BaseRates.find(rows(), new AgreementClass(scope, null), Definition.ENDED_AS_CODED)
        .findAnswer()
        .orElseThrow();
  }

  private static double percent(BaseRate rate, int year) {
    return rate.after(year).orElseThrow().standing() / 100.0;
  }

  @Test
  void theSharesStandingAreThoseOfOthers() throws IOException {
    BaseRate all = rate(null);
    assertEquals(369, all.agreements());
    assertEquals(72, all.conflicts());
    assertEquals(129, all.ended());
    assertEquals(78.9, percent(all, 1), 0.051);
    assertEquals(73.6, percent(all, 2), 0.051);
    assertEquals(68.1, percent(all, 5), 0.051);
    assertEquals(64.5, percent(all, 10), 0.051);
    assertEquals(79, percent(rate(SettlementScope.FULL), 5), 0.5);
    assertEquals(68, percent(rate(SettlementScope.PARTIAL), 5), 0.8);
    assertEquals(57, percent(rate(SettlementScope.PROCESS), 5), 0.5);
  }

  @Test
  void theIntervalsOverConflictsAreThoseOfOthers() throws IOException {
    YearShare one = rate(null).after(1).orElseThrow();
    assertEquals(71.5, one.least() / 100.0, 1);
    assertEquals(85.3, one.most() / 100.0, 1);
    YearShare five = rate(null).after(5).orElseThrow();
    assertEquals(59.4, five.least() / 100.0, 1);
    assertEquals(76.6, five.most() / 100.0, 1);
  }

  /// Six agreements name several conflicts, and link these. Of one conflict no fighting is known.
  @Test
  void conflictsOfOneAgreementAreLinked() throws IOException {
    List<SignedAgreement> all = rows().agreements();
    assertEquals(374, all.size());
    assertEquals(5, all.stream().filter(each -> each.ended() && each.endedOn() == null).count());
    assertEquals(1, all.stream().filter(each -> each.fighting() == null).count());
  }

  @Test
  void codesThatNoCodebookConfirmsAreRefused() throws IOException {
    Path folder = SharedData.folder("ucdp");
    ReferenceTable table =
        UcdpReader.table(InputFile.of(folder.resolve("peace-agreements-22.1.csv")));
    for (String each : UcdpReader.UNCONFIRMED) {
      BadReferenceException refused =
          assertThrows(BadReferenceException.class, () -> table.rows().getFirst().get(each), each);
      assertEquals("unconfirmed-column", refused.why().code());
    }
  }

  @Test
  void aRowMissingOrACodeUnknownIsRefusedWithItsLine() throws IOException {
    Path folder = SharedData.folder("ucdp");
    InputFile termination = InputFile.of(folder.resolve("termination-dyad-3-2021.csv"));
    String text = InputFile.of(folder.resolve("peace-agreements-22.1.csv")).text();
    String twice = text + text.substring(text.indexOf('\n') + 1);
    assertEquals(
        "wrong-number-of-rows",
        assertThrows(
                BadReferenceException.class,
                () -> UcdpReader.read(file("twice.csv", twice), termination))
            .why()
            .code());
    String badDay = text.replaceFirst(",1992,1992-04-24,", ",1992,24 April,");
    BadReferenceException refused =
        assertThrows(
            BadReferenceException.class,
            () -> UcdpReader.read(file("day.csv", badDay), termination));
    assertEquals("not-a-reference-day", refused.why().code());
    assertEquals(2, refused.line());
  }

  private static InputFile file(String name, String text) {
    return new InputFile(name, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
