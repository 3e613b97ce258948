package org.parley.cli.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.cli.CaseArgument;
import org.parley.cli.ExitCode;
import org.parley.cli.JournalKeyOption;
import org.parley.cli.LanguageOption;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.publication.PublicationException;
import org.parley.publication.PublicationFault;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley publish CASE FOLDER`: what the public may see, as a site of files.
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Writes what the public may see of a case as a static site: pages, tables, pictures, answers to"
          + " programs, and a search without a server.",
      "The folder is replaced as a whole if it holds an earlier publication, and refused if it holds"
          + " anything else."
    },
    footerHeading =
        "%nExit code 0: it was published. 1: the case has problems, or a page could not be made. 2: no"
            + " such address. 66: no such folder of a case. 73: the folder holds something else.%n%n",
    footer = {
      "Examples:",
      "  parley publish my-case site --at https://example.org/talks",
      "  parley publish my-case site --at https://example.org/talks --lang fr",
      "  parley verify-publication site"
    })
public final class PublishCommand implements Callable<Integer> {

  /// Makes a site of a case.
  @FunctionalInterface
  public interface Publishing {

    /// Makes and writes the site.
    ///
    /// @param view what the public may see
    /// @param journal of the case; null if it has none
    /// @param address where the site is published
    /// @param progress receives the number of files written so far
    Outcome publish(
        CaseView view,
        @Nullable Journal journal,
        Path folder,
        String address,
        LocalDate day,
        IntConsumer progress)
        throws IOException;
  }

  /// The result of a publication.
  ///
  /// @param files how many files
  /// @param state the hash of what the public may see
  /// @param digest of the manifest
  public record Outcome(int files, String state, String digest) {}

  private static final int STEP = 250;

  private final Publishing publishing;
  private final InstantSource clock;

  @Mixin private final CaseArgument argument = new CaseArgument();
  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(index = "1", paramLabel = "FOLDER", description = "Write the site here.")
  private Path folder = Path.of("");

  @Option(
      names = "--at",
      required = true,
      paramLabel = "ADDRESS",
      description =
          "Where it is published: https://example.org/talks. Citations and pictures name it.")
  private String address = "";

  @Mixin private final JournalKeyOption key;

  @Spec private @Nullable CommandSpec spec;

  /// @param publishing makes the site
  /// @param clock says on which day
  /// @param environment the environment, which may hold the key of a journal
  public PublishCommand(
      Publishing publishing, InstantSource clock, Map<String, String> environment) {
    this.publishing = publishing;
    this.clock = clock;
    this.key = new JournalKeyOption(environment);
  }

  @Override
  public Integer call() throws Exception {
    return language.run(this::publish);
  }

  private int publish() throws IOException {
    var line = Objects.requireNonNull(spec).commandLine();
    Optional<CaseView> view = argument.view(line, _ -> new Viewer.Public());
    if (view.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    try (Journal journal = journal(line.getErr())) {
      LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      Outcome done =
          publishing.publish(view.get(), journal, folder, address, day, progress(line.getErr()));
      print(done, journal, line.getOut());
      return ExitCode.OK;
    } catch (PublicationException e) {
      line.getErr().println(new Complaint(e.fault(), e.value()).sentence());
      return code(e.fault());
    }
  }

  private static int code(PublicationFault fault) {
    return switch (fault) {
      case FOLDER_HOLDS_SOMETHING_ELSE -> ExitCode.CANNOT_WRITE;
      case UNUSABLE_PUBLICATION_ADDRESS -> ExitCode.USAGE;
      case NO_MANIFEST, UNREADABLE_MANIFEST, PAGE_NOT_PUBLISHED -> ExitCode.PROBLEMS;
    };
  }

  /// The journal beside the folder; null if there is none.
  private @Nullable Journal journal(PrintWriter err) {
    Path own = argument.folder();
    try {
      return Journal.isBesideFolder(own)
          ? Journal.existing(key.on(DatabaseAddress.ofFile(Journal.besideFolder(own))))
          : null;
    } catch (JournalUnavailableException e) {
      err.println(e.getMessage());
      return null;
    }
  }

  private static IntConsumer progress(PrintWriter err) {
    int[] said = {0};
    return files -> {
      if (files >= said[0] + STEP) {
        said[0] = files;
        err.println(Messages.current().text("publish.progress", "files", files));
        err.flush();
      }
    };
  }

  private void print(Outcome done, @Nullable Journal journal, PrintWriter out) {
    Messages messages = Messages.current();
    out.println(messages.text("publish.done", "files", done.files(), "folder", folder));
    out.println(messages.text("publish.digest", "digest", done.digest()));
    out.println(messages.text("publish.state", "hash", done.state()));
    if (journal != null && journal.last() > 0) {
      journal
          .find(journal.last())
          .ifPresent(
              entry ->
                  out.println(
                      messages.text(
                          "publish.entry", "number", entry.number(), "hash", entry.hash())));
    }
  }
}
