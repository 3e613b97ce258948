package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.casefile.LoadResult;
import org.parley.model.Cases;
import org.parley.model.cases.Case;

/// What a journal promises, whatever database it lies in.
@NullMarked
abstract class JournalContract {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00.123456789Z");

  /// Opens the journal of this test; a second time, the same one.
  abstract Journal open() throws Exception;

  /// Runs a statement behind the journal's back.
  abstract void tamper(String statement) throws Exception;

  private static Change added(String id, String text) {
    return new Change("parties", id, null, text);
  }

  private static List<Entry> done(AppendResult<?> appended) {
    AppendResult.Done<?> done = assertInstanceOf(AppendResult.Done.class, appended);
    return done.entries();
  }

  @Test
  void whatIsRecordedIsThereAfterReopening() throws Exception {
    try (Journal journal = open()) {
      List<Entry> entries =
          done(
              journal.appendUnchecked(
                  List.of(added("AA", "a"), added("BB", "b")), "Ann", "why", NOON));
      assertEquals(List.of(1L, 2L), entries.stream().map(Entry::number).toList());
      assertEquals(Instant.parse("2025-12-28T12:00:00.123456Z"), entries.getFirst().at());
      assertEquals(entries.getFirst().hash(), entries.getLast().previous());
    }
    try (Journal journal = open()) {
      assertEquals("b", journal.contents().find("parties", "BB"));
      assertEquals("Ann", journal.find(2).orElseThrow().who());
      assertEquals(List.of(2L, 1L), journal.list(9, 5).stream().map(Entry::number).toList());
      assertEquals(List.of(1L), journal.listOf("AA").stream().map(Entry::number).toList());
    }
  }

  @Test
  void aChangeOfWhatOthersChangedIsAConflictAndNothingIsRecorded() throws Exception {
    try (Journal journal = open()) {
      done(journal.appendUnchecked(List.of(added("AA", "a")), "Ann", "why", NOON));
      AppendResult<?> late =
          journal.appendUnchecked(
              List.of(added("BB", "b"), new Change("parties", "AA", "old", "new")),
              "Ben",
              "why",
              NOON);
      AppendResult.Conflict<?> conflict = assertInstanceOf(AppendResult.Conflict.class, late);
      assertEquals("a", conflict.clashes().getFirst().current());
      assertEquals(1, conflict.clashes().size());
      assertEquals(1, journal.list(9, 9).size());
      assertFalse(journal.contents().changesTo(Contents.NONE).isEmpty());
    }
  }

  @Test
  void anEntryIsUndoneByAnother() throws Exception {
    try (Journal journal = open()) {
      done(journal.appendUnchecked(List.of(added("AA", "a")), "Ann", "why", NOON));
      done(
          journal.appendUnchecked(
              List.of(new Change("parties", "AA", "a", "a2")), "Ann", "better", NOON));
      List<Change> inverse = List.of(journal.find(2).orElseThrow().change().inverse());
      done(journal.appendUnchecked(inverse, "Ben", "Undoes entry 2.", NOON));
      assertEquals("a", journal.contents().find("parties", "AA"));
      assertInstanceOf(
          AppendResult.Conflict.class, journal.appendUnchecked(inverse, "Ben", "again", NOON));
      assertEquals("a2", journal.contentsAfter(2).find("parties", "AA"));
      assertInstanceOf(Verification.Intact.class, journal.verify(null));
    }
  }

  /// Entries are read in ranges: at their ends none is lost, none is read twice, and one that is
  /// missing shows.
  @Test
  void rangesOfEntriesJoinWithoutGaps() throws Exception {
    long end = Entries.READ_AT_ONCE;
    try (Journal journal = open()) {
      for (long begin = 0; begin <= end; begin += end) {
        List<Change> changes = new ArrayList<>();
        for (int i = 1; i <= end; i++) {
          String before = begin == 0 ? null : "text " + i;
          changes.add(new Change("parties", "P" + (i - 1), before, "text " + (begin + i)));
        }
        done(journal.appendUnchecked(changes, "Ann", "many", NOON));
      }
    }
    try (Journal journal = open()) {
      for (long number : List.of(end - 1, end, end + 1, 2 * end)) {
        assertEquals(
            "text " + number,
            journal.contentsAfter(number).find("parties", "P" + (number - 1) % end));
      }
      assertEquals("text " + (end + 1), journal.contents().find("parties", "P0"));
      assertEquals(
          2 * end, assertInstanceOf(Verification.Intact.class, journal.verify(null)).entries());
      done(journal.appendUnchecked(List.of(added("Q", "one more")), "Ann", "last", NOON));
      assertEquals(
          2 * end + 1, assertInstanceOf(Verification.Intact.class, journal.verify(null)).entries());
    }
    tamper("delete from entry where number = " + end);
    try (Journal journal = open()) {
      assertEquals(end, assertInstanceOf(Verification.Broken.class, journal.verify(null)).number());
    }
  }

