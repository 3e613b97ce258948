package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.AppendResult;
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

  private Path here = Path.of("");
  private String journal = "";
  private Path restored = Path.of("");

  /// A folder and its journal, in which somebody else then withdraws what the secret cites.
  @BeforeEach
  void withdraw() throws Exception {
    here = Files.createDirectories(folder.resolve("case"));
    journal = folder.resolve("journal").toString();
    Files.writeString(here.resolve("a.yaml"), CASE);
    done("record", here.toString(), "--database", journal);
    elsewhere("sources", "gazette", null);
    restored = folder.resolve("restored");
    done("restore", "any", "--database", journal, "--to", restored.toString());
  }

  private void elsewhere(String kind, String id, @Nullable String text) throws Exception {
    try (Journal open = Journal.at(journal)) {
      Change change = new Change(kind, id, open.contents().find(kind, id), text);
      assertInstanceOf(
          AppendResult.Done.class,
          open.append(Judge.of(List.of(change)), "aa", "Withdrawn.", Instant.EPOCH));
    }
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

  private boolean isSetAside() {
    done("verify", "any", "--database", journal);
    return printed.contains("Set aside") && printed.contains("secret");
  }

  @Test
  void theFolderOpensAndNamesIt() throws Exception {
    Path aside = restored.resolve("set-aside").resolve("claims.yaml");
    assertTrue(Files.readString(aside).contains("secret"), printed);
    assertTrue(printed.contains("secret") && printed.contains("set-aside"), printed);
    done("check", restored.toString());
    assertTrue(printed.contains("set-aside/claims.yaml:2"), printed);
    assertTrue(printed.contains("gazette") && printed.contains("1 record is set aside"), printed);
    done("check", restored.toString(), "--json");
    assertTrue(
        printed.replaceAll("\\s", "").contains("\"setAside\":[{\"kind\":\"claims\""), printed);
    assertEquals(1, run("check", restored.toString(), "--strict"), () -> printed);
  }

  @Test
  void recordingLeavesItAlone() throws Exception {
    long before = last();
    record(restored);
    assertTrue(printed.contains("secret"), printed);
    assertEquals(before, last());
    Files.writeString(
        restored.resolve("more.yaml"), "parties: [{id: BB, name: Brenn, kind: state}]");
    record(restored);
    assertEquals(before + 1, last());
    assertTrue(isSetAside(), printed);
  }

  @Test
  void oncePutRightItBelongsToTheCase() throws Exception {
    Path aside = restored.resolve("set-aside").resolve("claims.yaml");
    Files.writeString(aside, Files.readString(aside).replace("gazette", "wire"));
    Files.writeString(
        restored.resolve("more.yaml"),
        "sources: [{id: wire, publisher: P, title: T, date: 2025-03-01, kind: report,"
            + " reliability: B, language: en}]");
    record(restored);
    assertFalse(isSetAside(), printed);
    assertFalse(Files.exists(aside.getParent()));
    assertTrue(Files.readString(restored.resolve("claims.yaml")).contains("secret"));
    long before = last();
    record(restored);
    assertEquals(before, last());
  }

  @Test
  void oncePutRightByOthersItBelongsToTheCase() throws Exception {
    elsewhere(
        "sources",
        "gazette",
        """
          - id: gazette
            publisher: P
            title: Gazette
            date: 2025-03-01
            language: en
            reliability: B
            kind: report
        """);
    record(restored);
    assertFalse(isSetAside(), printed);
    assertFalse(Files.exists(restored.resolve("set-aside")));
    done("check", restored.toString());
  }

  @Test
  void itCanBeRemoved() throws Exception {
    Files.delete(restored.resolve("set-aside").resolve("claims.yaml"));
    record(restored);
    assertFalse(isSetAside(), printed);
    try (Journal open = Journal.at(journal)) {
      assertNull(open.contents().find("claims", "secret"));
    }
  }

  /// The folder it was recorded from has the secret in its files: what others withdrew comes in,
  /// and the secret is put aside, not lost.
  @Test
  void aRecordThatNoLongerFitsIsPutAside() throws Exception {
    record(here);
    assertTrue(printed.contains("set-aside"), printed);
    assertTrue(Files.readString(here.resolve("set-aside/claims.yaml")).contains("secret"));
    assertFalse(Files.readString(here.resolve("a.yaml")).contains("secret"));
    done("check", here.toString());
    long before = last();
    record(here);
    assertEquals(before, last());
    assertTrue(isSetAside(), printed);
  }

  @Test
  void inBothPlacesItIsRefused() throws Exception {
    String text = Files.readString(restored.resolve("set-aside/claims.yaml"));
    Files.writeString(
        restored.resolve("more.yaml"),
        text.replace("gazette", "wire")
            + "sources: [{id: wire, publisher: P, title: T, date: 2025-03-01, kind: report,"
            + " reliability: B, language: en}]");
    long before = last();
    assertEquals(1, run("record", restored.toString(), "--database", journal), () -> printed);
    assertTrue(printed.contains("secret") && printed.contains("Maybe "), printed);
    assertEquals(1, run("check", restored.toString()), () -> printed);
    assertEquals(before, last());
  }

  /// The history says which records are set aside.
  @Test
  void theHistoryNamesIt() throws Exception {
    done("history", "any", "--database", journal);
    assertTrue(printed.contains("secret added (set aside)"), printed);
    assertFalse(printed.contains("gazette added (set aside)"), printed);
    done("history", "any", "--database", journal, "--json");
    assertTrue(printed.contains("\"setAside\":true"), printed);
  }
}
