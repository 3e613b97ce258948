package org.parley.cli.team;

import org.jspecify.annotations.Nullable;
import org.parley.store.anchor.AnchorPlan;

/// How long views are kept, and where the journal is anchored.
///
/// @param viewDays for how many days the audit keeps views; null for as long as it is on record
/// @param anchors where the journal is anchored; null for nowhere
public record KeepingPlan(@Nullable Integer viewDays, @Nullable AnchorPlan anchors) {

  /// A server that says nothing of it.
  public static final KeepingPlan NONE = new KeepingPlan(null, null);
}
