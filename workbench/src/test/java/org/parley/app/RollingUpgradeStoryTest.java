package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Eventually;
import org.parley.app.history.Node;
import org.parley.cli.OpenCommand;
import org.parley.cli.team.ServerPlan;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.PostgresServer;
import org.parley.store.cases.CaseBeginning;
import org.parley.store.cases.CaseRegister;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;

/// Two servers of two versions on one PostgreSQL. The earlier one is this program. The later one is
/// this program in a process of its own, which knows one migration more.
@Timeout(240)
class RollingUpgradeStoryTest {

  private static final AccountEditor ROOT = new AccountEditor("root", "administrator");

  private static final String LEADER = "\"leader\":[";
  private static final String TABLES = "\"tables\":[";
  private static final String PASSES = "{\"status\":\"pass\"}";
  private static final String FAILS = "{\"status\":\"fail\"}";

  private static final String SOURCE =
      """
      {"record": {"id": "SOURCE", "publisher": "Wire", "title": "Of the day", "date": "2025-03-01",
       "kind": "report", "reliability": "B", "language": "en"}, "why": "Came in."}
      """;

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new HashMap<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private String database = "";
  private String earlier = "";
  private int added;

  @AfterEach
  void end() throws Exception {
    Collections.reverse(open);
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  /// The later version, with a migration that has a name.
  private Node later(String name, String... options) throws IOException {
    Path classes = folder.resolve(name);
    Path migration = classes.resolve("org/parley/store/migrations/V900__" + name + ".sql");
    Files.createDirectories(migration.getParent());
    Files.writeString(migration, "create table label (id varchar(40) primary key);\n");
    Node node = new Node(name, database, options).with(classes);
    open.add(node);
    return node;
  }

  private ServerPlan beginOne() throws Exception {
    try (Journal journal = Journal.at(database);
        Accounts people = Accounts.of(journal.database())) {
      journal.record(
          CasesWorld.caseOf(CasesWorld.river("The river", "upper")),
          "Ann",
          "Begun.",
          Instant.now());
      tokens.put("", token(people));
    }
    return TestPlan.of(DatabaseAddress.of(database), null);
  }

  private ServerPlan beginMany() throws Exception {
    Instant now = Instant.now();
    try (CaseRegister register = CaseRegister.at(DatabaseAddress.of(database))) {
      TestAccounts.put(register.people(), "root", "administrator", null, CasesWorld.PASSWORD, now);
      for (String id : List.of("river", "coast")) {
        assertEquals(
            "",
            CaseBeginning.begin(
                register,
                id,
                CasesWorld.caseOf(CasesWorld.river("The " + id, "upper")),
                "root",
                ROOT,
                "Begun.",
                now));
        try (Accounts people = Accounts.existing(register.addressOf(id))) {
          tokens.put("/cases/" + id, token(people));
        }
      }
    }
    return CasesWorld.plan(DatabaseAddress.of(database));
  }

  private static String token(Accounts people) {
    Instant now = Instant.now();
    return people.makeToken(ROOT, "program", "mediator", null, now, now.plusSeconds(86_400));
  }

  private static OpenCommand.Running serve(ServerPlan plan) throws Exception {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return plan.isOfManyCases()
        ? CasesTeamServer.serve(plan, nowhere, Map.of(), Clock.systemUTC(), Duration.ofMinutes(5))
        : TeamServer.serve(plan, nowhere, Map.of());
  }

  private HttpResponse<String> send(String server, String path, HttpRequest.Builder request)
      throws Exception {
    String base = path.replaceAll("/(api|healthz)/.*", "");
    request.uri(URI.create(server + path));
    if (tokens.containsKey(base)) {
      request.header("Authorization", "Bearer " + tokens.get(base));
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String server, String path) throws Exception {
    return send(server, path, HttpRequest.newBuilder().GET());
  }

  private String health() throws Exception {
    return get(earlier, "/healthz/ready").body();
  }

  private boolean isReady() throws Exception {
    return get(earlier, "/healthz/ready").statusCode() == 200;
  }

  /// Changes something at the earlier server.
  private HttpResponse<String> add(String base) throws Exception {
    return send(
        earlier,
        base + "/api/records/sources",
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(SOURCE.replace("SOURCE", "wire" + ++added))));
  }

  private void addsOne(String base) throws Exception {
    HttpResponse<String> answer = add(base);
    assertEquals(201, answer.statusCode(), answer.body());
  }

  private boolean has(String server, String base, int number) throws Exception {
    return get(server, base + "/api/records/sources/wire" + number).statusCode() == 200;
  }

  private void mark(String base, String description) {
    String schema = base.isEmpty() ? "" : "parley_server.";
    Jdbi.create("jdbc:" + database)
        .useHandle(
            handle ->
                handle.execute(
                    "update "
                        + schema
                        + "flyway_schema_history set description = ? where version = '900'",
                    description));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/cases/river"})
  void oneServerAfterTheOther(String base) throws Exception {
    database = PostgresServer.shared().database();
    String[] options = base.isEmpty() ? new String[0] : new String[] {"--cases"};
    ServerPlan plan = base.isEmpty() ? beginOne() : beginMany();
    OpenCommand.Running running = serve(plan);
    open.add(running);
    earlier = running.address().toString().replaceAll("/$", "");
    Eventually.holds("it is ready", this::isReady);
    addsOne(base);

    // a migration under which the earlier version could not go on
    Node incompatible = later("labels", options);
    String refused =
        String.valueOf(assertThrows(IOException.class, incompatible::start).getMessage());
    assertTrue(refused.contains("is served by " + earlier), refused);
    assertTrue(refused.contains("nothing was changed"), refused);
    addsOne(base);
    assertTrue(isReady());

    // one under which it can: no change is refused while the later one takes over
    Node later = later("compatible_labels", options);
    later.start();
    do {
      addsOne(base);
    } while (isReady());
    Eventually.holds("the later one leads", () -> health().contains(LEADER + PASSES));
    assertTrue(health().contains(TABLES + FAILS), health());
    addsOne(base);
    assertTrue(has(earlier, base, added), "reads go on");
    assertTrue(has(later.address(), base, added), "the later one has recorded it");
    if (!base.isEmpty()) {
      assertEquals(200, get(earlier, "/cases/coast/api/board").statusCode(), "not open before");
    }
    String nodes = get(earlier, base + "/api/nodes").body();
    assertTrue(nodes.contains("\"version\":\"0.1.0"), nodes);

    // the earlier version is not started any more
    String why =
        String.valueOf(
            assertThrows(JournalUnavailableException.class, () -> serve(plan)).getMessage());
    assertTrue(why.contains("has schema 900") && why.contains("nothing was changed"), why);

    // the later one is killed: the earlier one goes on
    later.kill();
    Eventually.holds("it leads again", this::isReady);
    addsOne(base);

    // changed by force, as while it hung: it shows what is there, and changes nothing
    mark(base, "labels");
    Eventually.holds("it is not ready", () -> !isReady());
    HttpResponse<String> answer = add(base);
    assertEquals(503, answer.statusCode(), answer.body());
    assertEquals("2", answer.headers().firstValue("Retry-After").orElse(""));
    assertTrue(answer.body().contains("a later Parley has changed the tables"), answer.body());
    assertTrue(has(earlier, base, added - 1));
    assertEquals(404, get(earlier, base + "/api/records/sources/wire" + added).statusCode());
  }
}
