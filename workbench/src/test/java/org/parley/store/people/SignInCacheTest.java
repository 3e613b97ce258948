package org.parley.store.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.parley.store.JournalAwayException;
import org.parley.store.Unsound;
import org.parley.store.people.SignInCache.Held;

/// For how long the last answer of a database counts that does not answer any more.
class SignInCacheTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");
  private static final Duration BOUND = Duration.ofMinutes(15);
  private static final Account ANN = new Account("ann", "mediator", null, NOON);

  private final SignInCache remembered = new SignInCache();

  private static Optional<Held> away() {
    throw Unsound.away();
  }

  private Optional<Account> whileAway(Instant now) {
    return remembered.ask("secret", now, SignInCacheTest::away);
  }

  private void letIn(Instant until) {
    Supplier<Optional<Held>> database = () -> Optional.of(new Held(ANN, until));
    assertEquals(Optional.of(ANN), remembered.ask("secret", NOON, database));
  }

  @Test
  void itCountsForAQuarterOfAnHour() {
    letIn(Instant.MAX);
    assertEquals(Optional.of(ANN), whileAway(NOON));
    assertEquals(Optional.of(ANN), whileAway(NOON.plus(BOUND).minusNanos(1)));
    assertThrows(JournalAwayException.class, () -> whileAway(NOON.plus(BOUND)));
  }

  /// Asking while the database is away does not prolong it.
  @Test
  void itIsNotProlonged() {
    letIn(Instant.MAX);
    for (int minute = 1; minute < 15; minute++) {
      assertEquals(Optional.of(ANN), whileAway(NOON.plus(Duration.ofMinutes(minute))));
    }
    assertThrows(JournalAwayException.class, () -> whileAway(NOON.plus(BOUND)));
  }

  @Test
  void aSecretThatExpiresMeanwhileLetsNobodyIn() {
    Instant until = NOON.plusSeconds(60);
    letIn(until);
    assertEquals(Optional.of(ANN), whileAway(until.minusNanos(1)));
    assertThrows(JournalAwayException.class, () -> whileAway(until));
  }

  @Test
  void whatIsForgottenDoesNotCount() {
    letIn(Instant.MAX);
    remembered.forget("secret");
    assertThrows(JournalAwayException.class, () -> whileAway(NOON));
    letIn(Instant.MAX);
    remembered.forget();
    assertThrows(JournalAwayException.class, () -> whileAway(NOON));
    assertEquals(Optional.empty(), remembered.ask("secret", NOON, Optional::empty));
  }

  /// Ten thousand are remembered; then the one that was longest unused is not.
  @Test
  void theLongestUnusedIsForgottenFirst() {
    for (int each = 0; each < 10_000; each++) {
      Held held = new Held(ANN, Instant.MAX);
      remembered.ask("secret" + each, NOON, () -> Optional.of(held));
    }
    assertEquals(Optional.of(ANN), remembered.ask("secret0", NOON, SignInCacheTest::away));
    letIn(Instant.MAX);
    assertEquals(Optional.of(ANN), remembered.ask("secret0", NOON, SignInCacheTest::away));
    assertThrows(
        JournalAwayException.class, () -> remembered.ask("secret1", NOON, SignInCacheTest::away));
    assertEquals(Optional.of(ANN), remembered.ask("secret2", NOON, SignInCacheTest::away));
    assertEquals(Optional.of(ANN), whileAway(NOON));
  }
}
