package org.parley.cli.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.cli.ExitCode;
import org.parley.model.cases.Case;
import org.parley.store.Entry;
import org.parley.store.FolderRecord;
import org.parley.store.FolderRecord.Outcome;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.Undo;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley undo CASE N`: takes an entry of the journal back by another.
@Command(
    name = "undo",
    mixinStandardHelpOptions = true,
    description =
        "Reverts an entry of the journal in the files of the case, and records that as another "
            + "entry.",
    footerHeading =
        "%nExit code 0: done, also where nothing was left to undo. 1: it cannot be undone as it "
            + "stands, or there is no such entry; nothing was changed. 66: no such folder, or no "
            + "journal yet. 69: in use.%n%n",
    footer = {
      "Examples:",
      "  parley history my-case",
      "  parley undo my-case 120 --why \"Read the communique wrongly.\"",
      "  parley undo my-case 120 --keep c17/quote    leave what was changed again since"
    })
public final class UndoCommand extends JournalChange {

  @Parameters(index = "1", paramLabel = "N", description = "The number of the entry.")
  private long number;

  @Option(
      names = "--keep",
      paramLabel = "FIELD",
      description = "Keep a field that was changed again since. May be given several times.")
  private List<String> keep = List.of();

  @Option(names = "--overwrite", description = "Revert fields that were changed again since, too.")
  private boolean overwrite;

  /// A command that records by this clock.
  ///
  /// @param environment the environment, which may hold the password of a database
  public UndoCommand(Clock clock, Map<String, String> environment) {
    super(clock, environment);
  }

  @Override
  int change(Journal journal, CommandLine line) throws IOException, JournalUnavailableException {
    PrintWriter out = line.getOut();
    PrintWriter err = line.getErr();
    Path folder = argument().folder();
    if (!(CaseFolder.of(folder).load() instanceof LoadResult.Loaded found)) {
      err.println("The case has problems. Maybe see parley check first. Nothing was changed.");
      return ExitCode.PROBLEMS;
    }
    Instant at = now();
    FolderRecord record = argument().recordIn(journal);
    Outcome outcome =
        record.record(found, signature().who(), "Changed in the files of the folder.", at);
    if (!(outcome instanceof Outcome.Done(_, _, _, _, LoadResult.Loaded loaded))) {
      int code = new OutcomePrinter(line, folder).print(outcome);
      err.println("Nothing was undone. Maybe see parley record --help first.");
      return code;
    }
    Optional<Entry> entry = journal.find(number);
    if (entry.isEmpty()) {
      err.println("There is no entry " + number + ". Maybe see parley history.");
      return ExitCode.PROBLEMS;
    }
    Set<String> kept = new LinkedHashSet<>(keep);
    Case now = loaded.contents();
    Undo undo = Undo.of(List.of(entry.get()), now.info(), now.records(), kept);
    List<Undo.Clash> open =
        undo.clashes().stream().filter(each -> !kept.contains(each.name())).toList();
    if (!undo.problems().isEmpty() || (!open.isEmpty() && !overwrite)) {
      undo.problems().forEach(err::println);
      for (Undo.Clash clash : open) {
        err.println(
            clash.name()
                + " was changed again since. Maybe --keep "
                + clash.name()
                + " leaves it, or --overwrite takes it back as well");
      }
      return ExitCode.PROBLEMS;
    }
    if (undo.edits().isEmpty()) {
      out.println("Nothing is left to undo of entry " + number + ".");
      return ExitCode.OK;
    }
    return save(record, loaded, undo, at, line);
  }

  private int save(
      FolderRecord record, LoadResult.Loaded loaded, Undo undo, Instant at, CommandLine line)
      throws IOException {
    Path folder = argument().folder();
    return switch (CaseFolder.of(folder).edit(loaded, undo.edits())) {
      case EditResult.Refused(List<CaseProblem> problems) -> {
        problems.forEach(line.getErr()::println);
        line.getErr().println("Nothing was changed.");
        yield ExitCode.PROBLEMS;
      }
      case EditResult.Saved(LoadResult.Loaded after, List<String> files) -> {
        String reason = signature().reasonAfter("Undoes entry " + number + ".");
        Outcome outcome = record.record(after, signature().who(), reason, at);
        if (outcome instanceof Outcome.Done(List<Entry> entries, _, _, _, _)
            && !entries.isEmpty()) {
          line.getOut()
              .println(
                  "Entry "
                      + number
                      + " is undone by entry "
                      + entries.getLast().number()
                      + ". Changed: "
                      + String.join(", ", files)
                      + ".");
          yield ExitCode.OK;
        }
        line.getErr()
            .println("Changed: " + String.join(", ", files) + ", which could not be recorded:");
        yield new OutcomePrinter(line, folder).print(outcome);
      }
    };
  }
}
