package org.parley.cli.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ExitCode;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `parley verify CASE`: is the journal as it was recorded?
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Recomputes every hash of the journal: is it as it was recorded?",
    footerHeading =
        "%nExit code 0: it is. 1: it is not. 66: no such folder, or no journal yet. 69: in use.%n%n",
    footer = {
      "Examples:",
      "  parley verify my-case",
      "  parley verify my-case --noted 5f1d...   and nothing of what was there then is lost",
    })
public final class VerifyCommand implements Callable<Integer> {

  @Mixin private final JournalArgument argument;

  @Option(
      names = "--noted",
      paramLabel = "HASH",
      description = "The hash that was printed at an earlier time and noted elsewhere.")
  private @Nullable String noted;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  /// @param environment the environment, which may hold the password of a database
  public VerifyCommand(Map<String, String> environment) {
    argument = new JournalArgument(environment);
  }

  @Override
  public Integer call() throws IOException, JournalUnavailableException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Journal journal = argument.openExisting(spec.commandLine().getErr())) {
      Verification found = journal.verify(noted);
      out.println(
          json
              ? JsonMapper.shared()
                  .writerWithDefaultPrettyPrinter()
                  .writeValueAsString(toJson(found))
              : words(found));
      return switch (found) {
        case Verification.Intact(long entries, _) -> entries == 0 ? ExitCode.NO_INPUT : ExitCode.OK;
        case Verification.Broken _ -> ExitCode.PROBLEMS;
      };
    }
  }

  private static String words(Verification found) {
    return switch (found) {
      case Verification.Intact(long entries, _) when entries == 0 ->
          "The journal has no entries, so nothing was verified. Maybe check the path.";
      case Verification.Intact(long entries, String head) ->
          (entries == 1 ? "1 entry" : entries + " entries")
              + ", each as it was recorded. The last has the hash\n"
              + head
              + "\nNote it elsewhere: a journal that loses its end later no longer has it.";
      case Verification.Broken(long number, String what) ->
          "Entry "
              + number
              + " is not as it was recorded: "
              + what
              + ". Maybe compare with a copy of the journal.";
    };
  }

  private static ObjectNode toJson(Verification found) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    return switch (found) {
      case Verification.Intact(long entries, String head) ->
          json.put("intact", true).put("entries", entries).put("head", head);
      case Verification.Broken(long number, String what) ->
          json.put("intact", false).put("entry", number).put("what", what);
    };
  }
}
