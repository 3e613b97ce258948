package org.parley.app.history;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.parley.app.Parley;
import org.parley.store.Signals;

/// A `parley serve` in a process of its own, which can be killed, stopped and started again.
public final class Node implements AutoCloseable {

  private static final int TRIES = 20;
  private static final String READY = "Serving at ";
  private static final String LEADS = "This server leads.";

  private final String name;
  private final String database;
  private final List<String> options;
  private final String classPath;

  /// What the JVM learned from an earlier start; absent where it learned nothing.
  private final @Nullable Path cache;

  private @Nullable Process process;
  private volatile String address = "";
  private volatile long ledAtNanos;

  /// A server that is not started yet.
  ///
  /// @param database as `--database` takes it
  /// @param options other options of `parley serve`
  public Node(String name, String database, String... options) {
    this(name, database, List.of(options), System.getProperty("java.class.path"), null);
  }

  private Node(
      String name, String database, List<String> options, String classPath, @Nullable Path cache) {
    this.name = name;
    this.database = database;
    this.options = options;
    this.classPath = classPath;
    this.cache = cache;
  }

  /// A server like this one whose program has more classes or resources, as a later version has.
  public Node with(Path more) {
    return new Node(name, database, options, classPath + File.pathSeparator + more, null);
  }

  /// A server like this one that starts in a third of the time, which is worth it for many kills:
  /// its classes are in jars, and an ahead-of-time cache (JEP 514) holds what a first start loads.
  ///
  /// @param folder holds jars and caches, for every server that is rehearsed there
  Node rehearsed(Path folder) throws IOException, InterruptedException {
    Node fast =
        new Node(name, database, options, jars(folder), folder.resolve("of-" + name + ".aot"));
    fast.start();
    Process first = fast.process();
    first.destroy();
    first.waitFor();
    return fast;
  }

  /// The class path with a jar in place of each folder: a cache takes no folders.
  private static String jars(Path folder) {
    ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
    List<String> jars = new ArrayList<>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path entry = Path.of(each);
      if (!Files.isDirectory(entry)) {
        jars.add(each);
        continue;
      }
      String made = folder.resolve("classes" + jars.size() + ".jar").toString();
      if (!Files.exists(Path.of(made))
          && jar.run(System.out, System.err, "-c", "-0", "-f", made, "-C", each, ".") != 0) {
        throw new IllegalStateException("no jar of " + each);
      }
      jars.add(made);
    }
    return String.join(File.pathSeparator, jars);
  }

  private boolean isFile() {
    return !database.contains("://");
  }

  String name() {
    return name;
  }

  /// Where it serves, without a slash at the end; the last one where it is down.
  public String address() {
    return address;
  }

  /// When it said last that it leads, as [System#nanoTime] says it.
  long ledAtNanos() {
    return ledAtNanos;
  }

  /// Starts it, and waits until it serves. A terminal may have the file of the journal open: then
  /// it is started again.
  public synchronized void start() throws IOException {
    String said = launch();
    for (int i = 0; i < TRIES && said.contains("in use"); i++) {
      said = launch();
    }
    if (!said.isEmpty()) {
      throw new IOException("the server \"" + name + "\" does not start: " + said);
    }
  }

  /// Starts it; what it said where it does not serve.
  private String launch() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djdk.reflect.useNativeAccessorOnly=true"));
    if (cache != null) {
      command.add((Files.exists(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + cache);
      // what it says of the cache is not what the server says
      command.addAll(List.of("-Xlog:disable", "-Xlog:all=off"));
    }
    command.addAll(
        List.of("-cp", classPath, (isFile() ? FlakyDisk.class : Parley.class).getName()));
    command.addAll(List.of("serve", "--port", "0", "--database", database));
    command.addAll(options);
    Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
    process = started;
    BufferedReader lines = started.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith(READY)) {
        address = line.substring(READY.length()).replaceAll("/? .*", "");
        Thread.ofPlatform().daemon().start(() -> drain(lines));
        return "";
      }
    }
    return said.toString();
  }

  /// What it prints later must not fill the pipe.
  private void drain(BufferedReader lines) {
    try {
      lines.lines().filter(LEADS::equals).forEach(_ -> ledAtNanos = System.nanoTime());
    } catch (java.io.UncheckedIOException e) {
      // it was killed
    }
  }

  private synchronized Process process() {
    Process started = process;
    if (started == null) {
      throw new IllegalStateException("not started: " + name);
    }
    return started;
  }

  /// Ends it at once, wherever it is.
  public void kill() {
    process().destroyForcibly().onExit().join();
  }

  /// Stops it where it is.
  void hang() throws IOException, InterruptedException {
    Signals.stop(process().toHandle());
  }

  /// Lets it go on.
  void go() throws IOException, InterruptedException {
    Signals.go(process().toHandle());
  }

  /// Where its threads are.
  String threads() {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process asked =
          new ProcessBuilder(jcmd, Long.toString(process().pid()), "Thread.print")
              .redirectErrorStream(true)
              .start();
      return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /// What becomes of the disk of its journal: `FULL`, `HUNG` or `WELL`.
  void disk(String state) throws IOException {
    process().outputWriter(StandardCharsets.UTF_8).append(state).append('\n').flush();
  }

  @Override
  public void close() {
    Process started = process;
    if (started != null) {
      started.destroy();
      try {
        if (!started.waitFor(5, TimeUnit.SECONDS)) {
          started.destroyForcibly();
        }
      } catch (InterruptedException e) {
        started.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
