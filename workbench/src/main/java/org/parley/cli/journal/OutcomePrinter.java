package org.parley.cli.journal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.parley.cli.ExitCode;
import org.parley.store.Entry;
import org.parley.store.FolderRecord.Outcome;
import picocli.CommandLine;

/// Prints what came of recording a folder.
final class OutcomePrinter {

  private final PrintWriter out;
  private final PrintWriter err;
  private final Path folder;

  OutcomePrinter(CommandLine line, Path folder) {
    this.out = line.getOut();
    this.err = line.getErr();
    this.folder = folder;
  }

  /// Prints it, and answers with the exit code.
  int print(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(List<Entry> entries, List<String> taken, List<String> files, _) -> {
        out.println(taken.isEmpty() || !entries.isEmpty() ? words(entries) : "Nothing to record.");
        if (!taken.isEmpty()) {
          out.println(
              "Changed by others, and now in the folder: "
                  + String.join(", ", taken)
                  + ". Files: "
                  + String.join(", ", files)
                  + ".");
        }
        yield ExitCode.OK;
      }
      case Outcome.Behind(List<Entry> entries, List<String> why) -> {
        out.println(words(entries));
        why.forEach(err::println);
        err.println(
            "The files lack what others changed. Maybe correct that, and run parley record "
                + folder
                + " again.");
        yield ExitCode.PROBLEMS;
      }
      case Outcome.Refused(List<String> why, List<String> clashes) -> {
        why.forEach(err::println);
        if (!clashes.isEmpty()) {
          err.println("Nothing was recorded, and no file was changed.");
        }
        yield ExitCode.PROBLEMS;
      }
    };
  }

  private static String words(List<Entry> entries) {
    return switch (entries.size()) {
      case 0 -> "Nothing has changed.";
      case 1 -> "1 entry, number " + entries.getFirst().number() + ".";
      default ->
          entries.size()
              + " entries, numbers "
              + entries.getFirst().number()
              + " to "
              + entries.getLast().number()
              + ".";
    };
  }
}
