package org.parley.store.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.store.Database;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;

/// What an outbox keeps, whichever database it is in.
@NullMarked
abstract class OutboxContract {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final String THING = "a".repeat(64);
  private static final String OTHER = "b".repeat(64);

  private final AtomicInteger made = new AtomicInteger();
  private Database database;
  private Outbox outbox;
  private NoticeSettings settings;

  abstract Database open() throws Exception;

  @BeforeEach
  void begin() throws Exception {
    reopen();
    TestAccounts.put(people(), "al", "delegation", "AA", "correct horse battery", NOON);
    settings.put(new NoticeSetting("al", "al@example.org", Cadence.AT_ONCE));
  }

  @AfterEach
  void end() {
    database.close();
  }

  private Accounts people() {
    return Accounts.of(database);
  }

  private void reopen() throws Exception {
    database = open();
    outbox = Outbox.of(database, () -> "id-" + made.incrementAndGet());
    settings = NoticeSettings.of(database);
  }

  private Notice claimed(Instant now) {
    return outbox.claim(now).orElseThrow();
  }

  @Test
  void aThingIsToldOnce() {
    assertTrue(outbox.offer("al", List.of(THING), NOON));
    assertFalse(outbox.offer("al", List.of(THING), NOON.plus(DAY)));
    assertTrue(outbox.offer("al", List.of(THING, OTHER), NOON.plus(DAY)));
    assertFalse(outbox.offer("al", List.of(), NOON.plus(DAY.multipliedBy(2))));
    outbox.done(claimed(NOON));
    outbox.done(claimed(NOON.plus(DAY)));
    assertEquals(Optional.empty(), outbox.claim(NOON.plus(DAY)));
    assertEquals(List.of(), outbox.listUndelivered());
  }

  @Test
  void whatComesSoonAfterIsToldTogether() {
    assertTrue(outbox.offer("al", List.of(THING), NOON));
    Instant soon = NOON.plusSeconds(10);
    assertFalse(outbox.offer("al", List.of(THING, OTHER), soon));
    assertTrue(outbox.offer("al", List.of(THING, OTHER), NOON.plus(Cadence.AT_ONCE.apart())));
  }

  @Test
  void aDailyRecipientIsToldOnceADay() {
    settings.put(new NoticeSetting("al", "al@example.org", Cadence.DAILY));
    assertTrue(outbox.offer("al", List.of(THING), NOON));
    assertFalse(outbox.offer("al", List.of(THING, OTHER), NOON.plus(DAY).minusSeconds(1)));
    assertTrue(outbox.offer("al", List.of(THING, OTHER), NOON.plus(DAY)));
  }

  @Test
  void nobodyIsToldUnasked() {
    TestAccounts.put(people(), "bo", "delegation", "BB", "correct horse battery", NOON);
    assertFalse(outbox.offer("bo", List.of(THING), NOON));
    settings.put(new NoticeSetting("bo", "bo@example.org", Cadence.NEVER));
    assertFalse(outbox.offer("bo", List.of(THING), NOON));
    assertEquals(List.of("al"), settings.list().stream().map(NoticeSetting::account).toList());
    assertFalse(settings.put(new NoticeSetting("nobody", "n@example.org", Cadence.DAILY)));
  }

  @Test
  void itSurvivesARestart() throws Exception {
    outbox.offer("al", List.of(THING), NOON);
    database.close();
    reopen();
    assertFalse(outbox.offer("al", List.of(THING), NOON.plus(DAY)));
    Notice notice = claimed(NOON);
    assertEquals("al@example.org", notice.address());
    assertEquals("id-1", notice.id());
  }

  /// The program ends between claim and answer: the notice may have arrived, and is sent again.
  @Test
  void whatWasBeingSentIsSentAgainWithItsId() throws Exception {
    outbox.offer("al", List.of(THING), NOON);
    claimed(NOON);
    database.close();
    reopen();
    Instant later = NOON.plus(Outbox.LEASE);
    outbox.tidy(later.minusSeconds(1), "stopped");
    assertEquals(Undelivered.State.SENDING, outbox.listUndelivered().getFirst().state());
    outbox.tidy(later, "stopped");
    Undelivered left = outbox.listUndelivered().getFirst();
    assertEquals(Undelivered.State.DUE, left.state());
    assertEquals("stopped", left.trouble());
    Notice again = claimed(later);
    assertEquals("id-1", again.id());
    assertEquals(2, again.attempts());
    assertEquals(1, made.get());
  }

