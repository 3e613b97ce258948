package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.cli.OpenCommand;
import org.parley.cli.team.ListeningPlan;
import org.parley.cli.team.NodePlan;
import org.parley.cli.team.ServeCommand.CannotServe;
import org.parley.cli.team.ServerPlan;
import org.parley.store.DatabaseAddress;
import org.parley.store.PostgresServer;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.web.access.Tls;

/// Servers of one case speak TLS to each other, with certificates by an authority of their own.
@NullMarked
@Timeout(180)
class NodesTlsStoryTest {

  private static final String SOURCE =
      """
      {"record": {"id": "SOURCE-ID", "publisher": "Wire", "title": "Of the day", "date": "2025-03-01",
       "kind": "report", "reliability": "B", "language": "en"}, "why": "Came in."}
      """;

  /// The first message of a client that knows TLS 1.1 at most, with cipher suites of that time.
  private static final String OLD_CLIENT =
      "1603010033" + "0100002f0302" + "00".repeat(32) + "00" + "0008c014c0130035002f" + "0100";

  private static final byte ALERT = 21;
  private static final byte PROTOCOL_VERSION = 70;

  @TempDir Path folder;

  private final List<OpenCommand.Running> open = new ArrayList<>();
  private String database = "";
  private String token = "";
  private Certificates ours;
  private HttpClient client;

  @BeforeEach
  void start() throws Exception {
    database = PostgresServer.shared().database();
    Instant now = Instant.now();
    try (Accounts people = Accounts.at(database)) {
      token =
          people.makeToken(
              AccountEditor.OPERATOR, "desk", "mediator", null, now, AccessToken.expiry(now, 1));
    }
    ours = Certificates.make(folder.resolve("ours"));
    client = HttpClient.newBuilder().sslContext(Tls.trusting(ours.authority())).build();
  }

  @AfterEach
  void stop() {
    open.forEach(OpenCommand.Running::close);
    client.close();
  }

  private URI serve(@Nullable Path contents, @Nullable Path authorities, StringWriter printed)
      throws Exception {
    ServerPlan plan =
        TestPlan.with(
            TestPlan.of(
                DatabaseAddress.of(database),
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
            new NodePlan(null, authorities));
    open.add(TeamServer.serve(plan, new PrintWriter(printed, true), Map.of()));
    return open.getLast().address();
  }

  private HttpResponse<String> add(URI server, String id) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.resolve("/api/records/sources"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(SOURCE.replace("SOURCE-ID", id)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// Sent again as advised while the two change who leads, as they may on a slow machine.
  private HttpResponse<String> taken(URI server, String id) throws Exception {
    return Eventually.get(
        "it is taken",
        () -> Optional.of(add(server, id)).filter(answer -> answer.statusCode() != 503));
  }

  private Path contents() throws IOException {
    Path contents = Files.createDirectory(folder.resolve("case"));
    Files.writeString(contents.resolve("case.yaml"), "case: {title: The river}\n");
    return contents;
  }

  /// One that trusts somebody else does not send its secret, or a password, to a server that it
  /// cannot tell from another. It says so, and changes nothing.
  @Test
  void theyTrustTheAuthorityThatIsNamedAndNobodyElse() throws Exception {
    StringWriter said = new StringWriter();
    URI leader = serve(contents(), ours.authority(), said);
    assertEquals("https", leader.getScheme());
    Eventually.holds("it leads", () -> said.toString().contains("This server leads."));

    StringWriter follows = new StringWriter();
    URI follower = serve(null, ours.authority(), follows);
    Eventually.holds(
        "it follows",
        () -> follows.toString().contains("follows https://127.0.0.1:" + leader.getPort()));
    HttpResponse<String> added = taken(follower, "wire");
    assertEquals(201, added.statusCode(), added.body());

    StringWriter doubts = new StringWriter();
    Path others = Certificates.make(folder.resolve("others")).authority();
    URI doubting = serve(null, others, doubts);
    Eventually.holds("it follows", () -> doubts.toString().contains("follows https://"));
    HttpResponse<String> refused = add(doubting, "late");
    assertEquals(503, refused.statusCode(), refused.body());
    assertTrue(
        doubts.toString().contains("a certificate that is not trusted here"), doubts::toString);
    assertEquals(201, taken(leader, "late").statusCode());
    assertRefusesOldVersions(leader);
  }

  private static void assertRefusesOldVersions(URI server) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(HexFormat.of().parseHex(OLD_CLIENT));
      byte[] answer = socket.getInputStream().readNBytes(7);
      assertEquals(ALERT, answer[0]);
      assertEquals(PROTOCOL_VERSION, answer[6]);
    }
  }

  @Test
  void whatIsNoCertificateIsRefusedAtTheStart() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong.pem"), "no certificate");
    StringWriter said = new StringWriter();
    Path contents = contents();
    CannotServe refused = assertThrows(CannotServe.class, () -> serve(contents, wrong, said));
    assertTrue(String.valueOf(refused.getMessage()).contains("wrong.pem"), refused.getMessage());
  }
}
