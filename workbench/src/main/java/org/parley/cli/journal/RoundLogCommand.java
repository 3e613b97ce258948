package org.parley.cli.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.round.LoggedReader;
import org.parley.answer.round.RoundLogAnswer;
import org.parley.answer.round.RoundLogAnswer.RoundHistory;
import org.parley.answer.round.RoundLogAnswer.RoundLogEntry;
import org.parley.answer.round.RoundLogAnswer.RoundMoment;
import org.parley.answer.round.RoundLogTable;
import org.parley.answer.round.RoundsAnswer.TabledStanding;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.model.round.RoundId;
import org.parley.round.log.RecordedCase;
import org.parley.round.log.RoundLog;
import org.parley.round.log.SealedEntries;
import org.parley.store.BallotBox;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.RoundJournal;
import org.parley.wording.Language;
import org.parley.wording.Messages;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley round-log CASE ROUND`: what happened in a round.
@Command(
    name = "round-log",
    mixinStandardHelpOptions = true,
    description = {
      "What happened in a round, from its journal: opened, tabled, moved, withdrawn, revealed, accepted.",
      "Of sealed answers it tells what the rule revealed, when it did. Every time is UTC."
    },
    footerHeading =
        "%nExit code 0: the log. 1: the journal knows no such round. 2: the moment is none. 66: no"
            + " such folder, or no journal yet. 69: in use.%n%n",
    footer = {
      "Examples:",
      "  parley round-log my-case round-1",
      "  parley round-log my-case round-1 --at 2026-03-01T18:00+02:00   how it stood then",
      "  parley round-log my-case round-1 --csv > round-1.csv"
    })
public final class RoundLogCommand implements Callable<Integer> {

  @Mixin private final JournalArgument argument;
  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(index = "1", paramLabel = "ROUND", description = "The id of the round.")
  private String round = "";

  @Option(names = "--at", paramLabel = "MOMENT", description = "Also how the round stood then.")
  private @Nullable String at;

  @ArgGroup private final Form form = new Form();

  @Spec private @Nullable CommandSpec spec;

  private final Clock clock;

  /// The form of the log.
  static final class Form {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--csv", description = "Print the events as a table.")
    private boolean csv;
  }

  /// @param environment the environment, which may hold the password of a database
  public RoundLogCommand(Clock clock, Map<String, String> environment) {
    this.clock = clock;
    argument = new JournalArgument(environment);
  }

  @Override
  public Integer call() throws Exception {
    return language.run(this::log);
  }

  private int log() throws IOException, JournalUnavailableException {
    CommandSpec command = Objects.requireNonNull(spec, "a command without a specification");
    PrintWriter out = command.commandLine().getOut();
    Instant moment = moment(command);
    try (Journal journal = argument.openExisting(command.commandLine().getErr())) {
      List<RecordedCase> cases = cases(journal);
      if (cases.isEmpty()) {
        out.println("The journal knows no round \"" + round + "\". Maybe check its id.");
        return ExitCode.PROBLEMS;
      }
      print(RoundLogAnswer.of(history(journal, cases), moment), out);
    }
    return ExitCode.OK;
  }

  private List<RecordedCase> cases(Journal journal) {
    try {
      return RoundJournal.cases(journal, new RoundId(round));
    } catch (IllegalArgumentException _) {
      return List.of();
    }
  }

  private @Nullable Instant moment(CommandSpec command) {
    String said = at;
    if (said == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(said).toInstant();
    } catch (DateTimeException _) {
      throw new ParameterException(
          command.commandLine(),
          "\"" + said + "\" is no moment. Maybe write it as 2026-03-01T18:00+02:00.");
    }
  }

  private RoundHistory history(Journal journal, List<RecordedCase> cases) {
    RoundId id = new RoundId(round);
    Language chosen = Language.current();
    SealedEntries sealed = sealed(journal, cases);
    return new RoundHistory(
        id,
        cases,
        RoundLog.of(id, cases, sealed, sealed == null ? Instant.MAX : clock.instant()),
        view -> view.in(chosen.tag()),
        moment ->
            sealed == null ? Optional.empty() : Optional.of(new LoggedReader(sealed, moment)));
  }

  /// The sealed entries; null for a folder of one's own, where nobody answers.
  private @Nullable SealedEntries sealed(Journal journal, List<RecordedCase> cases) {
    BallotBox box = BallotBox.of(journal.database());
    return argument.isBesideFolder() && box.isEmpty()
        ? null
        : box.listAll(
            cases.stream()
                .flatMap(each -> each.view().tabledPackages().stream())
                .map(each -> each.id())
                .distinct()
                .toList());
  }

  private void print(RoundLogAnswer log, PrintWriter out) throws IOException {
    if (form.json) {
      out.println(AnswerJson.pretty(log));
    } else if (form.csv) {
      RoundLogTable.of(log).toCsv(out);
      out.flush();
    } else {
      out.println(log.title() + ": " + log.headline());
      log.events().forEach(each -> print(each, out));
      if (log.state() != null) {
        print(log.state(), out);
      }
    }
  }

  private static void print(RoundLogEntry event, PrintWriter out) {
    out.println();
    out.println(event.number() + "  " + event.at() + "  " + event.by());
    out.println("   " + event.words());
    event.details().forEach(each -> out.println("   - " + each));
    if (event.why() != null) {
      out.println("   " + event.why());
    }
  }

  private static void print(RoundMoment state, PrintWriter out) {
    Messages messages = Messages.current();
    out.println();
    out.println(messages.text("roundlog.state.at", "moment", state.when()));
    if (state.standing() == null) {
      out.println("  " + messages.text("roundlog.state.before"));
      return;
    }
    out.println("  " + state.standing().rule());
    for (TabledStanding each : state.standing().packages()) {
      String to = each.recipients() == null ? "" : ", " + each.recipients();
      out.println("  " + each.title() + ", " + each.version() + ", " + each.by() + to);
      out.println("    " + each.words());
    }
    state.parties().forEach(each -> out.println("  " + each.words()));
  }
}
