package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.Journal;
import org.parley.store.Unsound;
import org.parley.store.Verification;

/// From a terminal, a journal that holds no case is repaired.
class RepairStoryTest {

  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: A, name: Arda, kind: state}
      sources:
        - {id: gazette, publisher: P, title: Gazette, date: 2025-03-01, kind: report, reliability: B, language: en}
      """;
  private static final String CLAIM =
      "  - {id: c1, party: A, speaker: S, asserts: agreed, said: 2025-03-01, source: [gazette],"
          + " about: [whole], paraphrase: Yes}\n";

  @TempDir Path folder;
  private String out = "";
  private String err = "";

  private int run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        ShippedCli.with(Map.of())
            .printingTo(new PrintWriter(out), new PrintWriter(err))
            .run(arguments);
    this.out = out.toString();
    this.err = err.toString();
    return code;
  }

  private void force(Journal journal, String kind, String id, @Nullable String after) {
    Unsound.force(journal, "Ben", kind, id, after, Instant.parse("2025-12-28T12:00:00Z"));
  }

  @Test
  void theFewestEntriesAreShownAndTakenBackWhenAsked() throws Exception {
    String at = folder.toString();
    assertEquals(66, run("repair", at), "no journal yet: " + out + err);
    Files.writeString(folder.resolve("a.yaml"), CASE);
    assertEquals(0, run("record", at, "--who", "Ann", "--why", "Begun."), err);
    assertEquals(0, run("repair", at), err);
    assertTrue(out.contains("nothing is to be repaired"), out);

    long last;
    try (Journal journal = Journal.inFile(Journal.besideFolder(folder))) {
      force(journal, "claims", "c1", CLAIM);
      force(journal, "sources", "gazette", null);
      last = journal.last();
    }
    assertEquals(1, run("repair", at), err);
    assertTrue(out.contains("are no case:") && out.contains("gazette"), out);
    assertTrue(out.contains("The fewest entries to take back:"), out);
    assertTrue(out.contains("Maybe add --apply"), out);
    assertEquals(1, out.lines().filter(each -> each.contains("In a race.")).count(), out);
    assertEquals(1, run("repair", at), "nothing was changed");

    assertEquals(
        0, run("repair", at, "--apply", "--who", "Cora", "--why", "Two servers wrote."), err);
    assertTrue(out.contains("Taken back by entry " + (last + 1) + "."), out);
    assertEquals(0, run("repair", at), err);
    assertEquals(0, run("verify", at), out + err);
    assertEquals(0, run("history", at), err);
    assertTrue(out.contains("Repairs the journal: takes back"), out);
    assertTrue(out.contains("Two servers wrote."), out);
    assertTrue(out.contains("In a race."), "what was taken back stays on record");
    try (Journal journal = Journal.inFile(Journal.besideFolder(folder))) {
      assertTrue(journal.snapshot().findCase().isPresent());
      assertEquals(last + 1, journal.last());
      assertFalse(journal.verify(null) instanceof Verification.Broken);
    }
  }
}
