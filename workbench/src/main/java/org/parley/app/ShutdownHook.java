package org.parley.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.parley.cli.watch.WatchCommand;

/// Lets a long-running command print its final output: termination by Ctrl-C or a signal waits for
/// it, with a timeout.
final class ShutdownHook implements WatchCommand.Pause {

  private static final int PATIENCE_SECONDS = 10;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch reached = new CountDownLatch(1);

  @Override
  public void begin() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::await));
  }

  @Override
  public boolean next() throws InterruptedException {
    return !asked.await(1, TimeUnit.SECONDS);
  }

  /// The command has said all.
  void reach() {
    reached.countDown();
  }

  private void await() {
    asked.countDown();
    try {
      reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
