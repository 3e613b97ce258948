package org.parley.store.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.Eventually;
import org.parley.store.Contents;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.JournalWriteException;
import org.parley.store.Judge;
import org.parley.store.PostgresServer;
import org.parley.store.TcpProxy;
import org.parley.store.Verification;

/// Two servers of one journal in PostgreSQL: one leads, and the other takes over.
@Timeout(120)
class LeadershipTest {

  private String address = "";
  private TcpProxy proxy;
  private TestNode first;
  private TestNode second;

  /// The first leads; what it says to the database can be held up.
  @BeforeEach
  void start() throws Exception {
    PostgresServer postgres = PostgresServer.shared();
    address = postgres.database();
    proxy = new TcpProxy(postgres.port());
    first =
        new TestNode(
            address.replace(":" + postgres.port() + "/", ":" + proxy.port() + "/"),
            "http://one.example");
    awaitLeader(first);
    second = new TestNode(address, "http://two.example");
    Eventually.holds("the second knows the first", () -> second.part.leader().isPresent());
  }

  @AfterEach
  void stop() throws Exception {
    proxy.release();
    second.close();
    first.close();
    proxy.close();
  }

  private static void awaitLeader(TestNode server) throws Exception {
    Eventually.holds("that it leads", server.part::leads);
  }

  private static void assertRefused(TestNode server) {
    JournalWriteException refused =
        assertThrows(JournalWriteException.class, () -> server.record("Other"));
    assertTrue(refused.isCertain(), refused.getMessage());
  }

  @Test
  void oneLeadsAndAppendsAndTheOtherIsRefused() throws Exception {
    assertFalse(second.part.leads());
    Leader leader = second.part.leader().orElseThrow();
    assertEquals(first.part.node(), leader.node());
    assertEquals("http://one.example", leader.address());
    assertEquals(first.part.secret(), leader.secret());
    assertFalse(leader.toString().contains(leader.secret()));
    first.record("River");
    assertRefused(second);
    assertEquals(1, second.journal.last());
  }

  /// For a version that has two migrations more, the schema is an earlier one. One of them is not
  /// compatible. So it changes nothing under the servers, and they go on. Once they are stopped, it
  /// opens what they recorded.
  @Test
  void aNewerVersionWaitsUntilTheEarlierServersAreGone() throws Exception {
    first.record("River");
    Jdbi database = Jdbi.create("jdbc:" + address);
    database.useHandle(
        handle -> {
          handle.execute(
              "create table later as select * from flyway_schema_history order by installed_rank"
                  + " desc fetch first 2 rows only");
          handle.execute(
              "delete from flyway_schema_history where version in (select version from later)");
        });
    String refused =
        String.valueOf(
            assertThrows(JournalUnavailableException.class, () -> Journal.at(address).close())
                .getMessage());
    assertTrue(
        refused.contains("is served by http://one.example, http://two.example. Maybe stop that"),
        refused);
    first.record("Bridge");
    assertRefused(second);
    first.part.close();
    second.part.close();
    database.useHandle(
        handle -> {
          handle.execute("insert into flyway_schema_history select * from later");
          handle.execute("drop table later");
        });
    try (Journal newer = Journal.at(address)) {
      assertEquals(2, newer.last());
      assertInstanceOf(Verification.Intact.class, newer.verify(null));
    }
  }

  /// By PostgreSQL: the servers know the head already, so that a look at it tells nothing.
  @Test
  void theOtherIsToldOfWhatIsRecorded() throws Exception {
    int before = second.news.get();
    first.record("River");
    Eventually.holds("news", () -> second.news.get() > before);
  }

  @Test
  void theOtherTakesOverFromOneThatIsStopped() throws Exception {
    first.record("River");
    first.part.close();
    awaitLeader(second);
    second.record("Bridge");
    assertRefused(first);
    assertEquals("This server follows http://one.example.", second.log.getFirst());
    assertEquals("This server leads.", second.log.getLast());
    assertEquals(2, second.journal.last());
    assertTrue(second.part.leader().orElseThrow().term() > 1);
  }

  /// It believes that it leads for no longer than the lease, and is refused in any case.
  @Test
  void oneThatIsCutOffIsDeposedAndDoesNotAppendLater() throws Exception {
    first.record("River");
    proxy.hold();
    awaitLeader(second);
    assertFalse(first.part.leads());
    second.record("Bridge");
    proxy.release();
    Eventually.holds(
        "the first follows",
        () ->
            first.part.leader().filter(each -> each.node().equals(second.part.node())).isPresent());
    assertRefused(first);
    first.journal.database().ask(_ -> 0);
    assertEquals(2, first.journal.last());
  }

