package org.parley.cli.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.LoadResult;
import org.parley.casefile.ViewHash;
import org.parley.casefile.folder.CaseFolder;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.cli.ProblemPrinter;
import org.parley.model.Viewer;
import org.parley.publication.PublicationCheck;
import org.parley.publication.PublicationException;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley verify-publication FOLDER`: is a published site as it was published?
@Command(
    name = "verify-publication",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a published site without a server: every file against the digest in its manifest.",
      "With --case, says too whether the public may see the same of the case today."
    },
    footerHeading =
        "%nExit code 0: it holds. 1: it does not, or shows another state. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley verify-publication site",
      "  parley verify-publication site --case my-case"
    })
public final class VerifyPublicationCommand implements Callable<Integer> {

  private static final int MOST_LISTED = 20;

  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(index = "0", paramLabel = "FOLDER", description = "The published site.")
  private Path folder = Path.of("");

  @Option(names = "--case", paramLabel = "CASE", description = "The folder of the case.")
  private @Nullable Path source;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return language.run(this::verify);
  }

  private int verify() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try {
      PublicationCheck check = PublicationCheck.of(folder);
      print(check, out);
      boolean isSame = source == null || isOf(source, check, out);
      return check.holds() && isSame ? ExitCode.OK : ExitCode.PROBLEMS;
    } catch (PublicationException e) {
      out.println(new Complaint(e.fault(), e.value()).sentence());
      return ExitCode.PROBLEMS;
    }
  }

  private static void print(PublicationCheck check, PrintWriter out) {
    Messages messages = Messages.current();
    out.println(
        check.holds()
            ? messages.text(
                "publish.holds",
                "files",
                check.manifest().files().size() + 1,
                "day",
                check.manifest().published())
            : messages.text(
                "publish.differs",
                "changed",
                check.changed().size(),
                "missing",
                check.missing().size(),
                "added",
                check.added().size()));
    list("publish.changed", check.changed(), out);
    list("publish.missing", check.missing(), out);
    list("publish.added", check.added(), out);
    out.println(messages.text("publish.digest", "digest", check.digest()));
    out.println(messages.text("publish.state", "hash", check.manifest().state()));
  }

  private static void list(String key, List<String> files, PrintWriter out) {
    files.stream()
        .limit(MOST_LISTED)
        .forEach(each -> out.println("  " + Messages.current().text(key, "file", each)));
  }

  private boolean isOf(Path own, PublicationCheck check, PrintWriter out) throws IOException {
    Optional<String> now = state(own);
    if (now.isEmpty()) {
      return false;
    }
    boolean same = now.get().equals(check.manifest().state());
    out.println(
        same
            ? Messages.current().text("publish.same-state")
            : Messages.current().text("publish.other-state", "hash", now.get()));
    return same;
  }

  private Optional<String> state(Path own) throws IOException {
    return switch (CaseFolder.of(own).load()) {
      case LoadResult.Loaded loaded ->
          Optional.of(ViewHash.of(loaded.contents().viewFor(new Viewer.Public())));
      case LoadResult.Rejected rejected -> {
        var line = Objects.requireNonNull(spec).commandLine();
        new ProblemPrinter(line).print(rejected, line.getErr());
        yield Optional.empty();
      }
    };
  }
}
