package org.parley.app;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.parley.cli.OpenCommand;
import org.parley.intake.Texts;
import org.parley.store.FolderJournal;
import org.parley.web.PortTaken;
import org.parley.web.WebServer;
import org.parley.web.desk.FolderDesk;
import org.parley.web.desk.Visitor;

/// The pages of a case folder, served on this machine as its mediator sees them.
final class LocalWorkbench implements OpenCommand.Running {

  private final WebServer server;
  private final FolderJournal journal;
  private final CountDownLatch closed = new CountDownLatch(1);

  private LocalWorkbench(WebServer server, FolderJournal journal) {
    this.server = server;
    this.journal = journal;
  }

  /// Reads the case and starts serving it; stops when the program is told to end.
  ///
  /// @param environment says how texts are read
  static OpenCommand.Running serve(Path folder, int port, Map<String, String> environment)
      throws IOException {
    Texts texts;
    try {
      texts = ReadingSettings.onThisMachine(environment);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
    FolderJournal journal =
        new FolderJournal(folder, System.getProperty("user.name", "unknown"), Clock.systemUTC());
    FolderDesk desk = new FolderDesk(folder, journal);
    desk.read(Visitor.mediator(System.getProperty("user.name", "unknown")));
    try {
      LocalWorkbench running =
          new LocalWorkbench(
              port == 0 ? WebServer.start(desk, texts) : WebServer.start(desk, texts, port),
              journal);
      Runtime.getRuntime().addShutdownHook(new Thread(running::close));
      return running;
    } catch (PortTaken e) {
      journal.close();
      BindException taken = new BindException(String.valueOf(e.getMessage()));
      taken.initCause(e);
      throw taken;
    }
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
    server.close();
    journal.close();
    closed.countDown();
  }
}
