package org.parley.reading.rules.stance;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.reading.SaidStance;

/// The stance of a clause on a subject.
///
/// @param stance the stance
/// @param share the degree, if stated in figures
/// @param condition its condition
/// @param key the token the stance rests on
/// @param confidence in percent
public record Judgement(
    SaidStance stance,
    @Nullable String share,
    @Nullable String condition,
    int key,
    int confidence) {

  /// A judgement without share and condition.
  public static Optional<Judgement> of(SaidStance stance, int key, int confidence) {
    return Optional.of(new Judgement(stance, null, null, key, confidence));
  }
}
