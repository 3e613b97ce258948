package org.parley.store;

import java.io.IOException;
import org.jspecify.annotations.NullMarked;

/// Signals to processes.
@NullMarked
public final class Signals {

  private Signals() {}

  /// Stops a process where it is, as a machine that hangs.
  public static void stop(ProcessHandle process) throws IOException, InterruptedException {
    send("STOP", process);
  }

  /// Lets a stopped process go on.
  public static void go(ProcessHandle process) throws IOException, InterruptedException {
    send("CONT", process);
  }

  private static void send(String signal, ProcessHandle process)
      throws IOException, InterruptedException {
    // every shell has it; a program of that name is not on every machine
    new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
