package org.parley.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/// A master or a worker as a process of its own, on loopback.
@NullMarked
final class Daemon implements AutoCloseable {

  private final Process process;

  /// The first line that it says once it serves.
  private final String ready;

  private Daemon(Process process, String ready) {
    this.process = process;
    this.ready = ready;
  }

  static Daemon master(Path home) throws IOException {
    return start(home, List.of("cluster", "master", "--port", "0", "--web-port", "0"));
  }

  /// A worker of one core.
  static Daemon worker(Daemon master, Path home) throws IOException {
    Path work = Files.createTempDirectory(home, "work");
    return start(
        home,
        List.of(
            "cluster",
            "worker",
            master.address(),
            "--cores",
            "1",
            "--memory",
            "512m",
            "--work",
            work.toString()));
  }

  /// Settings that wait until two workers have an executor.
  static Map<String, String> bothWorkers() {
    return Map.of(
        "spark.cores.max", "2",
        "spark.executor.memory", "512m",
        "spark.executor.extraClassPath", System.getProperty("java.class.path"),
        "spark.scheduler.minRegisteredResourcesRatio", "1.0",
        "spark.scheduler.maxRegisteredResourcesWaitingTime", "120s");
  }

  /// Starts a daemon and waits until it serves.
  static Daemon start(Path home, List<String> arguments) throws IOException {
    Process process = parley(home, "256m", arguments).start();
    return new Daemon(process, ready(process));
  }

  /// The program as a process of its own.
  ///
  /// @param home an empty folder: executors get the class path of the test
  static ProcessBuilder parley(Path home, String memory, List<String> arguments)
      throws IOException {
    Files.createDirectories(home.resolve("jars"));
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "org.parley.app.Parley"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(variables(home));
    return builder;
  }

  /// What Spark reads of its surroundings.
  static Map<String, String> variables(Path home) {
    return Map.of(
        "SPARK_HOME",
        home.toString(),
        "SPARK_SCALA_VERSION",
        "2.13",
        "SPARK_LOCAL_IP",
        "127.0.0.1",
        "JAVA_HOME",
        System.getProperty("java.home"));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /// Reads on behind it, so that the process never waits for a full pipe.
  private static String ready(Process process) throws IOException {
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    List<String> before = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("Master at ") || line.startsWith("Worker of ")) {
        Thread.startVirtualThread(() -> drain(said));
        return line;
      }
      before.add(line);
    }
    throw new IllegalStateException("a daemon ended: " + before);
  }

  private static void drain(BufferedReader said) {
    try (said) {
      while (said.readLine() != null) {
        // what it says later is not looked at
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading what a daemon says", e);
    }
  }

  /// The address of a master.
  String address() {
    return ready.substring("Master at ".length());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Kills the process and its executors at once.
  void kill() {
    List<ProcessHandle> executors = process.descendants().toList();
    process.destroyForcibly();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    kill();
    process.onExit().join();
  }
}
