package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.store.TestTimeStampAuthority.Manner;
import org.parley.store.anchor.AnchorCheck;
import org.parley.store.anchor.AnchorKey;
import org.parley.store.anchor.AnchorMaker;
import org.parley.store.anchor.AnchorPlan;
import org.parley.store.anchor.AnchorRefused;
import org.parley.store.anchor.AnchorSchedule;
import org.parley.store.anchor.AnchorSigner;
import org.parley.store.anchor.TimeStamps;
import org.parley.store.people.AccessRecord;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;

/// Who rules the database recomputes every hash, cuts the end off, or changes the file of anchors.
/// Without the key of the anchors each is found out.
@NullMarked
@Timeout(120)
class AnchorAttackTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");
  private static final Instant NEXT_DAY = NOON.plus(Duration.ofDays(1));

  @TempDir private Path folder;
  private Path anchors = Path.of("anchors");
  private Path secret = Path.of("key");
  private List<AnchorKey> trusted = List.of();

  @BeforeEach
  void makeKey() throws Exception {
    anchors = folder.resolve("anchors");
    secret = folder.resolve("key");
    trusted = List.of(AnchorSigner.create(secret));
  }

  /// A journal with an entry for each source, in order.
  private Journal journal(String name, String... sources) throws Exception {
    Journal journal = Journal.inFile(folder.resolve(name));
    for (String each : sources) {
      add(journal, each);
    }
    return journal;
  }

  private static void add(Journal journal, String source) {
    journal.appendUnchecked(
        List.of(new Change("sources", source, null, "- {id: " + source + "}")), "Ann", "", NOON);
  }

  private AnchorPlan plan(@Nullable URI authority) {
    return new AnchorPlan(anchors, secret, Duration.ofHours(1), authority);
  }

  private void anchor(Journal journal) throws Exception {
    assertNull(AnchorMaker.make(journal, plan(null), NOON).trouble());
  }

  private AnchorCheck.AnchorReport look(Journal journal, Path... certificates) throws Exception {
    return AnchorCheck.of(
        journal,
        Accounts.of(journal.database()),
        anchors,
        trusted,
        TimeStamps.trusting(List.of(certificates)));
  }

  /// The names of what is found, line by line.
  private List<String> found(Journal journal) throws Exception {
    return look(journal).lines().stream()
        .map(each -> each.finding().getClass().getSimpleName())
        .toList();
  }

  private List<String> lines() throws Exception {
    return new ArrayList<>(Files.readAllLines(anchors));
  }

  @Test
  void whatIsAddedLaterLeavesAnchorsAsTheyAre() throws Exception {
    try (Journal journal = journal("j", "a", "b");
        Accounts accounts = Accounts.of(journal.database())) {
      anchor(journal);
      TestAccounts.put(accounts, "ann", "mediator", null, "correct horse battery", NOON);
      add(journal, "c");
      anchor(journal);
      add(journal, "d");
      AnchorCheck.AnchorReport report = look(journal);
      assertTrue(report.holds(), report.toString());
      assertEquals(4, report.entries());
      assertEquals(List.of("Holds", "Holds"), found(journal));
      assertFalse(Files.readString(anchors).contains("source"), "no word of the case");
    }
  }

  @Test
  void aRewrittenJournalIsFoundThoughItsOwnChainHolds() throws Exception {
    try (Journal journal = journal("j", "a")) {
      anchor(journal);
      add(journal, "b");
      add(journal, "c");
      anchor(journal);
    }
    try (Journal other = journal("k", "a", "B", "c", "d")) {
      assertInstanceOf(Verification.Intact.class, other.verify(null));
      assertEquals(List.of("Holds", "Rewritten"), found(other));
      AnchorRefused refused =
          assertThrows(AnchorRefused.class, () -> AnchorMaker.make(other, plan(null), NOON));
      assertTrue(String.valueOf(refused.getMessage()).contains("was rewritten or cut"));
      assertEquals(2, lines().size());
    }
  }

  /// The hashes that are kept are the old ones, but a text is another.
  @Test
  void anAlteredEntryUndoesTheAnchorsAfterIt() throws Exception {
    try (Journal journal = journal("j", "a")) {
      anchor(journal);
      add(journal, "b");
      add(journal, "c");
      anchor(journal);
      journal
          .database()
          .atomically(handle -> handle.execute("update entry set who = 'Ben' where number = 2"));
      assertInstanceOf(Verification.Broken.class, look(journal).journal());
      assertEquals(List.of("Holds", "Rewritten"), found(journal));
    }
  }

  @Test
  void aTruncatedJournalIsFound() throws Exception {
    try (Journal journal = journal("j", "a")) {
      anchor(journal);
      add(journal, "b");
      anchor(journal);
    }
    try (Journal cut = journal("k", "a")) {
      assertInstanceOf(Verification.Intact.class, cut.verify(null));
      assertEquals(List.of("Holds", "Truncated"), found(cut));
    }
  }

  @Test
  void aReplayedAnchorOfAnotherCaseIsFound() throws Exception {
    try (Journal journal = journal("j", "a", "b");
        Journal other = journal("k", "x", "y", "z")) {
      anchor(journal);
      assertEquals(List.of("OtherJournal"), found(other));
      assertThrows(AnchorRefused.class, () -> AnchorMaker.make(other, plan(null), NOON));
    }
  }

  @Test
  void theFileOfAnchorsCannotBeChanged() throws Exception {
    try (Journal journal = journal("j", "a")) {
      for (String each : List.of("b", "c", "d")) {
        anchor(journal);
        add(journal, each);
      }
      List<String> all = lines();
      Files.write(anchors, List.of(all.get(0), all.get(2)));
      assertEquals(List.of("Holds", "OutOfOrder"), found(journal), "removed");
      Files.write(anchors, List.of(all.get(1), all.get(0), all.get(2)));
      assertEquals(List.of("OutOfOrder", "OutOfOrder", "OutOfOrder"), found(journal), "swapped");
      Files.write(anchors, List.of(all.get(0).replace("\"entry\":1", "\"entry\":2")));
      assertEquals(List.of("Forged"), found(journal), "another number");
      Files.write(anchors, List.of(all.get(0).replace("\"made\":\"2025", "\"made\":\"2024")));
      assertEquals(List.of("Forged"), found(journal), "another moment");
      Files.write(anchors, List.of(all.get(0), "{\"format\":\"parley-anchor-1\"", "[]"));
      assertEquals(List.of("Holds", "Unreadable", "Unreadable"), found(journal));
      Files.write(anchors, List.of("x".repeat(1 << 17)));
      assertEquals(List.of("Unreadable"), found(journal), "a long line");
      Files.write(anchors, List.of("[".repeat(30_000)));
      assertEquals(List.of("Unreadable"), found(journal), "a deep line");
    }
  }

  @Test
  void anotherKeyProvesNothing() throws Exception {
    List<AnchorKey> known = trusted;
    try (Journal journal = journal("j", "a", "b")) {
      secret = folder.resolve("other");
      AnchorKey own = AnchorSigner.create(secret);
      anchor(journal);
      assertEquals(List.of("UnknownKey"), found(journal));
      Files.write(
          anchors,
          List.of(lines().getFirst().replace(own.fingerprint(), known.getFirst().fingerprint())));
      assertEquals(List.of("Forged"), found(journal));
      trusted = List.of(known.getFirst(), own);
      assertEquals(
          List.of("Forged"), found(journal), "a key that is trusted signed, but is not named");
    }
  }

  @Test
  void anAuditThatWasCutIsFoundAndOldViewsMayGo() throws Exception {
    try (Journal journal = journal("j", "a");
        Accounts accounts = Accounts.of(journal.database())) {
      AccessRecord view = new AccessRecord(NOON, "al", "delegation", "GET", "/", 200);
      accounts.note(List.of(view, view.withAddress("/claims")), NOON);
      accounts.flush();
      anchor(journal);
      accounts.dropOld(NOON.plus(Duration.ofDays(500)));
      AnchorCheck.AnchorReport report = look(journal);
      assertTrue(report.holds(), report.toString());
      assertEquals(1, accounts.listSeen(null, Long.MAX_VALUE, 9).size(), "the views are gone");
      journal
          .database()
          .atomically(
              handle -> {
                handle.execute("delete from audit");
                return handle.execute("update audit_head set number = 0, hash = ?", "0".repeat(64));
              });
      assertEquals(List.of("AuditRewritten"), found(journal));
    }
  }

  @Test
  void aLineThatWasCutShortIsToldAndFollowed() throws Exception {
    try (Journal journal = journal("j", "a")) {
      anchor(journal);
      Files.writeString(anchors, "{\"format\":\"parl", StandardOpenOption.APPEND);
      anchor(journal);
      assertEquals(List.of("Holds", "Unreadable", "Holds"), found(journal));
      Files.writeString(anchors, "nothing");
      assertThrows(AnchorRefused.class, () -> AnchorMaker.make(journal, plan(null), NOON));
      assertEquals("nothing", Files.readString(anchors));
    }
    try (Journal empty = journal("k")) {
      assertThrows(AnchorRefused.class, () -> AnchorMaker.make(empty, plan(null), NOON));
    }
  }

  @Test
  void aTimeStampProvesWhenAndForgedOnesProveNothing() throws Exception {
    try (Journal journal = journal("j", "a");
        TestTimeStampAuthority authority = new TestTimeStampAuthority(NEXT_DAY);
        TestTimeStampAuthority stranger = new TestTimeStampAuthority(NEXT_DAY)) {
      assertNull(AnchorMaker.make(journal, plan(authority.address()), NOON).trouble());
      anchor(journal);
      Path issuer = authority.issuerIn(folder);
      assertEquals(
          List.of(
              new TimeStamps.StampFinding.Proved(NEXT_DAY, "CN=Time"),
              new TimeStamps.StampFinding.None()),
          stamps(journal, issuer));
      assertEquals(
          new TimeStamps.StampFinding.Untrusted(NEXT_DAY, "CN=Time"), stamps(journal).getFirst());
      assertEquals(
          new TimeStamps.StampFinding.Untrusted(NEXT_DAY, "CN=Time"),
          stamps(journal, stranger.issuerIn(folder)).getFirst());
      assertTrue(look(journal).holds());
      authority.issuerIn(folder);
      assertEquals(1, look(journal, issuer).lastProved().orElseThrow().number());

      List<String> all = lines();
      String stamp = all.get(0).replaceAll(".*\"timeStamp\":\"([^\"]+)\".*", "$1");
      Files.write(
          anchors,
          List.of(all.get(0), all.get(1).replace("}", ",\"timeStamp\":\"" + stamp + "\"}")));
      assertEquals(new TimeStamps.StampFinding.Wrong(), stamps(journal, issuer).getLast(), "moved");
      assertFalse(look(journal).holds());
      int middle = stamp.length() - 40;
      char other = stamp.charAt(middle) == 'A' ? 'B' : 'A';
      Files.write(
          anchors,
          List.of(
              all.get(0)
                  .replace(
                      stamp, stamp.substring(0, middle) + other + stamp.substring(middle + 1))));
      assertEquals(
          new TimeStamps.StampFinding.Wrong(), stamps(journal, issuer).getFirst(), "altered");
      Files.write(anchors, List.of(all.get(0).replace(stamp, "AAAA")));
      assertEquals(
          new TimeStamps.StampFinding.Wrong(), stamps(journal, issuer).getFirst(), "garbage");
    }
  }

  private List<TimeStamps.StampFinding> stamps(Journal journal, Path... certificates)
      throws Exception {
    return look(journal, certificates).lines().stream().map(AnchorCheck.Line::stamp).toList();
  }

  @Test
  void anAuthorityThatFailsCostsTheTimeStampAlone() throws Exception {
    try (Journal journal = journal("j", "a");
        TestTimeStampAuthority authority = new TestTimeStampAuthority(NEXT_DAY)) {
      for (Manner each : Manner.values()) {
        AnchorMaker.MadeAnchor made =
            AnchorMaker.make(journal, plan(authority.answering(each).address()), NOON);
        assertEquals(each == Manner.HONEST, made.trouble() == null, each + " " + made.trouble());
        assertEquals(each == Manner.HONEST, made.anchor().timeStamp() != null, each.name());
      }
      assertTrue(
          String.valueOf(
                  AnchorMaker.make(journal, plan(URI.create("http://127.0.0.1:1/")), NOON)
                      .trouble())
              .contains("cannot be reached"));
      assertTrue(look(journal).holds());
    }
  }

  @Test
  void aServedJournalIsAnchoredOnceItIsDue() throws Exception {
    try (Journal journal = journal("j", "a")) {
      List<String> told = new CopyOnWriteArrayList<>();
      serve(journal, NOON, told, 1);
      serve(journal, NOON.plus(Duration.ofMinutes(59)), told, 1);
      add(journal, "b");
      serve(journal, NOON.plus(Duration.ofMinutes(59)), told, 1);
      serve(journal, NOON.plus(Duration.ofHours(1)), told, 2);
      serve(journal, NOON.plus(Duration.ofHours(9)), told, 2);
      assertEquals(List.of("1", "2"), told);
      Files.delete(secret);
      add(journal, "c");
      try (AnchorSchedule _ = schedule(journal, NOON.plus(Duration.ofHours(9)), told, true)) {
        Eventually.holds("a failure", () -> told.getLast().contains("cannot be read"));
      }
    }
  }

  /// A schedule looks once at least before it is closed.
  private void serve(Journal journal, Instant now, List<String> told, int anchored)
      throws Exception {
    schedule(journal, now, told, true).close();
    schedule(journal, now, told, false).close();
    assertEquals(anchored, lines().size());
  }

  private AnchorSchedule schedule(Journal journal, Instant now, List<String> told, boolean leads) {
    return AnchorSchedule.open(
        journal,
        plan(null),
        () -> now,
        () -> leads,
        new AnchorSchedule.Listener() {
          @Override
          public void made(AnchorMaker.MadeAnchor made) {
            told.add(made.anchor().head().entries() + "");
          }

          @Override
          public void upToDate() {}

          @Override
          public void failed(Exception why) {
            told.add(String.valueOf(why.getMessage()));
          }
        });
  }

  /// Two programs append at once: every line follows the one before.
  @Test
  void anchorsTakeTurns() throws Exception {
    try (Journal journal = journal("j", "a")) {
      List<Thread> threads =
          IntStream.range(0, 4)
              .mapToObj(
                  _ ->
                      Thread.ofPlatform()
                          .start(
                              () -> {
                                try {
                                  anchor(journal);
                                } catch (Exception e) {
                                  throw new IllegalStateException(e);
                                }
                              }))
              .toList();
      for (Thread each : threads) {
        each.join();
      }
      assertEquals(4, lines().size());
      assertTrue(look(journal).holds());
    }
  }
}
