package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.Eventually;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.intake.Texts;
import org.parley.notice.NoticeStatus;
import org.parley.store.Journal;
import org.parley.store.PostgresServer;
import org.parley.store.nodes.Leadership;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.nodes.Nodes;
import org.parley.web.operate.Operation;
import org.parley.web.service.JournalCaseService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two servers of one case in PostgreSQL. People come to either, and notice no difference.
@NullMarked
@Timeout(180)
class NodesStoryTest {

  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Brenn, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water}
      sources:
        - {id: s0, publisher: Gazette, title: The day, date: 2025-03-01, kind: report, reliability: B, language: en}
      """;

  private static final String SOURCE =
      """
      {"record": {"id": "SOURCE-ID", "publisher": "Wire", "title": "Of the day", "date": "2025-03-01",
       "kind": "report", "reliability": "B", "language": "en"}, "why": "Came in."}
      """;

  /// A server.
  private static final class Server implements AutoCloseable {
    final Journal journal;
    final Accounts people;
    final AccountAuthenticator door;
    final Leadership part;
    final WebServer web;

    /// Whether it cannot read what others recorded.
    volatile boolean isBlind;

    Server(String address) throws Exception {
      journal = Journal.at(address);
      people = Accounts.of(journal.database());
      door =
          new AccountAuthenticator(
              people,
              Team.CLOCK,
              new AccountAuthenticator.Setting(Set.of("parley.example.org"), false, false, false));
      JournalCaseService service = new JournalCaseService(journal, Team.CLOCK);
      part = Leadership.of(journal.database(), service::entry, service::refresh, _ -> {});
      web =
          WebServer.start(
              service,
              Texts.offline(),
              ReferenceShelf.none(),
              door,
              NoticeStatus.NONE,
              new Nodes(
                  part,
                  Leadership.sharedKey(journal.database()),
                  () -> !isBlind && service.refresh(),
                  ctx -> door.admit(ctx).isPresent(),
                  null,
                  _ -> {}),
              Operation.unwatched(),
              "127.0.0.1",
              0,
              null);
      part.fence(journal);
      part.begin("http://127.0.0.1:" + web.port());
    }

    /// A browser in a session that another server may have begun.
    WebClient browser(String cookie) {
      WebClient client = new WebClient(web);
      client.cookie = cookie;
      client.get("/");
      return client;
    }

    @Override
    public void close() {
      part.close();
      web.close();
      door.close();
      people.close();
      journal.close();
    }
  }

  private final List<Server> open = new ArrayList<>();
  private String address = "";
  private Server leader;
  private Server follower;
  private String cookie = "";
  private String token = "";

  @BeforeEach
  void start() throws Exception {
    address = PostgresServer.shared().database();
    try (Journal journal = Journal.at(address)) {
      journal.record(Team.caseOf(CASE), "Ann", "Begun.", Team.NOON);
      try (Accounts people = Accounts.of(journal.database())) {
        TestAccounts.put(people, "ann", "mediator", null, Team.PASSWORD, Team.NOON);
        TestAccounts.put(people, "al", "delegation", "AA", Team.PASSWORD, Team.NOON);
        cookie = "parley=" + people.begin("ann", Team.NOON);
        token =
            people.makeToken(
                AccountEditor.OPERATOR,
                "desk",
                "mediator",
                null,
                Team.NOON,
                AccessToken.expiry(Team.NOON, 90));
      }
    }
    leader = new Server(address);
    open.add(leader);
    Eventually.holds("it leads", leader.part::leads);
    follower = new Server(address);
    open.add(follower);
    Eventually.holds("it follows", () -> follower.part.leader().isPresent());
  }

  @AfterEach
  void stop() {
    open.forEach(Server::close);
  }

  private WebClient program(Server server) {
    WebClient client = new WebClient(server.web);
    client.bearer = token;
    return client;
  }

  private static HttpResponse<String> add(WebClient client, String id) {
    return client.json("POST", "/api/records/sources", SOURCE.replace("SOURCE-ID", id));
  }

  private static boolean has(WebClient client, String id) {
    return client.get("/api/records/sources/" + id).statusCode() == 200;
  }

  @Test
  void whatIsSavedAtOneIsShownAtBoth() {
    WebClient ann = follower.browser(cookie);
    assertEquals(201, add(ann, "wire").statusCode());
    assertTrue(has(ann, "wire"), "at the server that forwarded it");
    assertTrue(has(program(leader), "wire"), "at the leader");
    assertEquals("ann", leader.journal.find(leader.journal.last()).orElseThrow().who());
  }

  /// Else somebody would be told that it is saved, and not find it.
  @Test
  void whatCannotBeShownIsNotAcknowledged() {
    follower.isBlind = true;
    HttpResponse<String> answer = add(program(follower), "wire");
    assertEquals(503, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("cannot show it yet"), answer.body());
    assertTrue(has(program(leader), "wire"), "the leader has recorded it");
    HttpResponse<String> refused = add(program(follower), "wire");
    assertEquals(4, refused.statusCode() / 100, "a refusal is told: " + refused.body());
    follower.isBlind = false;
    assertEquals(201, add(program(follower), "later").statusCode());
    assertTrue(has(program(follower), "wire"), "and shown later");
  }

  /// It was sent to a server that did not lead any more, waited, and was recorded here.
  @Test
  void aChangeThatWaitedForThisServerToLeadIsAcknowledged() throws Exception {
    stop();
    open.clear();
    HttpServer elsewhere =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try (Journal journal = Journal.at(address);
        Leadership before = Leadership.of(journal.database(), journal::last, () -> {}, _ -> {})) {
      Runnable resign = before::close;
      elsewhere.createContext(
          "/",
          exchange -> {
            resign.run();
            exchange.getResponseHeaders().add("Parley-Not-Leader", "1");
            exchange.sendResponseHeaders(503, -1);
          });
      elsewhere.start();
      before.begin("http://127.0.0.1:" + elsewhere.getAddress().getPort());
      Eventually.holds("it leads", before::leads);
      Server next = new Server(address);
      open.add(next);
      Eventually.holds("it follows", () -> next.part.leader().isPresent());
      next.isBlind = true;
      assertEquals(201, add(program(next), "wire").statusCode());
      assertTrue(next.part.leads());
      assertTrue(has(program(next), "wire"));
    } finally {
      elsewhere.stop(0);
    }
  }

  /// Their browser says that it changed something, and nothing else. The server that forwards and
  /// the one that leads write the same id into their logs.
  @Test
  void aForwardedRequestKeepsItsId() {
    HttpResponse<String> answer =
        program(follower)
            .send(
                program(follower)
                    .request("/api/records/sources")
                    .header("Content-Type", "application/json")
                    .header("X-Request-Id", "proxy-7")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(SOURCE.replace("SOURCE-ID", "wire"))));
    assertEquals(201, answer.statusCode());
    assertEquals(List.of("proxy-7"), answer.headers().allValues("X-Request-Id"));
  }

  @Test
  void peopleSeeTheirOwnChangesAtEitherServer() {
    WebClient ann = leader.browser(cookie);
    for (int i = 0; i < 20; i++) {
      HttpResponse<String> added = add(ann, "wire" + i);
      assertEquals(201, added.statusCode());
      List<String> set = added.headers().allValues("Set-Cookie");
      assertTrue(set.stream().anyMatch(each -> each.startsWith("parley-wrote=1;")), set.toString());
      WebClient elsewhere = new WebClient(follower.web);
      elsewhere.cookie = cookie + "; parley-wrote=1";
      assertTrue(has(elsewhere, "wire" + i), "after " + i);
    }
  }

  /// Programs keep no cookies, and ask for it in the words of HTTP.
  @Test
  void programsSeeTheirOwnChangesIfTheyAskForIt() {
    WebClient writes = program(leader);
    WebClient reads = program(follower);
    for (int i = 0; i < 20; i++) {
      assertEquals(201, add(writes, "wire" + i).statusCode());
      HttpResponse<String> read =
          reads.send(
              reads
                  .request("/api/records/sources/wire" + i)
                  .header("Cache-Control", "no-cache")
                  .GET());
      assertEquals(200, read.statusCode());
    }
  }

  @Test
  void othersAreToldWithoutAsking() throws Exception {
    assertEquals(201, add(program(leader), "wire").statusCode());
    Eventually.holds("the follower has read it", () -> has(program(follower), "wire"));
  }

  /// A form that one server made is good at the other, and a forged one at neither.
  @Test
  void aFormOfOneServerIsGoodAtTheOther() {
    WebClient ann = leader.browser(cookie);
    WebClient elsewhere = new WebClient(follower.web);
    elsewhere.cookie = cookie;
    elsewhere.token = ann.token;
    assertEquals(303, elsewhere.form("/language", Map.of("language", "fr")).statusCode());
    elsewhere.token = "0".repeat(32);
    assertEquals(403, elsewhere.form("/language", Map.of("language", "fr")).statusCode());
  }

  @Test
  void peopleSignInAtEither() {
    WebClient al = new WebClient(follower.web);
    assertEquals(303, al.signIn("al", Team.PASSWORD).statusCode());
    assertEquals(200, al.get("/").statusCode());
    WebClient elsewhere = new WebClient(leader.web);
    elsewhere.cookie = al.cookie;
    assertEquals(200, elsewhere.get("/").statusCode());
  }

  /// Guesses at both servers count together, for the place they come from.
  @Test
  void guessesAtBothServersCountTogether() {
    int refused = 0;
    for (int i = 0; i < 8; i++) {
      Server at = i % 2 == 0 ? leader : follower;
      WebClient guesser = new WebClient(at.web);
      refused += guesser.signIn("al", "wrong horse battery").statusCode() == 429 ? 1 : 0;
    }
    assertTrue(refused >= 4, refused + " of 8 had to wait");
  }

  @Test
  void aJobThatWasBegunAtOneIsFoundAtTheOther() {
    HttpResponse<String> begun =
        program(follower).json("POST", "/api/jobs", "{\"ask\": \"/api/sequence/knots\"}");
    assertEquals(201, begun.statusCode(), begun.body());
    String job = begun.headers().firstValue("Location").orElseThrow();
    assertEquals(200, program(leader).get(job).statusCode());
    assertEquals(200, program(follower).get(job).statusCode());
  }

  /// A file is passed on as it arrives, and what strangers send is not.
  @Test
  void aFileIsTakenInAtEither() {
    WebClient ann = follower.browser(cookie);
    String rows = "event_id_cnty,event_date\n".repeat(60_000);
    HttpResponse<String> taken = file(ann, rows);
    assertTrue(Set.of(200, 422).contains(taken.statusCode()), taken.body());
    for (int i = 0; i < 10; i++) {
      // it is refused before it has arrived
      assertEquals(403, file(forged(ann), rows).statusCode());
    }
    assertEquals(401, file(new WebClient(follower.web), rows).statusCode());
  }

  private WebClient forged(WebClient known) {
    WebClient forger = new WebClient(follower.web);
    forger.cookie = known.cookie;
    forger.token = "0".repeat(32);
    return forger;
  }

  private static HttpResponse<String> file(WebClient client, String rows) {
    return client.send(
        client
            .request("/import/incidents/file?file=a.csv")
            .header("Content-Type", "application/octet-stream")
            .header("X-Parley-Token", String.valueOf(client.token))
            .POST(HttpRequest.BodyPublishers.ofString(rows)));
  }

  @Test
  void theOtherTakesOverAndTheFirstFollows() throws Exception {
    leader.part.close();
    Eventually.holds("the other leads", follower.part::leads);
    assertEquals(201, add(program(follower), "wire").statusCode());
    HttpResponse<String> refused = add(program(leader), "late");
    assertEquals(503, refused.statusCode(), refused.body());
    assertFalse(has(program(follower), "late"));
  }

  /// Nobody but a server of this database makes others believe who asks.
  @Test
  void aForgedForwardIsRefused() {
    WebClient forger = program(leader);
    HttpResponse<String> answer =
        forger.send(
            forger
                .request("/api/case")
                .header("Parley-Forwarded", "0".repeat(64))
                .header("Parley-Host", "parley.example.org")
                .header("Parley-Client", "10.0.0.1")
                .GET());
    assertEquals(421, answer.statusCode());
    assertEquals("", answer.body());
  }

  @Test
  void mediatorsSeeWhoLeads() throws Exception {
    Eventually.holds("both are listed", () -> leader.part.list().size() == 2);
    WebClient ann = follower.browser(cookie);
    JsonNode listed = JsonMapper.shared().readTree(ann.get("/api/nodes").body()).get("items");
    assertEquals(2, listed.size());
    assertTrue(listed.get(0).get("leads").booleanValue());
    assertTrue(listed.get(1).get("isSelf").booleanValue());
    String page = ann.get("/nodes").body();
    assertTrue(page.contains("leads, and records what the others forward"), page);
    assertTrue(page.contains("http://127.0.0.1:" + leader.web.port()), page);
    String french = ann.send(ann.request("/nodes").header("Accept-Language", "fr").GET()).body();
    assertTrue(french.contains("dirige, et enregistre"), french);
    WebClient al = new WebClient(follower.web);
    al.signIn("al", Team.PASSWORD);
    assertEquals(403, al.get("/nodes").statusCode());
    assertEquals(403, al.get("/api/nodes").statusCode());
    assertFalse(al.get("/").body().contains("href=\"/nodes\""));
  }
}
