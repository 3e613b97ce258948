package org.parley.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.sweep.SweepParts;

/// A model earns its sentence where features tell across conflicts, and nowhere else.
@NullMarked
class ModelSkillLawTest {

  private static final int CONFLICTS = 40;
  private static final int EACH = 6;

  private static AgreementCollection collection(List<ModelRow> rows) {
    return new AgreementCollection(
        LocalDate.of(2020, 12, 31), 2020, rows.stream().map(ModelRow::agreement).toList());
  }

  private static ModelRow row(String id, String conflict, boolean stood, List<Integer> features) {
    return new ModelRow(
        new SignedAgreement(
            id,
            conflict,
            SettlementScope.FULL,
            Incompatibility.TERRITORY,
            LocalDate.of(2000, 1, 1),
            !stood,
            stood ? null : LocalDate.of(2000, 7, 1),
            null),
        features);
  }

  private static ModelSkill skill(List<ModelRow> rows) {
    return ModelSkill.of(collection(rows), rows, 1).orElseThrow();
  }

  /// The first feature decides nine times of ten, in every conflict.
  private static List<ModelRow> telling(IntFunction<String> conflict) {
    Random random = new Random(5);
    List<ModelRow> rows = new ArrayList<>();
    for (int i = 0; i < CONFLICTS * EACH; i++) {
      int feature = random.nextInt(2);
      boolean stood = (feature == 1) == (random.nextInt(10) > 0);
      rows.add(row("a" + i, conflict.apply(i), stood, List.of(feature, random.nextInt(2))));
    }
    return rows;
  }

  /// Agreements of one conflict share features and fate; across conflicts these are unrelated.
  private static List<ModelRow> clustered(IntFunction<String> conflict) {
    Random random = new Random(7);
    List<ModelRow> rows = new ArrayList<>();
    for (int each = 0; each < CONFLICTS; each++) {
      boolean stood = random.nextBoolean();
      List<Integer> features = new ArrayList<>();
      for (int j = 0; j < 20; j++) {
        features.add(random.nextInt(2));
      }
      for (int i = 0; i < EACH; i++) {
        int at = each * EACH + i;
        rows.add(row("a" + at, conflict.apply(at), stood, features));
      }
    }
    return rows;
  }

  @Test
  void featuresThatTellAreEarned() {
    ModelSkill skill = skill(telling(i -> "c" + i / EACH));
    assertTrue(skill.isEarned(), skill.toString());
    assertEquals(CONFLICTS, skill.conflicts());
    assertEquals(CONFLICTS * EACH, skill.agreements());
  }

  /// Folds that tear conflicts apart let the model learn the conflict by heart. Whole conflicts,
  /// the only folds that can be asked for, do not.
  @Test
  void aConflictLearntByHeartIsNoSkill() {
    ModelSkill whole = skill(clustered(i -> "c" + i / EACH));
    assertFalse(whole.isEarned(), whole.toString());
    Random random = new Random(9);
    ModelSkill torn = skill(clustered(_ -> "c" + random.nextInt(CONFLICTS)));
    assertTrue(torn.isEarned(), torn.toString());
    assertTrue(torn.skill() > whole.skill() + 2_000, whole + " " + torn);
  }

  @Test
  void orderAndNamesOfConflictsDoNotMatter() {
    List<ModelRow> rows = telling(i -> "c" + i / EACH);
    ModelSkill skill = skill(rows);
    assertEquals(skill, skill(telling(i -> "z" + (CONFLICTS - i / EACH))));
    List<ModelRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(3));
    assertEquals(skill, skill(shuffled));
  }

  @Test
  void conflictsMayBeLeftOutAnywhere() {
    List<ModelRow> rows = telling(i -> "c" + i / EACH);
    List<SkillFolds> horizons =
        List.of(
            SkillFolds.of(collection(rows), rows, 1).orElseThrow(),
            SkillFolds.of(collection(rows), rows, 5).orElseThrow());
    SkillSweep sweep = new SkillSweep(horizons);
    assertEquals(
        List.of(skill(rows), ModelSkill.of(collection(rows), rows, 5).orElseThrow()),
        SweepParts.anyhow(sweep, new Random(4)));
  }

  /// One not seen for as long, and one that ended on a day that nobody knows, change nothing.
  @Test
  void rowsThatDoNotCountChangeNothing() {
    List<ModelRow> rows = telling(i -> "c" + i / EACH);
    List<ModelRow> more = new ArrayList<>(rows);
    more.add(
        new ModelRow(
            new SignedAgreement(
                "late",
                "c1",
                SettlementScope.FULL,
                Incompatibility.TERRITORY,
                LocalDate.of(2020, 6, 1),
                true,
                LocalDate.of(2020, 7, 1),
                null),
            List.of(1, 1)));
    more.add(
        new ModelRow(
            new SignedAgreement(
                "undated",
                "c1",
                SettlementScope.FULL,
                Incompatibility.TERRITORY,
                LocalDate.of(2000, 1, 1),
                true,
                null,
                null),
            List.of(1, 1)));
    assertEquals(skill(rows), skill(more));
  }
}
