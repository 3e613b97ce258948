package org.parley.cli.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.LoadResult;
import org.parley.cli.ExitCode;
import org.parley.cli.ProblemPrinter;
import org.parley.store.FolderBase;
import org.parley.store.FolderRecord;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `parley record CASE`: records the changes of the folder in the journal.
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description =
        "Records the changes of a case folder in the journal, and merges the changes of others into the"
            + " folder: a three-way merge from the entry the folder is based on. A conflict is refused,"
            + " until --mine or --theirs decides.",
    footerHeading =
        "%nExit code 0: done, also where nothing changed. 1: the case has problems, or both changed the"
            + " same; nothing was recorded. 66: no such folder or journal. 69: the journal is in use."
            + "%n%n",
    footer = {
      "Examples:",
      "  parley record my-case --why \"Read the communique of 28 December.\"",
      "  parley record my-case --database postgresql://db/parley?user=ann",
      "  parley record my-case --database team/river --theirs c17/quote --mine c18"
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

  @Option(
      names = "--base",
      paramLabel = "N",
      description =
          "The folder was made from this entry. Default: the one it remembers, in .parley/base.")
  private @Nullable Long base;

  @Option(
      names = "--mine",
      paramLabel = "ID[/FIELD]",
      description = "Where both changed this, the folder is right. May be given several times.")
  private List<String> mine = List.of();

  @Option(
      names = "--theirs",
      paramLabel = "ID[/FIELD]",
      description = "Where both changed this, the journal is right. May be given several times.")
  private List<String> theirs = List.of();

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
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    return switch (argument.load()) {
      case LoadResult.Rejected rejected -> {
        new ProblemPrinter(line).print(rejected, line.getOut());
        yield ExitCode.PROBLEMS;
      }
      case LoadResult.Loaded loaded -> {
        try (Journal journal = open(line.getErr())) {
          Instant moment = at != null ? at : clock.instant();
          FolderRecord record = argument.recordIn(journal).basedOn(base).choosing(mine, theirs);
          yield new OutcomePrinter(line, argument.folder())
              .print(record.record(loaded, signature.who(), signature.why(), moment));
        }
      }
    };
  }

  /// The journal. A folder that belongs to one elsewhere begins no other unasked: its address may
  /// be mistyped.
  private Journal open(PrintWriter err) throws IOException, JournalUnavailableException {
    boolean begins =
        argument.isBesideFolder()
            || base != null
            || FolderBase.list(argument.folder()).stream().allMatch(FolderBase::isBeside);
    return begins ? argument.open(err) : argument.openExisting(err);
  }
}
