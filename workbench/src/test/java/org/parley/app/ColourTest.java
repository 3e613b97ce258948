package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Colours belong on a terminal: a pipe gets none.
class ColourTest {

  private static final String ESCAPE = "\u001b[";

  @TempDir Path folder;

  private String check(String... javaOptions) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("a.yaml"), "case: {title: The bridge}\npartys: []\n");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(javaOptions));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Parley.class.getName(),
            "check",
            folder.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor(), printed);
    assertTrue(printed.contains("partys"), printed);
    return printed;
  }

  @Test
  void aPipeGetsNone() throws IOException, InterruptedException {
    assertFalse(check().contains(ESCAPE));
  }

  @Test
  void aTerminalGetsThem() throws IOException, InterruptedException {
    assertTrue(check("-Dpicocli.ansi=true").contains(ESCAPE));
  }
}
