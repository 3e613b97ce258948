package org.parley.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// An attempt is bound to the browser that keeps its secret, and to its time.
@NullMarked
class SignInAttemptTest {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void itIsFoundByItsSecretForTenMinutes() {
    SignInAttempt attempt = SignInAttempt.begin(NOW);
    Optional<SignInAttempt> same = Optional.of(attempt);
    assertEquals(same, SignInAttempt.find(attempt.secret(), NOW));
    assertEquals(same, SignInAttempt.find(attempt.secret(), NOW.plus(SignInAttempt.LONGEST)));
    Instant later = NOW.plus(SignInAttempt.LONGEST).plus(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), SignInAttempt.find(attempt.secret(), later));
    Instant before = NOW.minusSeconds(1);
    assertEquals(Optional.empty(), SignInAttempt.find(attempt.secret(), before));
    for (String each : List.of("", "a.1", attempt.secret() + "0000", "=".repeat(43) + ".1")) {
      assertEquals(Optional.empty(), SignInAttempt.find(each, NOW), each);
    }
  }

  /// A secret that is given another time is another attempt: its answer does not fit.
  @Test
  void itsTimeIsPartOfIt() {
    SignInAttempt attempt = SignInAttempt.begin(NOW);
    String longer = attempt.secret().replaceAll("\\.\\d+$", "." + (NOW.getEpochSecond() + 600));
    SignInAttempt other =
        SignInAttempt.find(longer, NOW.plus(Duration.ofMinutes(15))).orElseThrow();
    assertFalse(Provider.isAnswerTo(other, Map.of("state", List.of(attempt.state()))));
    assertTrue(Provider.isAnswerTo(attempt, Map.of("state", List.of(attempt.state()))));
    assertFalse(
        Provider.isAnswerTo(attempt, Map.of("state", List.of(attempt.state(), attempt.state()))));
  }

  @Test
  void noneOfItsPartsTellsAnother() {
    SignInAttempt attempt = SignInAttempt.begin(NOW);
    assertEquals(
        5,
        Set.of(attempt.secret(), attempt.state(), attempt.nonce(), attempt.verifier(), attempt.id())
            .size());
    assertEquals(43, attempt.verifier().length(), "as PKCE asks");
  }
}
