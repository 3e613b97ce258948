package org.parley.bench.nodes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.parley.app.Parley;

/// A `parley serve --cases` in a process of its own.
final class ServerProcess implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String database;
  private final int port;
  private Process process;

  private ServerProcess(String database, int port, Process process) {
    this.database = database;
    this.port = port;
    this.process = process;
  }

  /// Starts one, and waits until it is ready.
  ///
  /// @param database as `--database` takes it
  static ServerProcess start(String database) throws IOException, InterruptedException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    ServerProcess server = new ServerProcess(database, port, begin(database, port));
    server.awaitReady();
    return server;
  }

  private static Process begin(String database, int port) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Parley.class.getName(),
                "serve",
                "--cases",
                "--port",
                Integer.toString(port),
                "--database",
                database))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  void startAgain() throws IOException, InterruptedException {
    process = begin(database, port);
    awaitReady();
  }

  private void awaitReady() throws InterruptedException {
    while (true) {
      try {
        if (ask("GET", "/healthz/ready", "", "").statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // it is not there yet
      }
      if (!process.isAlive()) {
        throw new AssertionError("a server ended with " + process.exitValue());
      }
      Thread.sleep(50);
    }
  }

  /// Asks it.
  ///
  /// @param token of a program; empty for none
  /// @param body JSON; empty for none
  HttpResponse<String> ask(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .timeout(LONGEST)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// Sends it a signal: `STOP` or `CONT`.
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start().waitFor();
  }

  /// One that hangs ends as well.
  @Override
  public void close() {
    kill();
  }
}
