package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.SimulatedDisk;

/// What a command says when the journal fails under it.
class JournalFailureTest {

  @TempDir Path folder;
  private String printed = "";

  private int record(Path journal, String title) throws Exception {
    Path here = Files.createDirectories(folder.resolve("case"));
    Files.writeString(
        here.resolve("a.yaml"),
        "case: {title: %s}\nparties: [{id: AA, name: Aland, kind: state}]\n".formatted(title));
    StringWriter both = new StringWriter();
    PrintWriter writer = new PrintWriter(both);
    int code =
        ShippedCli.with(Map.of())
            .printingTo(writer, writer)
            .run("record", here.toString(), "--database", journal.toString());
    printed = both.toString();
    return code;
  }

  @Test
  void aFullDiskIsSaidAndNotTakenForADefect() throws Exception {
    try (SimulatedDisk disk = SimulatedDisk.in(folder.resolve("disk"))) {
      Path journal = disk.file("journal");
      assertEquals(0, record(journal, "The bridge"), () -> printed);
      disk.fill();
      assertEquals(69, record(journal, "x".repeat(500_000)), () -> printed);
      assertTrue(printed.contains("Nothing was recorded"), printed);
      disk.makeRoom();
      assertEquals(0, record(journal, "The river"), () -> printed);
      assertTrue(printed.contains("1 entry, number 3."), printed);
    }
  }
}
