package org.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.cipher.JournalKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley open CASE`: shows a case in the browser until it is stopped.
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = "Shows a case in the browser, on this machine only, until Ctrl-C.",
    footerHeading =
        "%nExit code 0: it was stopped. 66: no such folder. 69: the port is in use.%n%n",
    footer = {
      "Examples:",
      "  parley open                           the example case",
      "  parley open my-case                   pages follow the files as they change",
      "  parley open my-case --port 8080 --no-browser"
    })
public final class OpenCommand implements Callable<Integer> {

  /// Serves the pages.
  @FunctionalInterface
  public interface Workbench {

    /// Starts serving `folder`.
    ///
    /// @param port the port; 0 for the first free one
    /// @param key of the journal beside it; null if that is not encrypted
    /// @throws BindException if the port is in use
    Running serve(Path folder, int port, @Nullable JournalKey key) throws IOException;
  }

  /// Pages being served.
  public interface Running extends AutoCloseable {

    /// Where they are.
    URI address();

    /// Tells how far the case has been read, until it can be shown.
    ///
    /// @param line receives each line; none for a case that is read at once
    default void tellProgress(Consumer<String> line) throws IOException {}

    /// Waits until they are no longer served.
    void await() throws InterruptedException;

    @Override
    void close();
  }

  private final Workbench workbench;
  private final Consumer<URI> browser;
  private final Path example;

  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(
      paramLabel = "CASE",
      arity = "0..1",
      description = "The case folder; default: the example case.")
  private @Nullable Path folder;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Listen on this port. Default: 7171 or the next free one.")
  private int port;

  @Mixin private final JournalKeyOption key;

  @Option(names = "--no-browser", description = "Print the address and open no browser.")
  private boolean noBrowser;

  @Spec private @Nullable CommandSpec spec;

  /// A command that opens cases.
  ///
  /// @param workbench serves the pages
  /// @param browser opens an address, if possible
  /// @param example the default case
  /// @param environment the environment, which may hold the key of a journal
  public OpenCommand(
      Workbench workbench, Consumer<URI> browser, Path example, Map<String, String> environment) {
    this.workbench = workbench;
    this.browser = browser;
    this.example = example;
    this.key = new JournalKeyOption(environment);
  }

  @Override
  public Integer call() throws Exception {
    return language.run(this::serve);
  }

  private Integer serve() throws IOException, InterruptedException, JournalUnavailableException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    Path shown = folder != null ? folder : example;
    if (!Files.exists(shown)) {
      spec.commandLine()
          .getErr()
          .println(
              "There is no folder \"%s\". Maybe check the path, or begin a case there: parley new %s"
                  .formatted(shown, shown));
      return ExitCode.NO_INPUT;
    }
    if (!Files.isDirectory(shown)) {
      throw new NotDirectoryException(shown.toString());
    }
    if (port < 0 || port > 65_535) {
      spec.commandLine()
          .getErr()
          .println("--port is " + port + ". Maybe choose one from 1024 to 65535.");
      return ExitCode.USAGE;
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Running running = workbench.serve(shown, port, key.find(!Journal.isBesideFolder(shown)))) {
      out.println(shown + " is open at " + running.address() + " (Ctrl-C stops it)");
      out.flush();
      if (!noBrowser) {
        browser.accept(running.address());
      }
      running.tellProgress(
          line -> {
            out.println(line);
            out.flush();
          });
      running.await();
      return ExitCode.OK;
    } catch (BindException e) {
      spec.commandLine().getErr().println(String.valueOf(e.getMessage()));
      return ExitCode.UNAVAILABLE;
    }
  }
}
