package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.parley.Eventually;

/// Keycloak, in a process of its own, with the realm of the resource `keycloak-realm.json`.
@NullMarked
final class Keycloak implements AutoCloseable {

  private static final String VERSION = "26.4.0";
  private static final int LONGEST_SECONDS = 300;

  /// Where `./check --long` puts it.
  private static final Path ARCHIVE =
      Path.of("target", "keycloak", "keycloak-quarkus-dist-" + VERSION + ".zip");

  private final Process process;
  private final int port;

  private Keycloak(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Unpacks it into a folder and starts it.
  static Keycloak start(Path folder) throws IOException, InterruptedException {
    assertTrue(
        Files.exists(ARCHIVE),
        ARCHIVE + " is missing. Maybe fetch it as ./check --long does, which names the artifact.");
    unpack(folder);
    Path home = folder.resolve("keycloak-" + VERSION);
    Path realms = Files.createDirectories(home.resolve("data").resolve("import"));
    try (InputStream realm =
        Objects.requireNonNull(Keycloak.class.getResourceAsStream("keycloak-realm.json"))) {
      Files.copy(realm, realms.resolve("ministry.json"));
    }
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder command =
        new ProcessBuilder(
                home.resolve("bin").resolve("kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Keycloak started = new Keycloak(command.start(), port);
    started.await();
    return started;
  }

  private static void unpack(Path folder) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(ARCHIVE))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        Path file = folder.resolve(each.getName()).normalize();
        if (each.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(Objects.requireNonNull(file.getParent()));
          Files.copy(zip, file);
          if (file.toString().endsWith(".sh")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
          }
        }
      }
    }
  }

  URI issuer() {
    return URI.create("http://localhost:" + port + "/realms/ministry");
  }

  /// It builds itself first, which takes a minute.
  private void await() throws InterruptedException {
    for (int i = 0; i < LONGEST_SECONDS && !answers(); i++) {
      Eventually.pause(Duration.ofSeconds(1));
    }
  }

  private boolean answers() throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /// Signs somebody in at its page; returns where it sends the browser.
  static Optional<URI> signIn(URI there, String name, String password)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> page =
          client.send(HttpRequest.newBuilder(there).build(), HttpResponse.BodyHandlers.ofString());
      Map<String, String> cookies = new LinkedHashMap<>();
      page.headers()
          .allValues("Set-Cookie")
          .forEach(each -> cookies.put(each.split("=", 2)[0], each.split(";", 2)[0]));
      String action = Jsoup.parse(page.body()).select("form").attr("action");
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(action))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .header("Cookie", cookies.values().stream().collect(Collectors.joining("; ")))
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "username=" + encoded(name) + "&password=" + encoded(password)))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.headers().firstValue("Location").map(URI::create);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
