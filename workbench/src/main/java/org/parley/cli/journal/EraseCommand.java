package org.parley.cli.journal;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.cli.ConfigOption;
import org.parley.cli.DatabasePassword;
import org.parley.cli.ExitCode;
import org.parley.store.DatabaseAddress;
import org.parley.store.ErasedEntry;
import org.parley.store.Erasure;
import org.parley.store.ErasureObstacle;
import org.parley.store.ErasureOrder;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.people.AccessRecord;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `parley erase --to FILE`: another journal, without some records or words.
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = {
      "Writes another journal without some records, or without the texts that have some words. Each"
          + " entry keeps its number, author and moment; one whose text is gone says so.",
      "What is gone is listed with the hashes that the entries had, and the audit keeps the digest of"
          + " the list. The journal itself is only read: destroy it and its backups afterwards."
    },
    footerHeading =
        "%nExit code 0: done. 1: it cannot be erased as it stands; nothing was written. 2: usage error."
            + " 66: no such journal. 69: in use. 73: there is something at the target.%n%n",
    footer = {
      "Examples:",
      "  parley erase --database team/river --record c12 --why \"Request of 3 May.\" --dry-run",
      "  parley erase --database team/river --words \"Ada Nwosu\" --why \"Request of 3 May.\" --to team/new",
      "  parley erase --database my-case/.parley/journal --record c12 --why \"Request.\" --to new --json"
    })
public final class EraseCommand implements Callable<Integer> {

  private final InstantSource clock;

  @Option(
      names = "--database",
      required = true,
      paramLabel = "ADDRESS",
      description = "The journal, as for parley serve.")
  private String database = "";

  @Option(
      names = "--to",
      paramLabel = "ADDRESS",
      description = "The other journal: a file that is not there yet, or another database.")
  private @Nullable String to;

  @Option(
      names = "--record",
      paramLabel = "ID",
      description =
          "Erase every text of this record, and the earlier texts of others that name it. May be"
              + " given several times.")
  private List<String> records = List.of();

