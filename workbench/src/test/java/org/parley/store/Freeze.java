package org.parley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// Stops all processes of a database server where they are, as a machine that hangs: connections
/// stay open and nothing is answered. They go on at the end.
@NullMarked
public final class Freeze implements AutoCloseable {

  private final List<Long> processes = new ArrayList<>();

  /// @param data the folder the server keeps its data in
  public Freeze(Path data) throws IOException, InterruptedException {
    long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    // the first starts the others
    send("STOP", List.of(postmaster));
    processes.add(postmaster);
    List<Long> others =
        ProcessHandle.of(postmaster).orElseThrow().descendants().map(ProcessHandle::pid).toList();
    processes.addAll(others);
    send("STOP", others);
  }

  private static void send(String signal, List<Long> processes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    processes.forEach(each -> command.add(each.toString()));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /// Lets them go on.
  @Override
  public void close() throws IOException {
    try {
      send("CONT", processes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
