package org.parley.store.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.Eventually;
import org.parley.model.PartyId;
import org.parley.model.round.TabledPackageId;
import org.parley.round.AnswerFault;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerWord;
import org.parley.round.RefusedAnswer;
import org.parley.round.SealedAnswer;
import org.parley.round.SealedAsk;
import org.parley.store.BallotBox;
import org.parley.store.Database;
import org.parley.store.JournalWriteException;
import org.parley.store.PostgresServer;
import org.parley.store.TcpProxy;
import org.parley.store.Verification;
import org.parley.store.notices.Cadence;
import org.parley.store.notices.NoticeSetting;
import org.parley.store.people.AccessRecord;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.Dismissals;
import org.parley.store.people.ImportMappings;
import org.parley.store.people.TestAccounts;

/// Accounts and sealed answers are written by the leader alone. One that led, hung and goes on
/// writes none of them.
@NullMarked
@Timeout(120)
class FencedWritesTest {

  private static final Instant NOON = TestNode.NOON;
  private static final TabledPackageId PACKAGE = new TabledPackageId("k1");

  private TcpProxy proxy;
  private TestNode first;
  private TestNode second;

  /// The first leads; what it says to the database can be held up.
  @BeforeEach
  void start() throws Exception {
    PostgresServer postgres = PostgresServer.shared();
    String address = postgres.database();
    proxy = new TcpProxy(postgres.port());
    first =
        new TestNode(
            address.replace(":" + postgres.port() + "/", ":" + proxy.port() + "/"),
            "http://one.example");
    first.awaitLeading();
    second = new TestNode(address, "http://two.example");
    Eventually.holds("the second knows the first", () -> second.part.leader().isPresent());
    TestAccounts.put(accounts(first), "ann", "mediator", null, "a password of ann", NOON);
  }

  @AfterEach
  void stop() throws Exception {
    proxy.release();
    second.close();
    first.close();
    proxy.close();
  }

  private static Accounts accounts(TestNode node) {
    return Accounts.of(node.journal.database());
  }

  private static BallotBox box(TestNode node) {
    return BallotBox.of(node.journal.database());
  }

  private static void seal(TestNode node, String party) {
    Optional<String> objection =
        box(node)
            .append(
                "al",
                Clock.fixed(NOON, ZoneOffset.UTC),
                at ->
                    new SealedAnswer(
                        PACKAGE,
                        new PartyId(party),
                        at,
                        "b",
                        new AnswerSheet(new AnswerWord.Accepts(), Map.of())),
                (_, _) -> Optional.empty());
    assertTrue(objection.isEmpty());
  }

  private static void ask(TestNode node) {
    box(node)
        .appendAsk(
            "al",
            Clock.fixed(NOON, ZoneOffset.UTC),
            at -> new SealedAsk(PACKAGE, new PartyId("AA"), at, "b", true),
            (_, _) -> Optional.empty());
  }

  /// Every change beside the journal, under its name.
  private static Map<String, Runnable> changes(TestNode node) {
    Database database = node.journal.database();
    Accounts people = accounts(node);
    AccountEditor by = AccountEditor.OPERATOR;
    Map<String, Runnable> changes = new LinkedHashMap<>();
    changes.put(
        "account", () -> TestAccounts.put(people, "bo", "reader", null, "a password of bo", NOON));
    changes.put("role", () -> people.changeRole(by, "bo", "mediator", null, NOON));
    changes.put(
        "password", () -> people.setPassword(by, "bo", "another password".toCharArray(), NOON));
    changes.put(
        "token", () -> people.makeToken(by, "desk", "reader", null, NOON, NOON.plusSeconds(9)));
    changes.put("token removed", () -> people.removeToken(by, "desk", NOON));
    changes.put("account removed", () -> people.remove(by, "bo", NOON));
    changes.put("language", () -> people.chooseLanguage("ann", "fr"));
    changes.put("secret address", () -> people.feeds().add(by, "ann", "phone", NOON));
    changes.put("notices", () -> people.notices().put(new NoticeSetting("ann", "", Cadence.NEVER)));
    changes.put("dismissed", () -> Dismissals.of(database).add("ann", "round k1"));
    changes.put("mapping", () -> ImportMappings.of(database).keep("ann", "rows", "a = b"));
    changes.put("sealed answer", () -> seal(node, "AA"));
    changes.put("sealed ask", () -> ask(node));
    changes.put(
        "refused answer",
        () ->
            box(node)
                .refuse(
                    new RefusedAnswer(
                        PACKAGE,
                        NOON,
                        "al",
                        null,
                        null,
                        false,
                        List.of(AnswerFault.values()).getFirst())));
    return changes;
  }

