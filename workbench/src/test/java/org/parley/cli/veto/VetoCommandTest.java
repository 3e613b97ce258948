package org.parley.cli.veto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.ShippedCli;

/// A round from the terminal, each delegation with its own files.
@NullMarked
class VetoCommandTest {

  @TempDir private Path folder = Path.of("");

  private String last = "";

  private int run(String... arguments) {
    StringWriter written = new StringWriter();
    PrintWriter writer = new PrintWriter(written);
    int exit = ShippedCli.with(Map.of()).printingTo(writer, writer).run(arguments);
    last = written.toString().replace(System.lineSeparator(), "\n").strip();
    return exit;
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private int step(String step, String party, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("veto", step, file("round"), "--as", party, "--key", file(party + ".key")));
    if (!step.equals("withdraw")) {
      arguments.addAll(List.of("--secrets", file(party + ".secrets")));
    }
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private void begin() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("veto", "begin", file("round")));
    for (String party : List.of("UA", "RU")) {
      assertEquals(0, run("veto", "key", file(party + ".key")));
      arguments.addAll(List.of("--party", party + "=" + last));
    }
    Files.writeString(
        folder.resolve("packages"),
        "k1 Ceasefire on the line of contact\n\nk2 Élections d’abord\n");
    arguments.addAll(List.of("--packages", file("packages")));
    assertEquals(0, run(arguments.toArray(String[]::new)), last);
    assertTrue(last.startsWith("A round of 2 parties on 2 packages."), last);
  }

  private String answers(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return file(name);
  }

  @Test
  void aRoundFromKeysToResult() throws IOException {
    begin();
    assertEquals(0, step("join", "UA"), last);
    assertEquals("The transcript holds so far. It waits for the keys of RU.", last);
    assertEquals(0, step("join", "RU"), last);
    assertEquals(0, step("answer", "RU", "--answers", answers("ru", "k1 accept\nk2 refuse\n")));
    assertEquals(1, step("open", "RU"));
    assertTrue(last.endsWith("[message-too-early]"), last);
    assertEquals(0, step("answer", "UA", "--answers", answers("ua", "k2 accept\nk1 accept\n")));
    assertEquals(0, step("open", "UA"), last);
    assertEquals(1, run("verify-round", file("round")));
    assertEquals("The transcript holds so far. It waits for the opened answers of RU.", last);
    assertEquals(0, step("open", "RU"), last);
    assertEquals(0, run("verify-round", file("round")));
    assertEquals(
        """
        The transcript holds and is complete. 1 of 2 packages is accepted by all.
        k1: all accept
        k2: not all accept""",
        last);
    assertEquals(0, run("verify-round", file("round"), "--lang", "fr"));
    assertTrue(last.contains("1 paquet sur 2 est accepté par tous."), last);
    assertEquals(0, run("verify-round", file("round"), "--json"));
    assertTrue(last.contains("\"k2\" : false"), last);
  }

  /// Messages travel as files; the transcript stays with one who only collects them.
  @Test
  void messagesTravelAsFiles() throws IOException {
    begin();
    assertEquals(0, step("join", "UA", "--message", file("m1")), last);
    assertEquals(0, step("join", "RU", "--message", file("m2")), last);
    assertEquals(0, run("veto", "collect", file("round"), file("m2"), file("m1")), last);
    assertEquals(
        "The transcript holds so far. It waits for the sealed answers of UA and RU.", last);
    String before = Files.readString(folder.resolve("round"));
    assertEquals(1, run("veto", "collect", file("round"), file("m2")));
    assertTrue(last.endsWith("[message-repeated]"), last);
    Files.writeString(
        folder.resolve("m3"), Files.readString(folder.resolve("m2")).replace('1', '2'));
    assertEquals(1, run("veto", "collect", file("round"), file("m3")));
    assertEquals(before, Files.readString(folder.resolve("round")));
    assertEquals(73, step("withdraw", "UA", "--message", file("m1")));
    assertEquals(0, step("withdraw", "UA"), last);
    assertEquals("UA left the round. It ended without a result.", last);
    assertEquals(1, run("verify-round", file("round")));
  }

  /// A lost secret is a lost round; a secret that others may read is refused.
  @Test
  void secretsAreForTheirOwnerAlone() throws IOException {
    begin();
    assertEquals(0, step("join", "UA"));
    Path secrets = folder.resolve("UA.secrets");
    for (String name : List.of("UA.key", "UA.secrets")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))));
    }
    assertEquals(73, run("veto", "key", file("UA.key")));
    Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-r-----"));
    assertEquals(1, step("join", "UA"));
    assertTrue(last.endsWith("[secrets-readable-by-others]"), last);
    Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-------"));
    assertEquals(1, step("join", "UA"));
    assertTrue(last.endsWith("[message-repeated]"), last);
    assertEquals(0, step("join", "RU"));
    assertEquals(0, step("answer", "UA", "--answers", answers("ua", "k1 accept\nk2 refuse\n")));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)));
    assertEquals(1, step("answer", "UA", "--answers", answers("ua", "k1 refuse\nk2 refuse\n")));
    assertTrue(last.endsWith("[answer-already-sealed]"), last);
    for (String wrong :
        List.of("k1 perhaps", "k1", "k1 accept\nk1 refuse", "k1 accept\nk9 accept")) {
      assertEquals(1, step("answer", "RU", "--answers", answers("ru", wrong)), wrong);
      assertTrue(last.endsWith("[not-an-answer]"), last);
    }
    assertEquals(1, step("answer", "RU", "--answers", answers("ru", "k1 accept")));
    assertTrue(last.endsWith("[answer-missing]"), last);
  }

  @Test
  void whatIsMissingOrWrongIsSaid() throws IOException {
    assertEquals(66, run("verify-round", file("none")));
    assertEquals(2, run("veto"));
    Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertEquals(1, run("verify-round", file("bytes")));
    assertTrue(last.endsWith("[not-a-transcript]"), last);
    Files.writeString(folder.resolve("packages"), "k1\n");
    assertEquals(
        1,
        run(
            "veto",
            "begin",
            file("r"),
            "--party",
            "A=12",
            "--party",
            "B",
            "--packages",
            file("packages")));
    assertTrue(last.endsWith("[not-a-signing-key]"), last);
  }
}