  /// The program ends each time: after three attempts nobody is told again.
  @Test
  void whatMayHaveArrivedThreeTimesIsGivenUp() {
    outbox.offer("al", List.of(THING), NOON);
    Instant now = NOON;
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertEquals(attempt, claimed(now).attempts());
      now = now.plus(Outbox.LEASE);
      outbox.tidy(now, "stopped");
    }
    assertEquals(Undelivered.State.UNKNOWN, outbox.listUndelivered().getFirst().state());
    assertEquals(Optional.empty(), outbox.claim(now.plus(DAY)));
  }

  /// A server that hung over its lease says late that it failed, while another sends the notice.
  @Test
  void whatAnEarlierAttemptSaysLateChangesNothing() {
    outbox.offer("al", List.of(THING), NOON);
    Notice hung = claimed(NOON);
    Instant later = NOON.plus(Outbox.LEASE);
    outbox.tidy(later, "stopped");
    Notice again = claimed(later);
    outbox.retry(hung, "450 later", later);
    outbox.failed(hung, "550 no");
    outbox.uncertain(hung, "silence", later);
    assertEquals(Undelivered.State.SENDING, outbox.listUndelivered().getFirst().state());
    outbox.done(again);
    assertEquals(List.of(), outbox.listUndelivered());
  }

  @Test
  void aRefusedNoticeIsTriedAgainLessAndLess() {
    outbox.offer("al", List.of(THING), NOON);
    Instant now = NOON;
    List<Long> minutes = new ArrayList<>();
    for (int attempt = 1; attempt <= Outbox.MOST_ATTEMPTS; attempt++) {
      Notice notice = claimed(now);
      assertEquals(attempt, notice.attempts());
      outbox.retry(notice, "450 later", now);
      if (attempt < Outbox.MOST_ATTEMPTS) {
        Duration wait = Outbox.wait(attempt);
        assertEquals(Optional.empty(), outbox.claim(now.plus(wait).minusMillis(1)));
        minutes.add(wait.toMinutes());
        now = now.plus(wait);
      }
    }
    assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L), minutes);
    assertEquals(Optional.empty(), outbox.claim(now.plus(Duration.ofDays(30))));
    Undelivered given = outbox.listUndelivered().getFirst();
    assertEquals(Undelivered.State.FAILED, given.state());
    assertEquals("450 later", given.trouble());
    assertEquals("al", given.account());
  }

  @Test
  void aLongReasonIsCut() {
    outbox.offer("al", List.of(THING), NOON);
    outbox.failed(claimed(NOON), "x".repeat(10_000));
    assertEquals(300, outbox.listUndelivered().getFirst().trouble().length());
  }

  @Test
  void aRemovedAccountTakesItsNoticesAlong() {
    outbox.offer("al", List.of(THING), NOON);
    people().removeAccount(AccountEditor.OPERATOR, "al", NOON);
    assertEquals(Optional.empty(), outbox.claim(NOON));
    assertEquals(Optional.empty(), settings.find("al"));
  }

  @Test
  void theWebhookIsARecipientToo() {
    assertTrue(outbox.offer(null, List.of(THING), NOON));
    assertFalse(outbox.offer(null, List.of(THING), NOON.plus(DAY)));
    Notice notice = claimed(NOON);
    assertEquals(null, notice.account());
    assertEquals("", notice.address());
  }

  @Test
  void aHugeListIsOneNotice() {
    List<String> things =
        IntStream.range(0, 5_000)
            .mapToObj(each -> String.format(Locale.ROOT, "%064x", each))
            .toList();
    assertTrue(outbox.offer("al", things, NOON));
    assertFalse(outbox.offer("al", things, NOON.plus(DAY)));
    outbox.done(claimed(NOON));
    assertEquals(Optional.empty(), outbox.claim(NOON));
  }

  @Test
  void ofThoseGivenUpTheLatestAreKept() {
    for (int i = 0; i < Outbox.MOST_LISTED + 5; i++) {
      Instant now = NOON.plus(DAY.multipliedBy(i));
      outbox.offer("al", List.of(String.format(Locale.ROOT, "%064x", i)), now);
      outbox.failed(claimed(now), "550 no");
    }
    Instant end = NOON.plus(DAY.multipliedBy(1_000));
    outbox.tidy(end, "stopped");
    outbox.tidy(end, "stopped");
    List<Undelivered> kept = outbox.listUndelivered();
    assertEquals(Outbox.MOST_LISTED, kept.size());
    assertEquals(NOON.plus(DAY.multipliedBy(Outbox.MOST_LISTED + 4)), kept.getFirst().made());
  }

  /// Several servers look at once, and send at once: each thing is told, and sent, once.
  @Test
  void sideBySideEachNoticeIsMadeAndClaimedOnce() throws Exception {
    int servers = 6;
    try (ExecutorService threads = Executors.newFixedThreadPool(servers)) {
      assertEquals(1, count(threads, servers, () -> outbox.offer("al", List.of(THING), NOON)));
      assertEquals(1, count(threads, servers, () -> outbox.claim(NOON).isPresent()));
    }
  }

  private static int count(ExecutorService threads, int servers, Callable<Boolean> work)
      throws Exception {
    List<Future<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < servers; i++) {
      all.add(threads.submit(work));
    }
    int done = 0;
    for (Future<Boolean> each : all) {
      done += each.get() ? 1 : 0;
    }
    return done;
  }
}
