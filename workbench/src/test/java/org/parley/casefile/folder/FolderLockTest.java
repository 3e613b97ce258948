package org.parley.casefile.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.LoadResult;

/// Several threads and several programs change one folder: none overwrites what another wrote.
class FolderLockTest {

  private static final int EACH = 25;

  @TempDir Path folder;

  @Test
  void editsOfSeveralProgramsAllStay() throws Exception {
    Files.writeString(
        folder.resolve("a.yaml"),
        "case: {title: x}\nparties:\n  - {id: Z, name: z, kind: state}\n");
    List<Process> programs = new ArrayList<>();
    for (String prefix : List.of("P", "Q")) {
      programs.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  FolderWriter.class.getName(),
                  folder.toString(),
                  prefix,
                  Integer.toString(EACH))
              .redirectErrorStream(true)
              .start());
    }
    List<Future<?>> threads = new ArrayList<>();
    try (ExecutorService work = Executors.newFixedThreadPool(2)) {
      for (String prefix : List.of("R", "S")) {
        threads.add(
            work.submit(
                () -> {
                  FolderWriter.write(folder, prefix, EACH);
                  return null;
                }));
      }
    }
    for (Future<?> each : threads) {
      each.get();
    }
    for (Process each : programs) {
      String said = new String(each.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, each.waitFor(), said);
    }
    LoadResult.Loaded loaded =
        assertInstanceOf(LoadResult.Loaded.class, CaseFolder.of(folder).load());
    assertEquals(1 + 4 * EACH, loaded.contents().records().size());
  }
}
