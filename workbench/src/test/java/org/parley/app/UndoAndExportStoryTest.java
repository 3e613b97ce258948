package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a terminal, what was changed is taken back, and what was decided is taken out as a table.
class UndoAndExportStoryTest {

  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: A, name: Arda, kind: state} # upstream
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water}
      sources:
        - {id: s1, publisher: Gazette, title: Notice, date: 2025-03-01, kind: report, reliability: B, language: en}
      claims:
        - {id: c1, speaker: Ada, party: A, said: 2025-03-01, source: s1, quote: "=1+1", about: p1, asserts: agreed}
      """;

  @TempDir Path folder;
  private String out = "";
  private String err = "";

  @BeforeEach
  void record() throws IOException {
    write(CASE);
    assertEquals(0, run("record", folder.toString(), "--who", "Ann", "--why", "Begun."));
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), text);
  }

  private String text() throws IOException {
    return Files.readString(folder.resolve("a.yaml"));
  }

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

  /// The number of the latest entry of the history.
  private String changed(String text, String why) throws IOException {
    write(text);
    assertEquals(0, run("record", folder.toString(), "--why", why), err);
    return out.replaceAll("(?s).*number (\\d+)\\..*", "$1");
  }

  @Test
  void aChangeIsTakenBackByAnotherEntry() throws IOException {
    String number = changed(CASE.replace("Arda,", "Ardania,"), "A new name.");
    assertEquals(
        0,
        run("undo", folder.toString(), number, "--who", "Ben", "--why", "It was a mistake."),
        err);
    assertTrue(out.contains("Entry " + number + " is undone by entry"), out);
    assertEquals(CASE, text(), "comments and order stay");
    assertEquals(0, run("history", folder.toString()));
    assertTrue(out.contains("Undoes entry " + number + ". It was a mistake."), out);
    assertTrue(out.contains("A new name."), "what was undone stays on record");
    assertEquals(0, run("undo", folder.toString(), number), err);
    assertTrue(out.contains("Nothing is left to undo"), out);
  }

  @Test
  void whatWasChangedSinceIsNotTakenBackUnasked() throws IOException {
    String number = changed(CASE.replace("Arda,", "Ardania,"), "A new name.");
    changed(CASE.replace("Arda,", "Ardanien,"), "In their own tongue.");
    assertEquals(1, run("undo", folder.toString(), number));
    assertTrue(err.contains("was changed again since. Maybe --keep"), err);
    assertTrue(text().contains("Ardanien"), text());
    assertEquals(0, run("undo", folder.toString(), number, "--overwrite"), err);
    assertTrue(text().contains("Arda,"), text());
    assertEquals(1, run("undo", folder.toString(), "9999"));
    assertTrue(err.contains("Maybe see parley history"), err);
  }

  @Test
  void tablesAreTakenOut() {
    assertEquals(0, run("export", folder.toString(), "claims"), err);
    assertTrue(out.startsWith("id,"), out);
    assertTrue(out.contains("'=1+1"), "no cell is a formula: " + out);
    assertEquals(0, run("export", folder.toString(), "claims", "--json"), err);
    assertTrue(out.contains("\"quote\" : \"=1+1\""), out);
    assertFalse(out.contains("'=1+1"), out);
    assertEquals(0, run("export", folder.toString(), "items"), err);
    assertEquals(1, out.lines().count(), out);
    assertEquals(2, run("export", folder.toString(), "secrets"));
    assertTrue(err.contains("secrets"), err);
  }
}
