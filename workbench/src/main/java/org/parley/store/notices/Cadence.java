package org.parley.store.notices;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How often a recipient is told that something waits.
public enum Cadence {
  /// Never; the default.
  NEVER(Duration.ZERO),
  /// As soon as something new waits; what comes within five minutes after is told of together.
  AT_ONCE(Duration.ofMinutes(5)),
  /// Once a day at most.
  DAILY(Duration.ofDays(1));

  private final Duration apart;

  Cadence(Duration apart) {
    this.apart = apart;
  }

  /// The least time between two notices.
  public Duration apart() {
    return apart;
  }

  /// The word in forms and tables: `at-once`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The cadence of a word.
  public static Optional<Cadence> find(String word) {
    return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
