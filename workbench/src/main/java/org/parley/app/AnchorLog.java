package org.parley.app;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.parley.operate.LogFields;
import org.parley.operate.ServerLog;
import org.parley.store.Journal;
import org.parley.store.anchor.AnchorMaker;
import org.parley.store.anchor.AnchorPlan;
import org.parley.store.anchor.AnchorRefused;
import org.parley.store.anchor.AnchorSchedule;

/// Writes to the log what becomes of the anchors of a served journal.
final class AnchorLog implements AnchorSchedule.Listener {

  private AnchorLog() {}

  /// Begins to anchor a journal, if that is wanted.
  ///
  /// @param leads whether this server of several anchors
  static @Nullable AnchorSchedule begin(
      Journal journal, @Nullable AnchorPlan plan, Clock clock, BooleanSupplier leads) {
    return plan == null ? null : AnchorSchedule.open(journal, plan, clock, leads, new AnchorLog());
  }

  @Override
  public void made(AnchorMaker.MadeAnchor made) {
    ServerLog.info(
        LogFields.of("anchor")
            .with("entries", made.anchor().head().entries())
            .with("stamped", made.anchor().timeStamp() != null));
    if (made.trouble() != null) {
      ServerLog.warn(LogFields.of("no-time-stamp").with("reason", made.trouble()));
    }
  }

  /// The reason of a refusal names no record, so it is told.
  @Override
  public void failed(Exception why) {
    LogFields line = LogFields.of("anchor-failed");
    ServerLog.error(
        why instanceof AnchorRefused refused
            ? line.with("reason", refused.getMessage())
            : line.with(why));
  }
}
