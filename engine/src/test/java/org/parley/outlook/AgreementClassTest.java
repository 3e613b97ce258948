package org.parley.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseComparison;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.reference.AgreementScope;
import org.parley.reference.AgreementStage;

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
                CaseComparison.ComparedStage.CEASEFIRE,
                "Traits of precedents alone.")));
  }

  @Test
  void everyChoiceIsTheOneOfItsName() {
    for (CaseComparison.SettledPart settles : CaseComparison.SettledPart.values()) {
      for (CaseComparison.DisputedMatter about : CaseComparison.DisputedMatter.values()) {
        assertEquals(
            new AgreementClass(
                SettlementScope.valueOf(settles.name()), Incompatibility.valueOf(about.name())),
            AgreementClass.of(new CaseComparison(settles, about, null, null, null)));
      }
    }
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
