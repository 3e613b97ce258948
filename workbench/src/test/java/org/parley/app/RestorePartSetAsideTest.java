package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.AppendResult;
import org.parley.store.Change;
import org.parley.store.Journal;
import org.parley.store.Judge;

/// A journal in which a hidden option of a public point no longer fits, restored into a folder: the
/// point counts without it, and the option comes back once it fits.
class RestorePartSetAsideTest {

  private static final String CASE =
      """
      case: {title: The river}
      parties: [{id: AA, name: Aland, kind: state}]
      instruments: [{id: treaty, title: Treaty, kind: treaty, signatories: [AA]}]
      points:
        - id: p1
          instrument: treaty
          number: "1"
          title: Water
          options:
            - {id: p1.more, title: More}
            - {id: p1.secret, title: Less, source: [gazette], visibility: mediator}
      sources:
        - {id: gazette, publisher: P, title: Gazette, date: 2025-03-01, kind: report, reliability: B, language: en}
      """;

  @TempDir Path folder;
  private String printed = "";
  private Path here = Path.of("");
  private String journal = "";
  private Path restored = Path.of("");

  private int run(String... arguments) {
    StringWriter both = new StringWriter();
    PrintWriter writer = new PrintWriter(both);
    int code = ShippedCli.with(Map.of()).printingTo(writer, writer).run(arguments);
    printed = both.toString();
    return code;
  }

  private void done(String... arguments) {
    assertEquals(0, run(arguments), () -> printed);
  }

  private void record(Path from) {
    done("record", from.toString(), "--database", journal);
  }

  private long last() throws Exception {
    try (Journal open = Journal.at(journal)) {
      return open.last();
    }
  }

  @BeforeEach
  void withdraw() throws Exception {
    here = Files.createDirectories(folder.resolve("case"));
    journal = folder.resolve("journal").toString();
    Files.writeString(here.resolve("a.yaml"), CASE);
    done("record", here.toString(), "--database", journal);
    try (Journal open = Journal.at(journal)) {
      Change change =
          new Change("sources", "gazette", open.contents().find("sources", "gazette"), null);
      assertInstanceOf(
          AppendResult.Done.class,
          open.append(Judge.of(List.of(change)), "aa", "Withdrawn.", Instant.EPOCH));
    }
    restored = folder.resolve("restored");
    done("restore", "any", "--database", journal, "--to", restored.toString());
  }

  private Path aside(Path in) {
    return in.resolve("set-aside").resolve("points.yaml");
  }

  @Test
  void thePointCountsWithoutIt() throws Exception {
    String points = Files.readString(restored.resolve("points.yaml"));
    assertTrue(points.contains("p1.more") && !points.contains("p1.secret"), points);
    String set = Files.readString(aside(restored));
    assertTrue(set.contains("p1.secret") && !set.contains("p1.more"), set);
    done("check", restored.toString());
    assertTrue(printed.contains("p1 options/1 is set aside"), printed);
    assertTrue(printed.contains("set-aside/points.yaml"), printed);
    done("check", restored.toString(), "--json");
    assertTrue(
        printed.replaceAll("\\s", "").contains("\"id\":\"p1\",\"part\":[\"options\",\"1\"]"),
        printed);
    done("verify", "any", "--database", journal);
    assertTrue(printed.contains("Set aside") && printed.contains("p1"), printed);
  }

  @Test
  void recordingLeavesItAlone() throws Exception {
    long before = last();
    record(restored);
    assertEquals(before, last());
    assertTrue(Files.readString(aside(restored)).contains("p1.secret"));
  }

  /// The point is changed in the files, where it stands without the option: neither is lost.
  @Test
  void thePointCanBeChanged() throws Exception {
    Path points = restored.resolve("points.yaml");
    Files.writeString(points, Files.readString(points).replace("Water", "Waters"));
    record(restored);
    try (Journal open = Journal.at(journal)) {
      String text = String.valueOf(open.contents().find("points", "p1"));
      assertTrue(text.contains("Waters") && text.contains("p1.secret"), text);
    }
  }

  @Test
  void oncePutRightItBelongsToThePoint() throws Exception {
    Files.writeString(
        aside(restored), Files.readString(aside(restored)).replace("gazette", "wire"));
    Files.writeString(
        restored.resolve("more.yaml"),
        "sources: [{id: wire, publisher: P, title: T, date: 2025-03-01, kind: report,"
            + " reliability: B, language: en}]");
    done("check", restored.toString());
    assertTrue(printed.contains("though it fits"), printed);
    record(restored);
    assertFalse(Files.exists(restored.resolve("set-aside")));
    assertTrue(Files.readString(restored.resolve("points.yaml")).contains("p1.secret"));
    long before = last();
    record(restored);
    assertEquals(before, last());
  }

  @Test
  void itCanBeRemoved() throws Exception {
    Files.delete(aside(restored));
    record(restored);
    try (Journal open = Journal.at(journal)) {
      String text = String.valueOf(open.contents().find("points", "p1"));
      assertTrue(text.contains("p1.more") && !text.contains("p1.secret"), text);
    }
  }

  @Test
  void aPartThatNoLongerFitsIsPutAside() throws Exception {
    record(here);
    assertTrue(Files.readString(aside(here)).contains("p1.secret"));
    String own = Files.readString(here.resolve("a.yaml"));
    assertTrue(own.contains("p1.more") && !own.contains("p1.secret"), own);
    done("check", here.toString());
    long before = last();
    record(here);
    assertEquals(before, last());
  }
}
