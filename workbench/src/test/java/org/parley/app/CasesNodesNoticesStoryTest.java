package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.app.history.Node;
import org.parley.notice.MailAddress;
import org.parley.notice.MailServer;
import org.parley.notice.NoticePlan;
import org.parley.notice.SmallHookReceiver;
import org.parley.notice.SmallSmtpServer;
import org.parley.notice.Webhook;
import org.parley.store.DatabaseAddress;
import org.parley.store.PostgresServer;
import org.parley.store.cases.CaseBeginning;
import org.parley.store.cases.CaseRegister;
import org.parley.store.notices.Cadence;
import org.parley.store.notices.NoticeSetting;
import org.parley.store.notices.Outbox;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;
import org.parley.web.WebClient;

/// Several servers of many cases on one PostgreSQL tell each thing once, by mail and by webhook.
@Timeout(180)
class CasesNodesNoticesStoryTest {

  private static final String SECRET = "0123456789abcdef";
  private static final List<String> CASES = List.of("coast", "delta", "river");
  private static final AccountEditor ROOT = new AccountEditor("root", "administrator");

  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: A, name: Aland, kind: state}
        - {id: B, name: Bland, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - {id: p1, number: 1, title: The keys, instrument: treaty, options: {id: p1-two, title: Two keys}}
      rounds:
        - {id: r1, title: First round, parties: [A, B], points: p1, opens: 2020-01-01T09:00Z, visibility: delegations}
      tabledPackages:
        - {id: k1, round: r1, title: Two keys, version: 1, tabled: 2020-01-01T10:00Z, provisions: {point: p1, option: p1-two}, visibility: delegations}
      """;

  @TempDir Path folder;
  private SmallSmtpServer mail;
  private SmallHookReceiver hook;
  private DatabaseAddress place;
  private String database = "";
  private String token = "";
  private final List<DatabaseAddress> journals = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);

  /// The clock of the machine, put forward.
  private final Clock clock = clockOf(() -> Instant.now().plus(later.get()));

  private static Clock clockOf(InstantSource source) {
    return source.withZone(ZoneOffset.UTC);
  }

  @BeforeEach
  void begin() throws Exception {
    mail = new SmallSmtpServer();
    hook = new SmallHookReceiver();
    database = PostgresServer.shared().database();
    place = DatabaseAddress.of(database);
    Instant now = Instant.now();
    try (CaseRegister register = CaseRegister.at(place)) {
      TestAccounts.put(register.people(), "root", "administrator", null, CasesWorld.PASSWORD, now);
      TestAccounts.put(register.people(), "al", "member", null, CasesWorld.PASSWORD, now);
      for (String id : CASES) {
        assertEquals(
            "",
            CaseBeginning.begin(
                register, id, CasesWorld.caseOf(CASE), "root", ROOT, "Begun.", now));
        journals.add(register.addressOf(id));
        try (Accounts people = Accounts.existing(journals.getLast())) {
          people.addMember(ROOT, "al", "delegation", "A", now);
          people.notices().put(new NoticeSetting("al", "al@" + id + ".example", Cadence.AT_ONCE));
          String made =
              people.makeToken(ROOT, "desk", "mediator", null, now, now.plusSeconds(86_400));
          token = id.equals("river") ? made : token;
        }
      }
    }
  }

  @AfterEach
  void end() throws Exception {
    Collections.reverse(open);
    for (AutoCloseable each : open) {
      each.close();
    }
    mail.close();
    hook.close();
  }

  private CasesTeamServer server() throws Exception {
    CasesTeamServer started =
        CasesTeamServer.serve(
            TestPlan.with(
                CasesWorld.plan(place),
                new NoticePlan(
                    new MailServer(
                        "127.0.0.1",
                        mail.port(),
                        MailServer.Security.NONE,
                        null,
                        "",
                        new MailAddress("parley@example.org")),
                    Webhook.of(hook.address(), SECRET))),
            new PrintWriter(Writer.nullWriter()),
            Map.of(),
            clock,
            Duration.ofMinutes(5));
    open.add(started);
    return started;
  }

  /// A server in a process that can be killed.
  private Node process() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), SECRET);
    Node node =
        new Node(
            "one",
            database,
            "--cases",
            "--name",
            "parley.example.org",
            "--mail-server",
            "127.0.0.1:" + mail.port(),
            "--mail-security",
            "none",
            "--mail-from",
            "parley@example.org",
            "--webhook",
            hook.address(),
            "--webhook-secret-file",
            secret.toString());
    open.add(node);
    node.start();
    return node;
  }

  private void table(CasesTeamServer at, String id) {
    WebClient program = new WebClient(at.server());
    program.bearer = token;
    int status =
        program
            .json(
                "POST",
                "/cases/river/api/records/tabledPackages",
                """
                {"record": {"id": "PACKAGE", "round": "r1", "title": "Again", "version": 1,
                 "tabled": "2025-12-28T11:30Z", "provisions": [{"point": "p1", "option": "p1-two"}],
                 "visibility": "delegations"}}
                """
                    .replace("PACKAGE", id))
            .statusCode();
    assertEquals(201, status);
  }

  /// The message ids, with how often each was taken.
  private Map<String, Integer> mails() {
    return counts(
        mail.taken().stream()
            .map(
                each ->
                    each.text()
                        .lines()
                        .filter(line -> line.startsWith("Message-ID:"))
                        .findFirst()
                        .orElseThrow()));
  }

  private Map<String, Integer> calls() {
    return counts(hook.calls().stream().map(SmallHookReceiver.Call::notice));
  }

  private static Map<String, Integer> counts(Stream<String> all) {
    Map<String, Integer> counts = new HashMap<>();
    all.forEach(each -> counts.merge(each, 1, Math::addExact));
    return counts;
  }

  private boolean isAllDelivered() throws Exception {
    for (DatabaseAddress each : journals) {
      try (Accounts people = Accounts.existing(each)) {
        if (!people.undelivered().isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  /// Both look, one leads, and another takes over just as something new waits.
  @Test
  void eachThingIsToldOnceWhoeverLeads() throws Exception {
    CasesTeamServer first = server();
    CasesTeamServer second = server();
    Eventually.holds("all are told", () -> mails().size() == 3 && calls().size() == 3);
    later.set(Cadence.AT_ONCE.apart().plusSeconds(1));
    table(second, "k2");
    first.close();
    Eventually.holds("the river is told", () -> mails().size() == 4 && calls().size() == 4);
    Eventually.holds("nothing is left", this::isAllDelivered);
    second.close();
    assertEquals(Set.of(1), Set.copyOf(mails().values()));
    assertEquals(Set.of(1), Set.copyOf(calls().values()));
    Set<String> told = new TreeSet<>();
    hook.calls().forEach(each -> told.add(each.body().replaceAll(".*/cases/(\\w+)/.*", "$1")));
    assertEquals(new TreeSet<>(CASES), told);
  }

  /// The mail server took a mail of each case, and the leader is killed before it hears so.
  @Test
  void afterAKillBetweenSendingAndRecordingTheCopyHasTheSameId() throws Exception {
    mail.answer("END", "SILENCE");
    Node leader = process();
    CasesTeamServer second = server();
    CasesTeamServer third = server();
    Eventually.holds("each case has sent one", () -> mail.taken().size() == 3);
    leader.kill();
    mail.recover();
    Eventually.holds("another calls the webhook", () -> calls().size() == 3);
    assertEquals(3, mail.taken().size(), "the one that was killed may be sending still");
    later.set(Outbox.LEASE);
    Eventually.holds("they are sent again", () -> mail.taken().size() == 6);
    Eventually.holds("nothing is left", this::isAllDelivered);
    second.close();
    third.close();
    assertEquals(3, mails().size(), "each has one id");
    assertEquals(Set.of(2), Set.copyOf(mails().values()));
    assertEquals(Set.of(1), Set.copyOf(calls().values()));
    assertEquals(3, Set.copyOf(mail.taken()).size(), "and is the same to the byte");
  }
}
