package org.parley.reading.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.model.date.Edtf;
import org.parley.reading.Attribution;
import org.parley.reading.SaidStance;

/// Laws of grouping, over generated tellings.
@NullMarked
class StatementsLawTest {

  private static final String[] SPEAKERS = {
    "Ann Berg", "Anne Berg", "Olaf Holm", "a Tamaran official", "the Council"
  };
  private static final String[] SUBJECTS = {
    "the harbour", "harbour dues", "the customs annex", "fishing rights", "the text"
  };

  private static final List<SaidStance> STANCES =
      List.of(SaidStance.AGREED, SaidStance.MOSTLY_AGREED, SaidStance.SHARE);

  private static List<Telling> tellings(Random random, int count) {
    List<Telling> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String subject = SUBJECTS[random.nextInt(SUBJECTS.length)];
      boolean isDated = random.nextInt(4) > 0;
      all.add(
          new Telling(
              random.nextInt(6),
              i + 1,
              null,
              SPEAKERS[random.nextInt(SPEAKERS.length)],
              null,
              isDated ? Edtf.of(LocalDate.of(2033, 5, 1 + random.nextInt(4))) : null,
              LocalDate.of(2033, 5, 4),
              subject,
              Set.of(),
              STANCES.get(random.nextInt(3)),
              random.nextInt(3) == 0 ? 900 : null,
              null,
              subject + " as told " + i,
              Attribution.REPORTED_SPEECH,
              50 + random.nextInt(50)));
    }
    return all;
  }

  @Test
  void theOrderOfArticlesChangesNothing() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<Telling> told = tellings(random, 25);
      List<StatementGroup> groups = Statements.of(told, List.of(), "en");
      List<Telling> shuffled = new ArrayList<>(told);
      Collections.shuffle(shuffled, random);
      assertEquals(groups, Statements.of(shuffled, List.of(), "en"), "seed " + seed);
    }
  }

  @Test
  void everyTellingIsInOneGroupOfItsStanceAndWindow() {
    for (int seed = 0; seed < 60; seed++) {
      List<Telling> told = tellings(new Random(seed), 30);
      List<StatementGroup> groups = Statements.of(told, List.of(), "en");
      assertEquals(
          told.size(), groups.stream().mapToInt(each -> each.told().size()).sum(), "seed " + seed);
      for (StatementGroup group : groups) {
        assertEquals(1, group.told().stream().map(Telling::stance).distinct().count());
      }
    }
  }
}