  private static void assertRefused(TestNode node) {
    changes(node)
        .forEach(
            (name, change) -> {
              JournalWriteException refused =
                  assertThrows(JournalWriteException.class, change::run, name);
              assertTrue(refused.isCertain(), name + ": " + refused.getMessage());
            });
  }

  /// All that is written beside the journal by the leader, as rows.
  private static String written(TestNode node) {
    return node.journal
        .database()
        .ask(
            handle -> {
              StringBuilder all = new StringBuilder();
              for (String table :
                  List.of(
                      "account",
                      "access_token",
                      "chosen_language",
                      "feed_address",
                      "notice_recipient",
                      "dismissed",
                      "import_mapping",
                      "sealed_answer",
                      "refused_answer",
                      "audit")) {
                all.append(table)
                    .append(handle.createQuery("select * from " + table).mapToMap().list());
              }
              return all.toString();
            });
  }

  @Test
  void theLeaderWritesThemAndAFollowerIsRefused() {
    String before = written(second);
    assertRefused(second);
    assertEquals(before, written(second));
    changes(first).forEach((_, change) -> change.run());
    assertEquals(2, box(second).count());
    assertInstanceOf(Verification.Intact.class, accounts(second).verify());
  }

  @Test
  void oneThatWasCutOffIsRefusedWhenItGoesOn() throws Exception {
    proxy.hold();
    second.awaitLeading();
    seal(second, "BB");
    String before = written(second);
    proxy.release();
    Eventually.holds(
        "the first follows",
        () ->
            first.part.leader().filter(each -> each.node().equals(second.part.node())).isPresent());
    assertRefused(first);
    assertEquals(before, written(second));
  }

  /// It had been told that it leads, and had locked the answers, before it hung: its transaction is
  /// ended, and nothing of it is written.
  @Test
  void oneThatHangsWhileItSealsSealsNothing() throws Exception {
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    CompletableFuture<JournalWriteException> hung =
        CompletableFuture.supplyAsync(
            () ->
                assertThrows(
                    JournalWriteException.class,
                    () ->
                        box(first)
                            .append(
                                "al",
                                Clock.fixed(NOON, ZoneOffset.UTC),
                                at -> new SealedAnswer(PACKAGE, new PartyId("AA"), at, "b", null),
                                (_, _) -> {
                                  locked.countDown();
                                  await(goesOn);
                                  return Optional.empty();
                                })));
    locked.await();
    proxy.hold();
    second.awaitLeading();
    seal(second, "BB");
    proxy.release();
    goesOn.countDown();
    assertTrue(hung.get().isCertain());
    assertEquals(
        List.of(new PartyId("BB")),
        box(second).list(PACKAGE).stream().map(SealedAnswer::by).toList());
    assertInstanceOf(Verification.Intact.class, box(second).verify());
  }

  /// Every server writes what it showed. One that hung while it did so does not hold up the audit
  /// of the next leader, and what it showed is written once it goes on.
  @Test
  void oneThatHangsWhileItWritesTheAuditHoldsNobodyUp() throws Exception {
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    CompletableFuture<Void> hung =
        CompletableFuture.runAsync(
            () ->
                first
                    .journal
                    .database()
                    .atomically(
                        handle -> {
                          handle
                              .createQuery("select * from audit_head for update")
                              .mapToMap()
                              .one();
                          locked.countDown();
                          await(goesOn);
                          return handle.execute("update audit_head set number = number");
                        }));
    locked.await();
    proxy.hold();
    second.awaitLeading();
    TestAccounts.put(accounts(second), "cy", "reader", null, "a password of cy", NOON);
    proxy.release();
    goesOn.countDown();
    hung.handle((_, _) -> true).get();
    Eventually.holds("what it showed is written", () -> isNoted(first));
    assertEquals("/", accounts(second).listSeen("ann", Long.MAX_VALUE, 1).getFirst().address());
    assertInstanceOf(Verification.Intact.class, accounts(second).verify());
  }

  /// Whether it is in the audit that it showed a page. It is tried again until the database
  /// answers.
  private static boolean isNoted(TestNode node) {
    try {
      accounts(node)
          .note(List.of(new AccessRecord(NOON, "ann", "mediator", "GET", "/", 200)), NOON);
      return true;
    } catch (JournalWriteException e) {
      return false;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
