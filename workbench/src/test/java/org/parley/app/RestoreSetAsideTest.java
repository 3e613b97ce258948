package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.Appended;
import org.parley.store.Change;
import org.parley.store.Journal;
import org.parley.store.Judge;

/// A journal with a hidden record that no longer fits, restored into a folder.
class RestoreSetAsideTest {

  private static final String CASE =
      """
      case: {title: The river}
      parties: [{id: AA, name: Aland, kind: state}]
      instruments: [{id: treaty, title: Treaty, kind: treaty, signatories: [AA]}]
      points: [{id: p1, instrument: treaty, number: "1", title: Water}]
      sources:
        - {id: gazette, publisher: P, title: Gazette, date: 2025-03-01, kind: report, reliability: B, language: en}
      claims:
        - {id: secret, party: AA, speaker: Ada, asserts: agreed, said: 2025-03-01, source: [gazette], about: [p1], paraphrase: "Yes", visibility: mediator}
      """;

  @TempDir Path folder;
  private String printed = "";

  private int run(String... arguments) {
    StringWriter both = new StringWriter();
    PrintWriter writer = new PrintWriter(both);
    int code = ShippedCli.with(Map.of()).printingTo(writer, writer).run(arguments);
    printed = both.toString();
    return code;
  }

  @Test
  void itIsNamedAndOnceCorrectedTheFolderIsRecorded() throws Exception {
    Path here = Files.createDirectories(folder.resolve("case"));
    String journal = folder.resolve("journal").toString();
    Files.writeString(here.resolve("a.yaml"), CASE);
    assertEquals(0, run("record", here.toString(), "--database", journal), () -> printed);
    try (Journal open = Journal.at(journal)) {
      String source = open.contents().find("sources", "gazette");
      Change gone = new Change("sources", "gazette", source, null);
      assertInstanceOf(
          Appended.Done.class,
          open.append(Judge.of(List.of(gone)), "aa", "Withdrawn.", Instant.EPOCH));
    }
    Path restored = folder.resolve("restored");
    assertEquals(
        0,
        run("restore", "any", "--database", journal, "--to", restored.toString()),
        () -> printed);
    assertTrue(printed.contains("are in it: secret."), printed);
    assertEquals(1, run("check", restored.toString()), () -> printed);
    assertTrue(printed.contains("gazette"), printed);

    Files.delete(restored.resolve("claims.yaml"));
    assertEquals(0, run("record", restored.toString(), "--database", journal), () -> printed);
    assertEquals(0, run("verify", "any", "--database", journal), () -> printed);
    assertTrue(!printed.contains("Set aside"), printed);
  }
}
