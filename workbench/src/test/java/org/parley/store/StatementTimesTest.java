package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Statements are told without their values, and those about sealed answers not at all.
@NullMarked
class StatementTimesTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  @TempDir Path folder;

  @Test
  void valuesAreNotTold() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    try (Journal journal = Journal.inFile(folder.resolve("zanzibar"))) {
      journal.database().tellStatements((sql, _) -> told.add(sql));
      journal.appendUnchecked(
          List.of(new Change("sources", "grudge", null, "- {id: grudge}")), "Ann", "Whim.", NOON);
      journal.listOf("grudge");
      journal.database().backUp(folder.resolve("copy.zip"));
    }
    String all = String.join("\n", told);
    assertTrue(all.contains("insert into entry") && all.contains("record_id = :id"), all);
    assertTrue(all.contains("backup to ?"), all);
    for (String value : List.of("grudge", "Ann", "Whim", "2025", "zanzibar", "copy")) {
      assertFalse(all.contains(value), value);
    }
  }

  @Test
  void sealedAnswersAreNotTold() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    try (Journal journal = Journal.inFile(folder.resolve("journal"))) {
      journal.database().tellStatements((sql, _) -> told.add(sql));
      BallotBox box = BallotBox.of(journal.database());
      assertEquals(0, box.count());
      box.verify();
    }
    assertEquals(List.of(), told);
  }
}
