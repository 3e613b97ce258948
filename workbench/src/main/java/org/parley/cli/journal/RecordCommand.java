package org.parley.cli.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.LoadResult;
import org.parley.cli.ExitCode;
import org.parley.cli.ProblemPrinter;
import org.parley.store.Appended;
import org.parley.store.Entry;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `parley record CASE`: enters into the journal what has changed in the folder.
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description =
        "Enters into the journal what has changed in the case folder since the last entry.",
    footerHeading =
        "%nExit code 0: done, also where nothing changed. 1: the case has problems. 69: the journal is "
            + "in use.%n%n",
    footer = {
      "Examples:",
      "  parley record my-case --why \"Read the communique of 28 December.\"",
      "  parley record my-case --database postgresql://db/parley?user=ann"
    })
public final class RecordCommand implements Callable<Integer> {

  /// Reads a moment.
  static final class MomentConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return Instant.parse(value);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "not a moment: \"" + value + "\". Maybe write 2025-12-28T12:00:00Z");
      }
    }
  }

  private final Clock clock;

  @Mixin private final JournalArgument argument;

  @Mixin private final Signature signature = new Signature();

  @Option(
      names = "--at",
      paramLabel = "MOMENT",
      converter = MomentConverter.class,
      description = "When, as 2025-12-28T12:00:00Z. Default: now.")
  private @Nullable Instant at;

  @Spec private @Nullable CommandSpec spec;

  /// A command that tells the time by `clock`.
  ///
  /// @param environment the environment, which may hold the password of a database
  public RecordCommand(Clock clock, Map<String, String> environment) {
    this.clock = clock;
    this.argument = new JournalArgument(environment);
  }

  @Override
  public Integer call() throws IOException, JournalUnavailableException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    PrintWriter out = spec.commandLine().getOut();
    return switch (argument.load()) {
      case LoadResult.Rejected rejected -> {
        new ProblemPrinter(spec.commandLine()).print(rejected, out);
        yield ExitCode.PROBLEMS;
      }
      case LoadResult.Loaded loaded -> {
        try (Journal journal = argument.open(spec.commandLine().getErr())) {
          Instant moment = at != null ? at : clock.instant();
          yield report(
              journal.record(loaded.contents(), signature.who(), signature.why(), moment), out);
        }
      }
    };
  }

  private static int report(Appended<?> appended, PrintWriter out) {
    return switch (appended) {
      case Appended.Done<?>(List<Entry> entries, _) when entries.isEmpty() -> {
        out.println("Nothing has changed.");
        yield ExitCode.OK;
      }
      case Appended.Done<?>(List<Entry> entries, _) -> {
        out.println(
            entries.size() == 1
                ? "1 entry, number " + entries.getFirst().number() + "."
                : entries.size()
                    + " entries, numbers "
                    + entries.getFirst().number()
                    + " to "
                    + entries.getLast().number()
                    + ".");
        yield ExitCode.OK;
      }
      case Appended.Refused<?> _, Appended.Conflict<?> _, Appended.Unsound<?> _ ->
          throw new IllegalStateException("a case follows whatever stood before it");
    };
  }
}
