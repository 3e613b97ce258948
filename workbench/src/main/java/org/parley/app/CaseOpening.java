package org.parley.app;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.LoadProgress;
import org.parley.cli.team.ServeCommand.CannotServe;
import org.parley.web.view.StillReadingPage;
import org.parley.wording.Language;

/// The reading of a case that is to be served, on a thread of its own.
final class CaseOpening {

  /// How often the terminal says how far it is.
  static final Duration TOLD_AGAIN = Duration.ofSeconds(3);

  private static final long MEGA = 1_000_000;

  /// Reads the case.
  @FunctionalInterface
  interface Reading {
    void read(LoadProgress progress) throws IOException, CannotServe;
  }

  private final LoadProgress progress;
  private final Thread thread;
  private volatile @Nullable Throwable failure;

  private CaseOpening(Reading reading, LoadProgress progress) {
    this.progress = progress;
    Language language = Language.current();
    this.thread =
        Thread.ofPlatform()
            .name("opening")
            .daemon()
            .unstarted(() -> ScopedValue.where(Language.CURRENT, language).run(() -> run(reading)));
  }

  private void run(Reading reading) {
    try {
      reading.read(progress);
    } catch (IOException | CannotServe | RuntimeException | Error e) {
      failure = e;
    }
  }

  /// Begins to read, in the language of the caller.
  static CaseOpening begin(LoadProgress progress, Reading reading) {
    CaseOpening opening = new CaseOpening(reading, progress);
    opening.thread.start();
    return opening;
  }

  /// Whether it has ended, well or not.
  boolean hasEndedWithin(Duration time) throws IOException {
    try {
      return thread.join(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("while the case was read");
    }
  }

  /// Says how far it is, until it has ended.
  void tell(Consumer<String> line) throws IOException {
    String last = "";
    while (!hasEndedWithin(TOLD_AGAIN)) {
      StillReadingPage page = new StillReadingPage(progress.state());
      String now = page.words() + " (" + page.percent() + " %)";
      if (!now.equals(last)) {
        line.accept(now);
      }
      last = now;
    }
  }

  /// Throws what the reading threw, if it failed. It has ended.
  void check() throws IOException, CannotServe {
    switch (failure) {
      case null -> {}
      case CannotServe e -> throw e;
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case OutOfMemoryError _ ->
          throw new CannotServe(
              "Reading the case takes more memory than the "
                  + Runtime.getRuntime().maxMemory() / MEGA
                  + " MB of this program. Maybe give it more, with PARLEY_JAVA_OPTIONS=-Xmx6g.");
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }
}
