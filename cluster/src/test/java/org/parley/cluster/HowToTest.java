package org.parley.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The how-to, line by line. Its machines are all this one, its million of plays are a thousand,
/// and `./parley` is the class path of the test, which is built already.
@NullMarked
class HowToTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\\n(.*?)```");

  /// The lines of its blocks, up to containers, which no test has.
  private static List<String> lines() throws IOException {
    String text = Files.readString(ROOT.resolve("docs/how-to/run-on-a-cluster.md"));
    return BLOCK
        .matcher(text.substring(0, text.indexOf("## In containers")))
        .results()
        .flatMap(block -> block.group(1).lines())
        .toList();
  }

  @Test
  void everyLineDoesWhatItSays(@TempDir Path folder) throws Exception {
    List<Daemon> daemons = new ArrayList<>();
    String master = "";
    int submitted = 0;
    try {
      for (String line : lines()) {
        List<String> words = new ArrayList<>(List.of(here(line, master).split(" ")));
        assertEquals("./parley", words.removeFirst(), line);
        if (line.contains(" cluster master")) {
          words.addAll(List.of("--port", "0", "--web-port", "0"));
          daemons.add(Daemon.start(folder, words));
          master = daemons.getLast().address();
        } else if (line.contains(" cluster worker")) {
          words.addAll(List.of("--cores", "1", "--work", folder.resolve("work").toString()));
          daemons.add(Daemon.start(folder, words));
        } else {
          submitted += line.contains(" submit ") ? 1 : 0;
          String printed = run(folder, words);
          assertTrue(printed.contains("Written to") || printed.contains("holds"), printed);
        }
      }
      assertEquals(2, daemons.size());
      assertEquals(4, submitted);
    } finally {
      daemons.reversed().forEach(Daemon::close);
    }
  }

  private static String here(String line, String master) {
    return line.replace("spark://10.0.0.1:7077", master)
        .replaceAll("10\\.0\\.0\\.\\d", "127.0.0.1")
        .replace("1000000", "1000")
        .replace("\"", "")
        .replaceAll("examples/ukraine-2025|my-case", ROOT.resolve("examples/ukraine-2025") + "")
        .replace(
            "--conf spark.driver",
            "--conf spark.executor.extraClassPath="
                + System.getProperty("java.class.path")
                + " --conf spark.driver");
  }

  private static String run(Path folder, List<String> words)
      throws IOException, InterruptedException {
    Process process = Daemon.parley(folder, "512m", words).directory(folder.toFile()).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    return printed;
  }
}
