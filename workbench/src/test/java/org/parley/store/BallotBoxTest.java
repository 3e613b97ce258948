package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.model.PartyId;
import org.parley.model.round.TabledPackageId;
import org.parley.round.AnswerFault;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerWord;
import org.parley.round.RefusedAnswer;
import org.parley.round.SealedAnswer;

@NullMarked
class BallotBoxTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00.123456Z");
  private static final TabledPackageId PACKAGE = new TabledPackageId("k1");

  @TempDir Path folder;
  private Database database;
  private BallotBox box;

  @BeforeEach
  void open() throws Exception {
    database = Database.inFile(folder.resolve("journal"));
    box = BallotBox.of(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void seal(String party, AnswerWord word) {
    Optional<String> none =
        box.append(
            "al",
            Clock.fixed(NOON, ZoneOffset.UTC),
            at ->
                new SealedAnswer(
                    PACKAGE, new PartyId(party), at, "b", new AnswerSheet(word, Map.of())),
            (_, _) -> Optional.empty());
    assertTrue(none.isEmpty());
  }

  private void three() {
    seal("AA", new AnswerWord.Accepts());
    seal("BB", new AnswerWord.Declines());
    seal("AA", new AnswerWord.Declines());
  }

  private Verification after(String sql) {
    database.atomically(handle -> handle.execute(sql));
    return box.verify();
  }

  @Test
  void anUntouchedChainIsIntact() {
    assertEquals(0, assertInstanceOf(Verification.Intact.class, box.verify()).entries());
    three();
    assertEquals(3, assertInstanceOf(Verification.Intact.class, box.verify()).entries());
  }

  /// Whoever changes any field of a row, or takes one away, is found out, and the row is named.
  @Test
  void everyTamperedRowIsNamed() {
    three();
    List<String> fields =
        List.of(
            "who = 'bo'",
            "party = 'CC'",
            "package = 'k2'",
            "basis = 'c'",
            "sheet = null",
            "hash = 'x'",
            "received = timestamp with time zone '2025-12-28 11:00:00Z'");
    List<Verification> found = new ArrayList<>();
    for (String each : fields) {
      database.atomically(
          handle -> handle.execute("create table kept as select * from sealed_answer"));
      found.add(after("update sealed_answer set " + each + " where number = 2"));
      database.atomically(
          handle -> {
            handle.execute("delete from sealed_answer");
            handle.execute("insert into sealed_answer select * from kept");
            return handle.execute("drop table kept");
          });
    }
    String altered = "it was altered after it was sealed";
    assertEquals(
        fields.stream().map(_ -> (Verification) new Verification.Broken(2, altered)).toList(),
        found);
    assertEquals(
        new Verification.Broken(3, "rows at the end are missing"),
        after("delete from sealed_answer where number = 3"));
    assertEquals(
        new Verification.Broken(1, "it is missing"),
        after("delete from sealed_answer where number = 1"));
  }

  private void refuse(String who, AnswerFault why) {
    box.refuse(new RefusedAnswer(PACKAGE, NOON, who, new PartyId("AA"), null, false, why));
  }

  private List<RefusedAnswer> refused() {
    return box.listAll(List.of(PACKAGE)).refused();
  }

  /// What tells of sealed words is not kept, and nobody fills the log.
  @Test
  void refusedAnswersAreKeptWithoutTheirWords() {
    refuse("al", AnswerFault.ANSWERED_MEANWHILE);
    refuse("al", AnswerFault.SHEET_CHANGED);
    assertEquals(List.of(), refused());
    for (int i = 0; i < 103; i++) {
      refuse("al", AnswerFault.ANSWER_TOO_LATE);
    }
    refuse("bo", AnswerFault.ANSWER_FOR_ANOTHER);
    assertEquals(101, refused().size());
    assertEquals(
        new RefusedAnswer(
            PACKAGE, NOON, "bo", new PartyId("AA"), null, false, AnswerFault.ANSWER_FOR_ANOTHER),
        refused().getLast());
    assertTrue(box.isEmpty());
    assertInstanceOf(Verification.Intact.class, box.verify());
  }

  @Test
  void everyTamperedRefusalIsNamed() {
    for (int i = 0; i < 3; i++) {
      refuse("al", AnswerFault.ANSWER_TOO_LATE);
    }
    assertEquals(
        new Verification.Broken(2, "of the refused answers, it was altered"),
        after("update refused_answer set who = 'bo' where number = 2"));
    assertEquals(
        new Verification.Broken(2, "of the refused answers, it does not follow the row before it"),
        after("update refused_answer set previous = 'x' where number = 2"));
    assertEquals(
        new Verification.Broken(2, "of the refused answers, it is missing"),
        after("delete from refused_answer where number = 2"));
    after("delete from refused_answer where number = 3");
    assertEquals(
        new Verification.Broken(2, "of the refused answers, rows at the end are missing"),
        box.verify());
  }

  /// An answer stamped before the hour and committed after it is not missed by a reader after the
  /// hour.
  @Test
  void aReaderAfterTheHourWaitsForAnswersStampedBefore() throws Exception {
    CountDownLatch stamped = new CountDownLatch(1);
    CountDownLatch reading = new CountDownLatch(1);
    try (ExecutorService both = Executors.newThreadPerTaskExecutor(Thread::new)) {
      Future<Optional<String>> answer =
          both.submit(
              () ->
                  box.append(
                      "al",
                      Clock.fixed(NOON, ZoneOffset.UTC),
                      at -> new SealedAnswer(PACKAGE, new PartyId("AA"), at, "b", null),
                      (_, _) -> {
                        stamped.countDown();
                        await(reading);
                        return Optional.empty();
                      }));
      await(stamped);
      Future<List<SealedAnswer>> read =
          both.submit(
              () -> {
                reading.countDown();
                return box.listSettled(PACKAGE);
              });
      assertEquals(1, read.get().size());
      assertTrue(answer.get().isEmpty());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