  /// It had locked the head before it hung: its transaction is ended, and what it was about to
  /// write is not written when it goes on.
  @Test
  void oneThatHangsInATransactionDoesNotHoldTheOthersUp() throws Exception {
    first.record("River");
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    Judge<String> slow =
        now -> {
          locked.countDown();
          await(goesOn);
          return new Judge.Ruling.Write<>(
              now.contents().changesTo(Contents.of(TestNode.caseOf("Hung"))));
        };
    CompletableFuture<JournalWriteException> hung =
        CompletableFuture.supplyAsync(
            () ->
                assertThrows(
                    JournalWriteException.class,
                    () -> first.journal.append(slow, "Ann", "Why not.", TestNode.NOON)));
    locked.await();
    proxy.hold();
    awaitLeader(second);
    second.record("Bridge");
    proxy.release();
    goesOn.countDown();
    assertTrue(hung.get().isCertain());
    assertEquals(2, second.journal.last());
  }

  /// A change that it began before is recorded, and new ones wait for the next leader.
  @Test
  void oneThatMakesWayLetsAChangeEnd() throws Exception {
    assertTrue(first.part.beginChange());
    Jdbi.create("jdbc:" + address)
        .useTransaction(
            handle -> {
              handle.execute(
                  """
                  insert into flyway_schema_history
                  select installed_rank + 1, '900', 'compatible later', type, script, checksum,
                    installed_by, installed_on, execution_time, success
                  from flyway_schema_history order by installed_rank desc fetch first row only
                  """);
              handle.execute(
                  """
                  insert into node (id, address, secret, entry, program, known_schema, since, seen)
                  values ('later', '', '', 0, 'later', 900, now(), now() + interval '1 hour')
                  """);
            });
    Eventually.holds("that no other is begun", () -> !isChanged(first));
    first.record("River");
    first.part.endChange();
    Eventually.holds("that it leads no more", () -> !first.part.leads());
    assertFalse(isChanged(first));
    assertRefused(first);
  }

  /// What it began meanwhile waits until it has a session again.
  @Test
  void oneWhoseSessionBrokeEndsItsChanges() throws Exception {
    second.close();
    first.part.close();
    try (TestNode alone = new TestNode(address, "")) {
      alone.awaitLeading();
      Jdbi.create("jdbc:" + address)
          .useHandle(
              handle -> {
                handle.execute(
                    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                        + " and classid = 7171 and database = (select oid from pg_database where"
                        + " datname = current_database())");
                for (int each = 0; each < 20; each++) {
                  assertEquals(each, changed(alone, each));
                }
              });
      alone.awaitLeading();
    }
  }

  /// Changes what the leader alone does.
  private static int changed(TestNode server, int number) {
    return server.journal.database().atomicallyLeading(_ -> number);
  }

  private static boolean isChanged(TestNode server) {
    boolean begun = server.part.beginChange();
    if (begun) {
      server.part.endChange();
    }
    return begun;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The lock is gone with the session, and is free again at once.
  @Test
  void aBrokenSessionIsMadeAnew() throws Exception {
    proxy.cut();
    Eventually.holds("one of them appends", () -> isRecordedBy(first) || isRecordedBy(second));
    assertEquals(1, second.journal.last());
  }

  private static boolean isRecordedBy(TestNode server) {
    try {
      server.record("River");
      return true;
    } catch (JournalWriteException e) {
      return false;
    }
  }

  @Test
  void theStatusNamesBoth() throws Exception {
    Eventually.holds("both are listed", () -> first.part.list().size() == 2);
    List<NodeStatus> all = second.part.list();
    assertEquals(List.of(true, false), all.stream().map(NodeStatus::leads).toList());
    assertEquals(List.of(false, true), all.stream().map(NodeStatus::isSelf).toList());
    assertTrue(all.stream().allMatch(NodeStatus::isHeard), all.toString());
    second.part.close();
    Eventually.holds("it has left", () -> first.part.list().size() == 1);
  }

  @Test
  void theyShareAKey() {
    assertArrayEquals(
        Leadership.sharedKey(first.journal.database()),
        Leadership.sharedKey(second.journal.database()));
  }

  /// Journals in one database have locks of their own.
  @Test
  void journalsInOneDatabaseHaveLeadersOfTheirOwn() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:" + address);
        var statement = connection.createStatement()) {
      statement.execute("create schema other");
    }
    try (TestNode other = new TestNode(address + "&currentSchema=other", "")) {
      awaitLeader(other);
      other.record("Elsewhere");
      assertEquals(0, first.journal.last());
      assertNull(other.part.leader().orElseThrow().address());
    }
  }
}
