package org.parley.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.parley.operate.LogFields;
import org.parley.operate.PartFinding;
import org.parley.operate.PartStatus;
import org.parley.operate.ServerLog;
import org.parley.operate.ServerPart;
import org.parley.operate.StatusBoard;
import org.parley.store.Journal;
import org.parley.store.anchor.AnchorMaker;
import org.parley.store.anchor.AnchorPlan;
import org.parley.store.anchor.AnchorRefused;
import org.parley.store.anchor.AnchorSchedule;

/// Writes to the log what becomes of the anchors of a served journal.
final class AnchorLog implements AnchorSchedule.Listener {

  private volatile boolean hasFailed;

  private AnchorLog() {}

  /// Begins to anchor a journal, if that is wanted.
  ///
  /// @param leads whether this server of several anchors
  static @Nullable AnchorSchedule begin(
      Journal journal,
      @Nullable AnchorPlan plan,
      Clock clock,
      BooleanSupplier leads,
      StatusBoard status) {
    if (plan == null) {
      status.watch(ServerPart.ANCHORS, PartFinding.NO_ANCHORS::found);
      return null;
    }
    AnchorLog log = new AnchorLog();
    status.watch(ServerPart.ANCHORS, () -> log.status(plan.file(), status));
    return AnchorSchedule.open(journal, plan, clock, leads, log);
  }

  private PartStatus status(Path file, StatusBoard board) {
    try {
      Instant last = hasFailed ? null : AnchorMaker.lastMade(file).orElse(null);
      return hasFailed
          ? PartFinding.ANCHOR_FAILED.found()
          : last == null
              ? PartFinding.NEVER_ANCHORED.found()
              : PartStatus.in(PartFinding.ANCHORED, board.daysSince(last));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void made(AnchorMaker.MadeAnchor made) {
    hasFailed = false;
    ServerLog.info(
        LogFields.of("anchor")
            .with("entries", made.anchor().head().entries())
            .with("stamped", made.anchor().timeStamp() != null));
    if (made.trouble() != null) {
      ServerLog.warn(LogFields.of("no-time-stamp").with("reason", made.trouble()));
    }
  }

  @Override
  public void upToDate() {
    hasFailed = false;
  }

  /// The reason of a refusal names no record, so it is told.
  @Override
  public void failed(Exception why) {
    hasFailed = true;
    LogFields line = LogFields.of("anchor-failed");
    ServerLog.error(
        why instanceof AnchorRefused refused
            ? line.with("reason", refused.getMessage())
            : line.with(why));
  }
}
