package org.parley.cli.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.EntryAnswer;
import org.parley.cli.ExitCode;
import org.parley.model.cases.Case;
import org.parley.model.checks.SetAside;
import org.parley.store.Entry;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parley history CASE`: who changed what, when and why.
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Shows who changed what in a case, when and why; the latest first.",
    footerHeading = "%nExit code 0: done. 66: no such folder, or no journal yet. 69: in use.%n%n",
    footer = {
      "Examples:",
      "  parley history my-case",
      "  parley history my-case --of c17         every version of one record",
      "  parley history my-case --json | jq -r .who | sort | uniq -c"
    })
public final class HistoryCommand implements Callable<Integer> {

  @Mixin private final JournalArgument argument;

  @Option(names = "--of", paramLabel = "ID", description = "Only one record, with its texts.")
  private @Nullable String of;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "At most so many entries. Default: ${DEFAULT-VALUE}.")
  private int most = 50;

  @Option(names = "--json", description = "Print a JSON object for each entry, a line each.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  /// @param environment the environment, which may hold the password of a database
  public HistoryCommand(Map<String, String> environment) {
    argument = new JournalArgument(environment);
  }

  @Override
  public Integer call() throws IOException, JournalUnavailableException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    PrintWriter out = spec.commandLine().getOut();
    Ansi ansi = spec.commandLine().getColorScheme().ansi();
    try (Journal journal = argument.openExisting(spec.commandLine().getErr())) {
      List<Entry> entries =
          of != null ? journal.listOf(of) : journal.list(Long.MAX_VALUE, Math.max(1, most));
      if (entries.isEmpty() && of != null) {
        out.println("The journal knows no record \"" + of + "\". Maybe check its id.");
        return ExitCode.PROBLEMS;
      }
      List<SetAside> setAside = journal.snapshot().findCase().map(Case::setAside).orElse(List.of());
      for (Entry entry : entries) {
        boolean aside = entry.change().isOfAny(setAside);
        if (json) {
          out.println(AnswerJson.line(EntryAnswer.of(entry, true, aside)));
        } else {
          print(entry, aside, out, ansi);
        }
      }
    }
    return ExitCode.OK;
  }

  private void print(Entry entry, boolean aside, PrintWriter out, Ansi ansi) {
    String head =
        String.format(
            Locale.ROOT, "%6d  %s  %s", entry.number(), entry.at().toString(), entry.who());
    String what = entry.change().id() + " " + entry.change().verb();
    out.println(head + "  " + ansi.string("@|bold " + what + "|@") + (aside ? " (set aside)" : ""));
    if (!entry.why().isBlank()) {
      out.println("        " + entry.why());
    }
    if (of != null) {
      lines(entry.change().before(), "- ", out);
      lines(entry.change().after(), "+ ", out);
    }
  }

  private static void lines(@Nullable String text, String mark, PrintWriter out) {
    if (text != null) {
      text.lines().forEach(line -> out.println("        " + mark + line));
    }
  }
}
