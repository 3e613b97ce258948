package org.parley.cli.journal;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.cli.ExitCode;
import org.parley.store.AppendResult;
import org.parley.store.Entry;
import org.parley.store.Journal;
import org.parley.store.Judge;
import org.parley.store.Repair;
import org.parley.store.Snapshot;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `parley repair CASE`: the fewest entries to revert if a journal is invalid.
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    description =
        "Finds the fewest entries to revert so that the records of a journal are a case again.",
    footerHeading =
        "%nExit code 0: the journal holds a case, or does so now. 1: it does not; what would repair it "
            + "is shown. 66: no such folder, or no journal yet. 69: in use.%n%n",
    footer = {
      "Examples:",
      "  parley repair my-case",
      "  parley repair my-case --apply --why \"Two servers wrote at once.\"",
      "  parley repair . --database postgresql://db/parley?user=ann"
    })
public final class RepairCommand extends JournalChange {

  private static final int MOST_SHOWN = 10;

  @Option(
      names = "--apply",
      description = "Revert the entries, by further entries. Nothing is deleted.")
  private boolean apply;

  /// A command that records by this clock.
  ///
  /// @param environment the environment, which may hold the password of a database
  public RepairCommand(Clock clock, Map<String, String> environment) {
    super(clock, environment);
  }

  @Override
  int change(Journal journal, CommandLine line) {
    PrintWriter out = line.getOut();
    Snapshot broken = journal.snapshot();
    if (broken.contents().isEmpty() || broken.findCase().isPresent()) {
      out.println("The journal holds a case: nothing is to be repaired.");
      return ExitCode.OK;
    }
    out.println("The records of the journal are no case:");
    broken.violations().stream()
        .limit(MOST_SHOWN)
        .forEach(each -> out.println("  " + each.sentence()));
    Repair repair = Repair.of(journal);
    out.println(
        (repair.isLeast() ? "The fewest entries" : "Entries, perhaps more than needed,")
            + " to take back:");
    repair.entries().forEach(each -> out.println("  " + words(each)));
    if (!apply) {
      out.println("Nothing was changed. Maybe add --apply to take them back by further entries.");
      return ExitCode.PROBLEMS;
    }
    return apply(journal, repair, out);
  }

  private int apply(Journal journal, Repair repair, PrintWriter out) {
    String why =
        signature()
            .reasonAfter("Repairs the journal: takes back " + numbers(repair.entries(), "") + ".");
    return switch (journal.append(Judge.of(repair.changes()), signature().who(), why, now())) {
      case AppendResult.Done<?>(List<Entry> entries, _) -> {
        out.println(
            "Taken back by " + numbers(entries, "entry ") + ". The journal holds a case again.");
        yield ExitCode.OK;
      }
      case AppendResult.Refused<?> _, AppendResult.Conflict<?> _, AppendResult.Unsound<?> _ -> {
        out.println(
            "Others changed the journal meanwhile; nothing was changed. Maybe run it again.");
        yield ExitCode.PROBLEMS;
      }
    };
  }

  private static String numbers(List<Entry> entries, String word) {
    return entries.stream().map(each -> word + each.number()).collect(Collectors.joining(", "));
  }

  private static String words(Entry entry) {
    return String.format(
        Locale.ROOT,
        "%d  %s  %s  %s %s%s",
        entry.number(),
        entry.at(),
        entry.who(),
        entry.change().id(),
        entry.change().verb(),
        entry.why().isBlank() ? "" : ": " + entry.why());
  }
}