  @Test
  void aCaseGoesInAndComesOutTheSameAtEveryMoment() throws Exception {
    List<Case> moments = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    try (Journal journal = open()) {
      for (int seed = 1; seed <= 6; seed++) {
        Case next = Cases.of(seed);
        AppendResult<?> appended = journal.record(next, "Ann", "version " + seed, NOON);
        moments.add(next);
        numbers.add(done(appended).getLast().number());
      }
      assertTrue(done(journal.record(moments.getLast(), "Ann", "again", NOON)).isEmpty());
      for (int i = 0; i < moments.size(); i++) {
        LoadResult.Loaded read =
            assertInstanceOf(LoadResult.Loaded.class, journal.contentsAfter(numbers.get(i)).read());
        assertEquals(moments.get(i), read.contents(), "version " + (i + 1));
        long first = i == 0 ? 1 : numbers.get(i - 1) + 1;
        for (long number = first; number <= numbers.get(i); number++) {
          Entry entry = journal.find(number).orElseThrow();
          assertEquals(numbers.get(i), journal.lastTogether(entry), "entry " + number);
        }
      }
      Verification.Intact intact =
          assertInstanceOf(Verification.Intact.class, journal.verify(null));
      assertEquals(numbers.getLast(), intact.entries());
      assertEquals(intact, journal.verify(intact.head()));
    }
  }

  @Test
  void whateverIsAlteredAfterwardsShows() throws Exception {
    try (Journal journal = open()) {
      for (int i = 1; i <= 5; i++) {
        done(journal.appendUnchecked(List.of(added("P" + i, "text " + i)), "Ann", "why", NOON));
      }
    }
    assertBroken(3, "update entry set text_after = 'forged' where number = 3");
    assertBroken(3, "update entry set text_after = 'text 3', who = 'Eve' where number = 3");
    tamper("update entry set who = 'Ann' where number = 3");
    assertBroken(4, "update entry set previous = hash where number = 4");
    try (Journal journal = open()) {
      String previous = journal.find(3).orElseThrow().hash();
      tamper("update entry set previous = '" + previous + "' where number = 4");
      assertInstanceOf(Verification.Intact.class, journal.verify(null));
    }
    assertBroken(5, "delete from entry where number = 5");
    assertBroken(2, "delete from entry where number = 2");
  }

  @Test
  void aLostEndShowsAgainstAHashNotedElsewhere() throws Exception {
    String noted;
    try (Journal journal = open()) {
      done(journal.appendUnchecked(List.of(added("AA", "a")), "Ann", "why", NOON));
      noted =
          done(journal.appendUnchecked(List.of(added("BB", "b")), "Ann", "why", NOON))
              .getLast()
              .hash();
    }
    tamper("delete from entry where number = 2");
    tamper("update head set number = 1, hash = (select hash from entry where number = 1)");
    try (Journal journal = open()) {
      assertInstanceOf(Verification.Intact.class, journal.verify(null));
      assertInstanceOf(Verification.Broken.class, journal.verify(noted));
    }
  }

  @Test
  void manyWritersLoseNothing() throws Exception {
    try (Journal journal = open();
        ExecutorService writers = Executors.newFixedThreadPool(20)) {
      List<Future<?>> all = new ArrayList<>();
      for (int writer = 0; writer < 20; writer++) {
        String who = "W" + writer;
        all.add(
            writers.submit(
                () -> {
                  for (int i = 0; i < 10; i++) {
                    done(
                        journal.appendUnchecked(
                            List.of(added(who + "-" + i, who)), who, "turn " + i, NOON));
                  }
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
      assertEquals(
          200, assertInstanceOf(Verification.Intact.class, journal.verify(null)).entries());
    }
  }

  @Test
  void anyTextIsKept() throws Exception {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder("'; drop table entry; -- \" \\ Київ \uD83D\uDD4A\n\t");
    while (text.length() < 100_000) {
      text.appendCodePoint(0x20 + random.nextInt(0x400));
    }
    try (Journal journal = open()) {
      done(
          journal.appendUnchecked(
              List.of(added("AA", text.toString())), "Ann", "x".repeat(5_000), NOON));
    }
    try (Journal journal = open()) {
      assertEquals(text.toString(), journal.contents().find("parties", "AA"));
      assertEquals(2_000, journal.find(1).orElseThrow().why().length());
      assertInstanceOf(Verification.Intact.class, journal.verify(null));
    }
  }

  private void assertBroken(long number, String statement) throws Exception {
    tamper(statement);
    try (Journal journal = open()) {
      @Nullable String noted = null;
      Verification.Broken broken =
          assertInstanceOf(Verification.Broken.class, journal.verify(noted), statement);
      assertEquals(number, broken.number(), statement + ": " + broken.what());
    }
  }
}
