package org.parley.cli.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ExitCode;
import org.parley.store.Contents;
import org.parley.store.FolderRecord;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `parley restore CASE --after N --to FOLDER`: writes the case as it was at any moment.
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Writes the case as it stood after an entry of its journal into a new folder.",
    footerHeading =
        "%nExit code 0: done. 1: the folder is not empty. 66: no such folder, or no journal yet. "
            + "69: in use.%n%n",
    footer = {
      "Examples:",
      "  parley restore my-case --to as-it-is-now",
      "  parley restore my-case --after 120 --to as-it-was"
    })
public final class RestoreCommand implements Callable<Integer> {

  @Mixin private final JournalArgument argument;

  @Option(
      names = "--after",
      paramLabel = "N",
      description = "The number of the entry. Default: the last.")
  private long after = Long.MAX_VALUE;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      required = true,
      description = "Where to write it: a folder that is empty or not there yet.")
  private @Nullable Path to;

  @Spec private @Nullable CommandSpec spec;

  /// @param environment the environment, which may hold the password of a database
  public RestoreCommand(Map<String, String> environment) {
    argument = new JournalArgument(environment);
  }

  @Override
  public Integer call() throws IOException, JournalUnavailableException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    Path target = Objects.requireNonNull(to);
    PrintWriter out = spec.commandLine().getOut();
    if (Files.exists(target) && !isEmpty(target)) {
      spec.commandLine()
          .getErr()
          .println("\"" + target + "\" is not empty. Maybe name a folder that is not there yet.");
      return ExitCode.PROBLEMS;
    }
    try (Journal journal = argument.openExisting(spec.commandLine().getErr())) {
      Snapshot snapshot = journal.snapshotAfter(after);
      Contents contents = snapshot.contents();
      if (contents.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(),
            "After entry " + after + " there was no case. Maybe name a later entry");
      }
      Map<String, String> files =
          snapshot.findCase().map(contents::filesWithSetAside).orElseGet(contents::files);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = target.resolve(file.getKey());
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, file.getValue());
      }
      FolderRecord.elsewhere(target, journal, argument.place()).remember(snapshot);
      out.println("Written to " + target + ".");
      List<String> aside =
          snapshot.findCase().stream()
              .flatMap(each -> each.setAside().stream())
              .map(each -> each.record().id().value())
              .distinct()
              .toList();
      if (!aside.isEmpty()) {
        out.println(OutcomePrinter.setAside(aside, target));
      }
      return ExitCode.OK;
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
