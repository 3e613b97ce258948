package org.parley.app;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.LoadProgress;
import org.parley.cli.OpenCommand;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.intake.Texts;
import org.parley.newsfeed.FeedShelf;
import org.parley.newsfeed.NewsWatch;
import org.parley.store.FolderJournal;
import org.parley.store.cipher.JournalKey;
import org.parley.web.CasePreparation;
import org.parley.web.PortTaken;
import org.parley.web.WebServer;
import org.parley.web.service.FolderCaseService;
import org.parley.web.view.StillReadingPage;

/// The pages of a case folder, served on this machine as its mediator sees them.
final class LocalWorkbench implements OpenCommand.Running {

  /// A case that is read within this time is shown without a page that says how far it is.
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final WebServer server;
  private final FolderJournal journal;
  private final NewsWatch feeds;
  private final CaseOpening reading;
  private final CountDownLatch closed = new CountDownLatch(1);

  private LocalWorkbench(
      WebServer server, FolderJournal journal, NewsWatch feeds, CaseOpening reading) {
    this.server = server;
    this.journal = journal;
    this.feeds = feeds;
    this.reading = reading;
  }

  /// Starts serving a case, and loads it in the background: until then, every page shows the
  /// progress. Stops with the program.
  ///
  /// @param environment the configuration of the reader
  static LocalWorkbench serve(Path folder, int port, Map<String, String> environment)
      throws IOException {
    return serve(folder, port, null, environment);
  }

  /// The same with the key of the journal; null if it is not encrypted.
  static LocalWorkbench serve(
      Path folder, int port, @Nullable JournalKey key, Map<String, String> environment)
      throws IOException {
    NewsWatch feeds = NewsWatch.of(FeedShelf.of(environment, folder), InstantSource.system());
    Texts texts;
    try {
      texts = ReadingSettings.onThisMachine(environment).withFeeds(feeds);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
    FolderJournal journal =
        new FolderJournal(
            folder, key, System.getProperty("user.name", "unknown"), Clock.systemUTC());
    ReferenceShelf shelf = ReferenceShelf.of(environment);
    FolderCaseService service = new FolderCaseService(folder, journal);
    LoadProgress progress = new LoadProgress();
    Runnable first = service.reading(progress, CasePreparation::prepare);
    CaseOpening reading = CaseOpening.begin(progress, _ -> first.run());
    try {
      LocalWorkbench running =
          new LocalWorkbench(
              port == 0
                  ? WebServer.start(service, texts, shelf)
                  : WebServer.start(service, texts, shelf, port),
              journal,
              feeds,
              reading);
      Runtime.getRuntime().addShutdownHook(new Thread(running::close));
      var _ = reading.hasEndedWithin(SHORT);
      return running;
    } catch (PortTaken e) {
      journal.close();
      BindException taken = new BindException(String.valueOf(e.getMessage()));
      taken.initCause(e);
      throw taken;
    }
  }

  @Override
  public void tellProgress(Consumer<String> line) throws IOException {
    if (!reading.hasEndedWithin(Duration.ZERO)) {
      reading.tell(line);
      line.accept("The case has been read.");
      tellRecording(line);
    }
  }

  private void tellRecording(Consumer<String> line) throws IOException {
    try {
      while (!journal.hasRecordedWithin(CaseOpening.TOLD_AGAIN)) {
        journal.recording().ifPresent(now -> line.accept(new StillReadingPage(now).words()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits until the case has been read, or could not be.
  void awaitCase() throws IOException {
    var _ = reading.hasEndedWithin(Duration.ofDays(1));
  }

  @Override
  public URI address() {
    return server.address();
  }

  @Override
  public void await() throws InterruptedException {
    closed.await();
  }

  @Override
  public void close() {
    feeds.close();
    server.close();
    journal.close();
    closed.countDown();
  }
}
