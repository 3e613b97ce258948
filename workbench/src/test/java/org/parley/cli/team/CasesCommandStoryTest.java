package org.parley.cli.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What docs/how-to/serve-many-cases.md does at a terminal: a server with an administrator, a
/// mediator and a case, which is archived, restored and moved to another server.
class CasesCommandStoryTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  @TempDir Path folder;

  private record Ran(int code, String out, String err) {}

  private Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        new CommandLine(
            new CasesCommand(
                new ByteArrayInputStream(
                    "correct horse battery\n".getBytes(StandardCharsets.UTF_8)),
                InstantSource.fixed(NOON),
                Map.of()));
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int code = line.execute(arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  private Ran here(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--database";
    all[arguments.length + 1] = folder.resolve("srv").toString();
    return run(all);
  }

  private static void did(String said, Ran ran) {
    assertEquals(0, ran.code, ran.err);
    assertTrue(ran.out.contains(said), ran.out);
  }

  private static void refused(String said, Ran ran) {
    assertEquals(1, ran.code, ran.out);
    assertTrue(ran.err.contains(said), ran.err);
  }

  @Test
  void aCaseIsCreatedArchivedRestoredAndMoved() {
    did("root is an administrator", here("account", "root", "--administrator"));
    did("ann may sign in", here("account", "ann"));
    did(
        "Created river.",
        here(
            "create",
            "river",
            "--template",
            "water-treaty",
            "--title",
            "The river",
            "--party",
            "Upper",
            "--party",
            "Lower",
            "--mediator",
            "ann"));
    did("river                    2025-12-28  ann", here("list"));
    did("Archived river.", here("archive", "river"));
    did("archived 2025-12-28", here("list"));

    String bundle = folder.resolve("river-2026").toString();
    Ran out = here("export", "river", "--to", bundle);
    did("entries, verified; the last has hash", out);
    assertTrue(Files.exists(folder.resolve("river-2026.mv.db")));

    String there = folder.resolve("there").toString();
    assertEquals(0, run("account", "bo", "--database", there).code);
    Ran in = run("import", "lake", "--from", bundle, "--mediator", "bo", "--database", there);
    assertEquals(out.out.replace("Exported river", ""), in.out.replace("Imported lake", ""));

    did("Restored river.", here("restore", "river"));
  }

  @Test
  void aCaseIsCreatedFromAFolderAsTemplate() throws IOException {
    Path kept = Files.createDirectory(folder.resolve("sea-border"));
    Files.writeString(kept.resolve("case.yaml"), "case: {title: Sea border}");
    did("ann may sign in", here("account", "ann"));
    did(
        "Created strait.",
        here("create", "strait", "--template", kept.toString(), "--mediator", "ann"));
    Files.writeString(kept.resolve("more.yaml"), "point: []");
    refused(
        kept.resolve("more.yaml") + ":1:1: ",
        here("create", "bay", "--template", kept.toString(), "--mediator", "ann"));
    assertEquals(2, here("create", "bay", "--template", "nowhere", "--mediator", "ann").code);
  }

  @Test
  void whatCannotBeDoneIsSaidWithAdvice() {
    did("ann may sign in", here("account", "ann"));
    refused("no account \"eve\"", here("create", "river", "--mediator", "eve"));
    refused("is no id of a case", here("create", "../river", "--mediator", "ann"));
    refused("There is no case", here("archive", "river"));
    refused("There is no case", here("export", "river", "--to", folder.resolve("x").toString()));
    assertEquals(2, here("create", "river").code);
    assertEquals(2, here("export", "river").code);
    assertEquals(2, here("lose", "river").code);
    assertTrue(here("lose", "river").err.contains("Maybe one of list, create"));
  }
}
