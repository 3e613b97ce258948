package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.OpenCommand;
import org.parley.cli.team.ListeningPlan;
import org.parley.store.DatabaseAddress;

/// The probe of a container: ready, not ready, and no answer.
@NullMarked
class HealthProbeTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int ask(String... arguments) {
    printed.reset();
    return HealthProbe.ask(
        List.of(arguments), new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aServerWithTlsIsAskedByItsOwnCertificate() throws Exception {
    Certificates ours = Certificates.make(folder.resolve("ours"));
    Certificates others = Certificates.make(folder.resolve("others"));
    Path contents = Files.createDirectory(folder.resolve("case"));
    Files.writeString(contents.resolve("case.yaml"), "case:\n  title: The river\n");
    try (OpenCommand.Running running =
        TeamServer.serve(
            TestPlan.of(
                DatabaseAddress.of(folder.resolve("journal").toString()),
                contents,
                new ListeningPlan(
                    "127.0.0.1",
                    0,
                    "",
                    List.of(),
                    ours.chain(),
                    ours.key(),
                    false,
                    List.of(),
                    false,
                    List.of())),
            new PrintWriter(new StringWriter(), true),
            Map.of())) {
      String health = running.address().resolve("/healthz").toString();
      assertEquals(HealthProbe.READY, ask(health, ours.chain().toString()), this::said);
      assertTrue(said().contains("\"status\":\"pass\""), this::said);
      assertEquals(HealthProbe.NO_ANSWER, ask(health, others.chain().toString()), this::said);
      assertTrue(said().contains("another certificate"), this::said);
      assertEquals(HealthProbe.NO_ANSWER, ask(health), "an authority that nobody knows");
    }
  }

  @Test
  void aServerThatIsNotReadyAndOneThatIsGone() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/healthz",
        exchange -> {
          exchange.sendResponseHeaders(503, 4);
          exchange.getResponseBody().write("fail".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
    URI health = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/healthz");
    assertEquals(HealthProbe.NOT_READY, ask(health.toString()));
    assertEquals("fail", said().strip());
    server.stop(0);
    assertEquals(HealthProbe.NO_ANSWER, ask(health.toString()), this::said);
  }

  @Test
  void noOtherMachineIsAsked() {
    assertEquals(HealthProbe.NO_ANSWER, ask("http://192.0.2.1/healthz"));
    assertTrue(said().contains("another machine"), this::said);
    assertEquals(HealthProbe.NO_ANSWER, ask());
  }
}
