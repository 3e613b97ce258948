package org.parley.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseComparison;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.reference.AgreementScope;
import org.parley.reference.AgreementStage;
import org.parley.reference.ConflictKind;
import org.parley.reference.PaxAgreement;

/// The class on record as the class of base rates.
class AgreementClassTest {

  @Test
  void withoutAChoiceItIsAllAgreements() {
    assertEquals(AgreementClass.ALL, AgreementClass.of(null));
    assertEquals(
        AgreementClass.ALL,
        AgreementClass.of(
            new CaseComparison(
                null,
                null,
                CaseComparison.ConcludingParties.LOCAL,
                null,
                List.of(),
                "A trait of precedents alone.")));
  }

  @Test
  void everyChoiceIsTheOneOfItsName() {
    for (CaseComparison.SettledPart settles : CaseComparison.SettledPart.values()) {
      for (CaseComparison.DisputedMatter about : CaseComparison.DisputedMatter.values()) {
        assertEquals(
            new AgreementClass(
                SettlementScope.valueOf(settles.name()), Incompatibility.valueOf(about.name())),
            AgreementClass.of(new CaseComparison(settles, about, null, null, List.of(), null)));
      }
    }
  }

  @Test
  void aClassOfCodesHasOnlyAgreementsWithThem() {
    AgreementClass asked =
        AgreementClass.of(
            new CaseComparison(
                null,
                null,
                null,
                CaseComparison.ComparedStage.CEASEFIRE,
                List.of("StBor", "Ce", "Ce"),
                null));
    assertEquals(List.of("Ce", "StBor"), asked.topics());
    SignedAgreement bare = agreement(7, LocalDate.of(2010, 3, 1));
    assertFalse(asked.has(bare));
    for (AgreementStage stage : AgreementStage.values()) {
      for (List<String> topics :
          List.of(List.of("Ce"), List.of("StBor", "Ce", "Wat"), List.<String>of())) {
        assertEquals(
            stage == AgreementStage.CEASEFIRE && topics.size() == 3,
            asked.has(bare.withCodes(new CodedTraits(stage, new TreeSet<>(topics)))));
      }
    }
  }

  /// An agreement and its amendment are two rows; the nearest in time is the agreement.
  @Test
  void theRowOfTheNearestDayGivesTheCodes() {
    AgreementCollection rows =
        new AgreementCollection(
            LocalDate.of(2021, 12, 31),
            2020,
            List.of(
                agreement(7, LocalDate.of(2010, 3, 1)), agreement(8, LocalDate.of(2011, 3, 1))));
    AgreementCollection coded =
        rows.coded(
            List.of(
                pax(3, 7L, LocalDate.of(2012, 1, 1), AgreementStage.IMPLEMENTATION),
                pax(2, 7L, LocalDate.of(2010, 3, 2), AgreementStage.COMPREHENSIVE),
                pax(1, 7L, LocalDate.of(2010, 2, 28), AgreementStage.PARTIAL),
                pax(4, null, LocalDate.of(2011, 3, 1), AgreementStage.CEASEFIRE)));
    assertEquals(
        new CodedTraits(AgreementStage.PARTIAL, new TreeSet<>(List.of("Ce"))),
        coded.agreements().getFirst().coded());
    assertNull(coded.agreements().getLast().coded());
  }

  private static SignedAgreement agreement(int id, LocalDate signed) {
    return new SignedAgreement(
        Integer.toString(id),
        "conflict",
        SettlementScope.FULL,
        Incompatibility.TERRITORY,
        signed,
        false,
        null,
        List.of());
  }

  private static PaxAgreement pax(
      int id, @Nullable Long agreement, LocalDate date, AgreementStage stage) {
    return new PaxAgreement(
        id,
        "Agreement " + id,
        date,
        "Conflict",
        "Process",
        ConflictKind.TERRITORY,
        AgreementScope.INTRASTATE,
        stage,
        agreement,
        null,
        null,
        Map.of("Ce", 1));
  }

  @Test
  void theCollectionsKnowNoOtherChoices() {
    assertEquals(names(SettlementScope.values()), names(CaseComparison.SettledPart.values()));
    assertEquals(names(Incompatibility.values()), names(CaseComparison.DisputedMatter.values()));
    assertEquals(names(AgreementScope.values()), names(CaseComparison.ConcludingParties.values()));
    assertEquals(names(AgreementStage.values()), names(CaseComparison.ComparedStage.values()));
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }
}
