package org.parley.cli.journal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.parley.casefile.CaseFiles;
import org.parley.cli.ExitCode;
import org.parley.store.Entry;
import org.parley.store.FolderRecord.Outcome;
import picocli.CommandLine;

/// Prints the result of recording a folder.
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
      case Outcome.Done(
              List<Entry> entries,
              List<String> taken,
              List<String> files,
              List<String> aside,
              _) -> {
        out.println(taken.isEmpty() || !entries.isEmpty() ? words(entries) : "Nothing to record.");
        if (!taken.isEmpty()) {
          out.println(
              "Changed by others, and now in the folder: "
                  + String.join(", ", taken)
                  + ". Files: "
                  + String.join(", ", files)
                  + ".");
        }
        if (!aside.isEmpty()) {
          out.println(setAside(aside, folder));
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

  /// A notice about set-aside records of a folder, with advice.
  static String setAside(List<String> ids, Path folder) {
    return "Set aside in "
        + folder.resolve(CaseFiles.SET_ASIDE)
        + ", because they do not fit what others have on record: "
        + String.join(", ", ids)
        + ". Maybe correct them there, and run parley record; parley check says why.";
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
