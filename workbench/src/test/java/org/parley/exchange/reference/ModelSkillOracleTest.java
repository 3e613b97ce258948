package org.parley.exchange.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.answer.outlook.ShippedSkill;
import org.parley.exchange.SharedData;
import org.parley.genius.file.InputFile;
import org.parley.outlook.AgreementCollection;
import org.parley.outlook.ModelRow;
import org.parley.outlook.ModelSkill;
import org.parley.outlook.SignedAgreement;

/// The skill that is shipped, computed again from the rows; `-Dgolden.update=true` writes it.
@NullMarked
class ModelSkillOracleTest {

  private static final Path SHIPPED =
      Path.of("src/main/resources/org/parley/answer/outlook/model-skill.csv");

  /// By a program in another language, with another solver: skill in per cent.
  private static final double[] BY_ANOTHER_HAND = {-2.2, -2.7, -7.7};

  private static List<ModelRow> features(AgreementCollection rows) throws IOException {
    Path file = SharedData.folder("ucdp").resolve("peace-agreements-22.1.csv");
    return UcdpReader.features(InputFile.of(file), rows);
  }

  private static List<ModelSkill> skills(AgreementCollection rows, List<ModelRow> features) {
    return ModelSkill.YEARS.stream()
        .map(years -> ModelSkill.of(rows, features, years).orElseThrow())
        .toList();
  }

  @Test
  void theRowsGiveEveryFigure() throws IOException {
    AgreementCollection rows = UcdpReaderTest.rows();
    List<ModelRow> features = features(rows);
    assertTrue(features.stream().allMatch(each -> each.features().size() == ShippedSkill.FEATURES));
    List<ModelSkill> skills = skills(rows, features);
    String text = ShippedSkill.text(skills);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(SHIPPED, text);
    }
    assertEquals(text, Files.readString(SHIPPED));
    for (int i = 0; i < BY_ANOTHER_HAND.length; i++) {
      assertEquals(BY_ANOTHER_HAND[i], skills.get(i).skill() / 100.0, 0.06);
      assertFalse(skills.get(i).isEarned(), "its interval begins above zero");
    }
  }

  /// Each agreement under the name of a random conflict: folds that tear conflicts apart.
  @Test
  void randomFoldsWouldFlatterTheModel() throws IOException {
    AgreementCollection rows = UcdpReaderTest.rows();
    List<ModelRow> features = features(rows);
    Random random = new Random(2);
    List<ModelRow> torn = new ArrayList<>();
    for (ModelRow each : features) {
      SignedAgreement agreement = each.agreement();
      torn.add(
          new ModelRow(
              new SignedAgreement(
                  agreement.id(),
                  "fold " + random.nextInt(72),
                  agreement.scope(),
                  agreement.issue(),
                  agreement.signed(),
                  agreement.ended(),
                  agreement.endedOn(),
                  agreement.fighting()),
              each.features()));
    }
    List<ModelSkill> honest = skills(rows, features);
    List<ModelSkill> flattered = skills(rows, torn);
    for (int i = 0; i < honest.size(); i++) {
      int gain = flattered.get(i).skill() - honest.get(i).skill();
      assertTrue(gain > 200, "skill rose by " + gain);
    }
  }
}
