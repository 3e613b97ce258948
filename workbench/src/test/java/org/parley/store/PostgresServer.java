package org.parley.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server, with as many databases as tests ask for: one for all tests of a JVM, or one
/// of a test that stops, kills or hangs it.
@NullMarked
public final class PostgresServer implements AutoCloseable {

  private static @Nullable PostgresServer shared;
  private static @Nullable Path pattern;

  private final @Nullable Path data;
  private EmbeddedPostgres server;
  private int databases;

  private PostgresServer(EmbeddedPostgres server, @Nullable Path data) {
    this.server = server;
    this.data = data;
  }

  /// The server of this JVM, with which it ends. It forces nothing to the disk: no test takes the
  /// power away from it.
  public static synchronized PostgresServer shared() throws IOException {
    PostgresServer running = shared;
    if (running == null) {
      running =
          new PostgresServer(
              EmbeddedPostgres.builder().setServerConfig("fsync", "off").start(), null);
      shared = running;
    }
    return running;
  }

  /// Starts one that keeps its data in a folder, and can be stopped and started again.
  public static PostgresServer startIn(Path data) throws IOException {
    if (!Files.exists(data)) {
      copy(pattern(), data);
    }
    return new PostgresServer(in(data, 0), data);
  }

  /// A cluster as `initdb` makes it, which takes seconds: made once, and copied.
  private static synchronized Path pattern() throws IOException {
    Path made = pattern;
    if (made == null) {
      made = Files.createTempDirectory("parley-postgres");
      in(made, 0).close();
      Path lasts = made;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(lasts)));
      pattern = made;
    }
    return made;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
    } catch (IOException e) {
      // it is in the folder for temporary files
    }
  }

  private static EmbeddedPostgres in(Path data, int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            // recovery after a kill takes longer on a busy machine
            .setPGStartupWait(Duration.ofMinutes(1));
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  /// Stops it as an administrator does, ending every connection.
  public void stop() throws IOException {
    server.close();
  }

  /// Starts it again where it was; once more if its port was taken meanwhile.
  public void startAgain() throws IOException {
    int port = server.getPort();
    try {
      server = in(Objects.requireNonNull(data), port);
    } catch (IOException e) {
      server = in(Objects.requireNonNull(data), port);
    }
  }

  /// The port it listens on.
  public int port() {
    return server.getPort();
  }

  /// Kills it with all its processes, as a power cut does.
  public void kill() throws IOException {
    List<ProcessHandle> processes = processes();
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(each -> each.onExit().join());
    server.close();
  }

  /// Stops all its processes where they are, as a machine that hangs.
  public void hang() throws IOException, InterruptedException {
    for (ProcessHandle each : processes()) {
      Signals.stop(each);
    }
  }

  /// Has it hang until the answer is closed.
  public Hanging hanging() throws IOException, InterruptedException {
    hang();
    return () -> {
      try {
        go();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /// A server that hangs, and goes on when this is closed.
  public interface Hanging extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  /// Lets its processes go on.
  public void go() throws IOException, InterruptedException {
    for (ProcessHandle each : processes()) {
      Signals.go(each);
    }
  }

  /// Has none of its processes write to a file, as on a disk that is full. It ends by itself where
  /// it cannot write its log.
  public void fillDisk() throws IOException, InterruptedException {
    for (ProcessHandle each : processes()) {
      new ProcessBuilder("prlimit", "--pid", Long.toString(each.pid()), "--fsize=0")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
  }

  /// The postmaster and its children, the postmaster first, so that it starts no more of them.
  private List<ProcessHandle> processes() throws IOException {
    Path file = Objects.requireNonNull(data).resolve("postmaster.pid");
    List<ProcessHandle> all = new ArrayList<>();
    if (!Files.exists(file)) {
      return all;
    }
    ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst()))
        .ifPresent(
            postmaster -> {
              all.add(postmaster);
              postmaster.descendants().forEach(all::add);
            });
    return all;
  }

  /// Ends every connection to its databases, after running statements in one of them.
  public void cutOff(String address, String... statements) throws SQLException {
    String name = nameIn(address);
    try (var connection = server.getDatabase("postgres", name).getConnection();
        var statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
              + name
              + "' and pid <> pg_backend_pid()");
    }
  }

  /// The address of a new, empty database.
  public String database() throws SQLException {
    return create("");
  }

  /// The address of a new database with what is in another, which nobody uses.
  public String databaseLike(String address) throws SQLException {
    return create(" template " + nameIn(address));
  }

  private static String nameIn(String address) {
    return address.replaceAll(".*/|\\?.*", "");
  }

  private synchronized String create(String like) throws SQLException {
    String name = "parley" + databases++;
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name + like);
    }
    return "postgresql://localhost:" + server.getPort() + "/" + name + "?user=postgres";
  }

  /// Ends it, but for the one that is shared.
  @Override
  public void close() throws IOException {
    if (data != null) {
      server.close();
    }
  }
}