  @Option(
      names = "--words",
      paramLabel = "TEXT",
      description =
          "Erase the earlier texts, reasons and authors that have these words, in any case. May be"
              + " given several times.")
  private List<String> words = List.of();

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "The reason, which stands in place of what is gone.")
  private String why = "";

  @Option(names = "--dry-run", description = "Say what would be erased, and write nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print the list of what is gone, as JSON.")
  private boolean json;

  @SuppressWarnings("unused") // read before the command is
  @Mixin
  private final ConfigOption config = new ConfigOption();

  @Mixin private final DatabasePassword password;

  @Spec private @Nullable CommandSpec spec;

  /// @param environment the environment, which may hold the password of a database
  public EraseCommand(InstantSource clock, Map<String, String> environment) {
    this.clock = clock;
    this.password = new DatabasePassword(environment);
  }

  @Override
  public Integer call() throws JournalUnavailableException {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    ErasureOrder order = new ErasureOrder(new LinkedHashSet<>(records), words, why);
    check(order);
    try (Journal journal = Journal.existing(password.address(database, err))) {
      if (dryRun) {
        return say(Erasure.plan(journal, order));
      }
      DatabaseAddress target = password.address(Objects.requireNonNull(to), err);
      Path file = target.file();
      if (file != null && Files.exists(file.resolveSibling(file.getFileName() + ".mv.db"))) {
        return taken(err);
      }
      Erasure.Outcome plan = Erasure.plan(journal, order);
      return plan instanceof Erasure.Outcome.Found(Erasure planned)
          ? write(planned, journal, target, order)
          : say(plan);
    }
  }

  private int write(Erasure planned, Journal journal, DatabaseAddress target, ErasureOrder order)
      throws JournalUnavailableException {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    try (Journal other = Journal.at(target)) {
      if (other.last() > 0) {
        return taken(err);
      }
      if (!planned.write(journal, other, order)) {
        err.println("Entries were added meanwhile. Maybe stop the server, and try again.");
        return ExitCode.PROBLEMS;
      }
      Instant now = clock.instant();
      AccountEditor by = AccountEditor.OPERATOR;
      Accounts.of(other.database())
          .note(
              List.of(
                  new AccessRecord(
                      now, by.who(), by.role(), AccessRecord.DID, planned.words(), 200)),
              now);
      return say(new Erasure.Outcome.Found(planned));
    }
  }

  private void check(ErasureOrder order) {
    if (order.isEmpty()) {
      throw wrong("nothing is named. Maybe add --record or --words");
    }
    if (why.isBlank()) {
      throw wrong("the reason is empty. Maybe say who asked for it, and when");
    }
    if (order.hasWords(why)) {
      throw wrong("the reason has the words itself. Maybe name the request by its date");
    }
    if (to == null && !dryRun) {
      throw wrong("the other journal is missing. Maybe add --to, or --dry-run");
    }
  }

  private int taken(PrintWriter err) {
    err.println("There is a journal at \"" + to + "\" already. Maybe name another.");
    return ExitCode.CANNOT_WRITE;
  }

  private int say(Erasure.Outcome outcome) {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    return switch (outcome) {
      case Erasure.Outcome.Found(Erasure erasure) -> {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(json ? AnswerJson.pretty(ErasureAnswer.of(erasure)) : words(erasure));
        if (erasure.named() > 0) {
          err.println(
              "The words stand in "
                  + (erasure.named() == 1 ? "1 row" : erasure.named() + " rows")
                  + " of audit, accounts or sealed answers, which stay. Maybe rename the account, or shorten"
                  + " --keep-views.");
        }
        yield ExitCode.OK;
      }
      case Erasure.Outcome.Refused(List<ErasureObstacle> obstacles) -> {
        obstacles.forEach(each -> err.println(sentence(each)));
        err.println("Nothing was erased.");
        yield ExitCode.PROBLEMS;
      }
    };
  }

  /// The list, for programs.
  ///
  /// @param entries how many entries there are
  /// @param before the hash of the last entry, as it was
  /// @param after the same in the other journal
  /// @param digest the digest of the list
  private record ErasureAnswer(
      long entries, String before, String after, String digest, List<ErasedEntry> erased) {

    static ErasureAnswer of(Erasure erasure) {
      return new ErasureAnswer(
          erasure.head(), erasure.hash(), erasure.newHead(), erasure.digest(), erasure.erased());
    }
  }

  private String words(Erasure erasure) {
    return (dryRun ? "Would be erased: " : "Erased: ")
        + "something of "
        + erasure.erased().size()
        + " of "
        + (erasure.head() == 1 ? "1 entry" : erasure.head() + " entries")
        + ".\n  "
        + counted(erasure, ErasedEntry.ErasureCause.RECORD)
        + " of records that go\n  "
        + counted(erasure, ErasedEntry.ErasureCause.WORDS)
        + " with the words in their text\n  "
        + counted(erasure, ErasedEntry.ErasureCause.MENTION)
        + " naming a record that goes\n  "
        + counted(erasure, ErasedEntry.ErasureCause.REASON)
        + " with the words in their reason or author\n  "
        + counted(erasure, ErasedEntry.ErasureCause.LEFT_OVER)
        + " without effect once the others are gone\nThe last entry had the hash "
        + erasure.hash()
        + "\n"
        + (dryRun ? "It would have            " : "It has now              ")
        + "  "
        + erasure.newHead()
        + "\nThe list has the digest     "
        + erasure.digest()
        + (dryRun
            ? ""
            : "\nMaybe keep the list (--json --dry-run prints it), serve the other journal, and destroy"
                + " this one and its backups.");
  }

  private static long counted(Erasure erasure, ErasedEntry.ErasureCause cause) {
    return erasure.erased().stream().filter(each -> each.cause() == cause).count();
  }

  private static String sentence(ErasureObstacle obstacle) {
    return switch (obstacle) {
      case ErasureObstacle.NothingFound _ ->
          "No entry is about such a record, or has such words. Maybe check their spelling.";
      case ErasureObstacle.Broken(long number, String what) ->
          "Entry " + number + " was altered: " + what + ". Maybe see parley verify.";
      case ErasureObstacle.NoCase _ -> "The records make no case. Maybe see parley repair first.";
      case ErasureObstacle.PresentWords(String kind, String id) ->
          "The words stand in "
              + (kind.equals(id) ? "the header of the case" : id)
              + " today. Maybe change it first"
              + (kind.equals(id) ? "." : ", or add --record " + id + ".");
      case ErasureObstacle.Needed(String sentence) ->
          "Without what goes: " + sentence + (sentence.endsWith(".") ? "" : ".");
      case ErasureObstacle.SetAside(String id) ->
          id + " is hidden, and would not fit what is left. Maybe change it first.";
      case ErasureObstacle.FirstHeader _ ->
          "The words stand in the first text of the header, which nothing comes before. Maybe begin a"
              + " journal anew, with parley export.";
      case ErasureObstacle.RoundRests(long number, String id) ->
          "A round of delegations rests on "
              + id
              + " (entry "
              + number
              + "): sealed answers are bound to its texts. Maybe begin a journal anew, with parley"
              + " export.";
    };
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }
}
