package org.parley.reading.rules;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.reading.SaidStance;

/// What a clause says of the state of something.
///
/// @param stance what is said
/// @param share how much, where it is said in figures
/// @param condition what it depends on
/// @param key the token the stance rests on
/// @param confidence in percent
record Judgement(
    SaidStance stance,
    @Nullable String share,
    @Nullable String condition,
    int key,
    int confidence) {

  /// A judgement without share and condition.
  static Optional<Judgement> of(SaidStance stance, int key, int confidence) {
    return Optional.of(new Judgement(stance, null, null, key, confidence));
  }
}
