package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What only a process of its own shows: colours belong on a terminal, and all that is printed
/// arrives.
class ProcessTest {

  private static final String ESCAPE = "\u001b[";

  private static final List<String> NO_OPTIONS = List.of();

  @TempDir Path folder;

  /// A case with a knot, and with a section that no case has.
  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"),
        """
        case: {title: The bridge}
        parties: [{id: AA, name: Aland, kind: state}]
        steps: [{id: first, title: The first step}]
        demands:
          - id: after-itself
            text: The first step comes after itself
            by: AA
            inferred: true
            allOf: [{after: {step: first, of: first}}]
        """);
  }

  private static Process start(List<String> javaOptions, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // what ends after a second is compiled once: two fifths of the processor time
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Parley.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String run(int code, List<String> javaOptions, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(javaOptions, arguments);
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(code, process.waitFor(), printed);
    return printed;
  }

  private String check(List<String> javaOptions) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("b.yaml"), "partys: []\n");
    String printed = run(1, javaOptions, "check", folder.toString());
    assertTrue(printed.contains("partys"), printed);
    return printed;
  }

  @Test
  void aPipeGetsNoColours() throws IOException, InterruptedException {
    assertFalse(check(NO_OPTIONS).contains(ESCAPE));
  }

  @Test
  void aTerminalGetsColours() throws IOException, InterruptedException {
    assertTrue(check(List.of("-Dpicocli.ansi=true")).contains(ESCAPE));
  }

  /// Turkish folds "I" to another letter, and "u-nu-arab" asks for other digits.
  @ParameterizedTest
  @ValueSource(strings = {"board ../examples/ukraine-2025", "import genius --help"})
  void theLocaleOfTheMachineChangesNothing(String line) throws IOException, InterruptedException {
    String[] arguments = line.split(" ", -1);
    List<String> turkish =
        List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.extensions=u-nu-arab");
    List<String> root = List.of("-Duser.language=", "-Duser.country=");
    assertEquals(run(0, root, arguments), run(0, turkish, arguments));
  }

  @Test
  void whatIsPrintedLastArrives() throws IOException, InterruptedException {
    String printed = run(1, NO_OPTIONS, "sequence", folder.toString(), "icalendar");
    assertTrue(printed.startsWith("No plan: a knot is in the way."), printed);
  }

  @Test
  void whoeverStopsAWatchHearsTheCounts() throws IOException, InterruptedException {
    Path events = folder.resolve("events.csv");
    Files.writeString(events, "id,kind,occurred,target\nr1,shelling,2026-02-30,AA\n");
    Process watch = start(NO_OPTIONS, "watch", folder.toString(), events.toString(), "--follow");
    try (BufferedReader lines = watch.inputReader(StandardCharsets.UTF_8)) {
      String first = lines.readLine();
      assertTrue(String.valueOf(first).contains("kept aside"), first);
      watch.toHandle().destroy();
      List<String> rest = lines.readAllLines();
      assertTrue(rest.getLast().contains("0 records used, 1 kept aside"), rest::toString);
    }
  }
}
