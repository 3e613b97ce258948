package org.parley.web.attack;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.parley.intake.Texts;
import org.parley.model.cases.Case;
import org.parley.passkey.RelyingParty;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;
import org.parley.web.WebClient;
import org.parley.web.WebServer;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.service.JournalCaseService;

/// What is attacked: a server for a team and one for this machine alone, on one journal.
final class Target implements AutoCloseable {

  static final String PASSWORD = "correct horse battery";
  static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  final Journal journal;
  final Accounts people;
  final WebServer team;
  final WebServer local;
  private final AccountAuthenticator door;
  private final Map<String, Client> clients = new LinkedHashMap<>();

  Target(Path folder, Case contents) throws JournalUnavailableException {
    this(folder, contents, true);
  }

  /// @param behindProxy whether a proxy in front speaks TLS; browsers are shown to the server
  ///   itself
  Target(Path folder, Case contents, boolean behindProxy) throws JournalUnavailableException {
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    journal = Journal.inFile(folder.resolve("journal"));
    journal.record(contents, "ann", "Begun.", NOON);
    people = Accounts.inFile(folder.resolve("journal"));
    TestAccounts.put(people, "ann", "mediator", null, PASSWORD, NOON);
    TestAccounts.put(people, "al", "delegation", "A", PASSWORD, NOON);
    TestAccounts.put(people, "mo", "monitor", null, PASSWORD, NOON);
    TestAccounts.put(people, "ob", "observer", null, PASSWORD, NOON);
    door =
        new AccountAuthenticator(
            people,
            clock,
            new AccountAuthenticator.Setting(
                Set.of("parley.example.org"), false, behindProxy, false));
    JournalCaseService desk = new JournalCaseService(journal, clock);
    team = WebServer.start(desk, Texts.offline(), door, "127.0.0.1", 0, null);
    local = WebServer.start(desk, 0);
  }

  /// Somebody with an account; signs in once.
  Client as(String name) {
    return clients.computeIfAbsent(
        name,
        _ -> {
          Client client = new Client(team);
          client.signIn(name, PASSWORD);
          return client;
        });
  }

  Client nobody() {
    return new Client(team);
  }

  /// The mediator of the case on this machine, whom nothing slows down.
  Client local() {
    return clients.computeIfAbsent(" local", _ -> new Client(local));
  }

  /// Everything that must be the same after an attack that failed.
  String state() {
    return journal.last() + " " + people.list() + people.listTokens();
  }

  void acceptPasskeys(Optional<RelyingParty> server) {
    door.acceptPasskeys(server);
  }

  @Override
  public void close() {
    local.close();
    team.close();
    door.close();
    people.close();
    journal.close();
  }

  /// Somebody who asks, and brings hostile words wherever an address needs something brought.
  static final class Client extends WebClient {
    private static final AtomicInteger FROM = new AtomicInteger();

    private @Nullable String text;
    private @Nullable String job;

    Client(WebServer server) {
      super(server);
    }

    String token() {
      if (token == null) {
        get("/sign-in");
      }
      if (token == null) {
        get("/");
      }
      return String.valueOf(token);
    }

    /// The key of a text that this client brought, with hostile words in every part of it; of none
    /// where it may not bring any.
    private String text() {
      if (text == null) {
        text = "none";
        Map<String, String> told =
            Map.of(
                "text",
                "Arda's foreign minister Bo Vane told reporters on Tuesday that the river treaty was"
                    + " settled, but the toll "
                    + HostileWorld.WORDS
                    + " remained open.\n\n"
                    + HostileWorld.WORDS,
                "publisher",
                HostileWorld.WORDS,
                "title",
                HostileWorld.WORDS,
                "published",
                "2025-03-05",
                "token",
                token());
        String to = form("/read", told).headers().firstValue("Location").orElse("/none");
        text = to.substring(to.lastIndexOf('/') + 1);
        while (get("/read/" + text).body().contains("data-hx-trigger=\"load delay")) {
          Thread.onSpinWait();
        }
      }
      return text;
    }

    /// The id of a job that this client began; of none where it may not begin any.
    private String job() {
      if (job == null) {
        job = "none";
        token();
        HttpResponse<String> begun =
            json("POST", "/api/jobs", "{\"ask\": \"/api/sequence/knots\"}");
        if (begun.statusCode() == 201) {
          job = begun.body().replaceAll(".*\"job\":\"([^\"]+)\".*", "$1");
        }
      }
      return job;
    }

    @Override
    public HttpRequest.Builder request(String path) {
      String filled = path.contains(Addresses.TEXT) ? path.replace(Addresses.TEXT, text()) : path;
      filled = filled.contains(Addresses.JOB) ? filled.replace(Addresses.JOB, job()) : filled;
      // behind the proxy each request comes from elsewhere: what is tried here is not speed
      return super.request(filled)
          .timeout(Duration.ofSeconds(60))
          .header(
              "X-Forwarded-For",
              "2001:db8:" + Integer.toHexString(FROM.incrementAndGet() & 0xFFFF) + "::1");
    }
  }

  /// Sends bytes as they are, and reads what comes back until the server closes or is silent.
  static String raw(int port, byte[] request, int silentMillis) throws IOException {
    StringBuilder answer = new StringBuilder();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(silentMillis);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        answer.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketTimeoutException _) {
      answer.append("\n(silent)");
    } catch (java.net.SocketException _) {
      answer.append("\n(reset)");
    }
    return answer.toString();
  }

  static String raw(int port, String request) throws IOException {
    return raw(port, request.getBytes(StandardCharsets.ISO_8859_1), 2_000);
  }
}
