package org.parley.store.anchor;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.parley.store.Journal;

/// Anchors a journal that is served, on a thread of its own.
///
/// The file says when it was anchored last, so a restart makes none early. It looks once a minute
/// whether an anchor is due, and ten minutes after one failed.
public final class AnchorSchedule implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final Journal journal;
  private final AnchorPlan plan;
  private final InstantSource clock;
  private final BooleanSupplier leads;
  private final Listener listener;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /// Is told of anchors.
  public interface Listener {

    /// One was made.
    void made(AnchorMaker.MadeAnchor made);

    /// None is due.
    void upToDate();

    /// One could not be made.
    void failed(Exception why);
  }

  private AnchorSchedule(
      Journal journal,
      AnchorPlan plan,
      InstantSource clock,
      BooleanSupplier leads,
      Listener listener) {
    this.journal = journal;
    this.plan = plan;
    this.clock = clock;
    this.leads = leads;
    this.listener = listener;
    this.thread = Thread.ofPlatform().name("anchors").daemon().unstarted(this::run);
  }

  /// Begins to anchor a journal.
  ///
  /// @param leads whether this server of several anchors
  public static AnchorSchedule open(
      Journal journal,
      AnchorPlan plan,
      InstantSource clock,
      BooleanSupplier leads,
      Listener listener) {
    AnchorSchedule schedule = new AnchorSchedule(journal, plan, clock, leads, listener);
    schedule.thread.start();
    return schedule;
  }

  private void run() {
    try {
      boolean isOver = false;
      while (!isOver) {
        Duration pause = anchored() ? LOOK : AGAIN;
        isOver = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean anchored() throws InterruptedException {
    try {
      if (leads.getAsBoolean()) {
        AnchorMaker.makeIfDue(journal, plan, clock.instant())
            .ifPresentOrElse(listener::made, listener::upToDate);
      }
      return true;
    } catch (IOException | AnchorRefused | RuntimeException e) {
      listener.failed(e);
      return false;
    }
  }

  /// Finishes the anchor that is being made, if any. An interrupt would close the journal's file.
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
