package org.parley.cli.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ConfigOption;
import org.parley.cli.DatabasePassword;
import org.parley.cli.ExitCode;
import org.parley.store.Database;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.UpgradePlan;
import org.parley.store.backup.BackupRefused;
import org.parley.store.backup.JournalUpgrade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley upgrade`: a journal of an earlier version, brought to the schema of this one.
@Command(
    name = "upgrade",
    mixinStandardHelpOptions = true,
    description = {
      "Brings a journal that an earlier Parley wrote to the schema of this one, and verifies it. A"
          + " file is kept as it was.",
      "Opening a journal does the same, without keeping it. An earlier Parley refuses it afterwards."
    },
    footerHeading =
        "%nExit code 0: done, or it is up to date. 1: with --dry-run, something is to be done; else it"
            + " was refused. 2: usage error. 66: no such journal. 69: in use. 73: what is to be kept is"
            + " there already.%n%n",
    footer = {
      "Examples:",
      "  parley upgrade --dry-run --database team/river  says what would be done",
      "  parley upgrade --database team/river",
      "  parley upgrade my-case                          the journal of a folder",
      "  parley upgrade --database postgresql://db/parley?user=ann --backed-up"
    })
public final class UpgradeCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CASE",
      description = "A case folder with a journal. Else: --database.")
  private @Nullable Path folder;

  @Option(
      names = "--database",
      paramLabel = "FILE|ADDRESS",
      description = "The journal, as for parley serve.")
  private @Nullable String database;

  @SuppressWarnings("unused") // read before the command is
  @Mixin
  private final ConfigOption config = new ConfigOption();

  @Mixin private final DatabasePassword password;

  @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
  private boolean dryRun;

  @Option(
      names = "--keep",
      paramLabel = "FILE",
      description =
          "Keep the file as it was under this name. Default: beside it, with its schema in the name.")
  private @Nullable Path kept;

  @Option(
      names = "--backed-up",
      description = "The journal in PostgreSQL was backed up with pg_dump.")
  private boolean backedUp;

  @Spec private @Nullable CommandSpec spec;

  /// @param environment the environment, which may hold the password of a database
  public UpgradeCommand(Map<String, String> environment) {
    this.password = new DatabasePassword(environment);
  }

  @Override
  public Integer call() throws IOException, JournalUnavailableException {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    DatabaseAddress address = address(err);
    try {
      UpgradePlan plan = Database.planUpgrade(address);
      if (dryRun || plan.steps().isEmpty()) {
        say(UpgradeWords.of(address, plan));
        return plan.steps().isEmpty() ? ExitCode.OK : ExitCode.PROBLEMS;
      }
      say(run(address, plan));
      return ExitCode.OK;
    } catch (BackupRefused e) {
      err.println(AnchorWords.sentence(e.getMessage()));
      return ExitCode.PROBLEMS;
    } catch (FileAlreadyExistsException e) {
      err.println("\"" + e.getFile() + "\": " + e.getReason() + ".");
      return ExitCode.CANNOT_WRITE;
    }
  }

  private DatabaseAddress address(PrintWriter err) throws JournalUnavailableException {
    Path given = folder;
    if (given != null) {
      return password.key().on(DatabaseAddress.ofFile(Journal.besideFolder(given)));
    }
    if (database == null) {
      throw wrong("the journal is missing. Maybe name the folder of a case, or add --database");
    }
    DatabaseAddress address = password.address(database, err);
    Path file = address.file();
    if (file != null && Files.exists(file.resolve("server.mv.db"))) {
      throw wrong(
          "\""
              + file
              + "\" keeps many cases, each of which is upgraded when it is opened. Maybe name one: "
              + file.resolve("cases").resolve("ID"));
    }
    return address;
  }

  private String run(DatabaseAddress address, UpgradePlan plan)
      throws IOException, JournalUnavailableException, BackupRefused {
    if (address.file() == null) {
      if (!backedUp) {
        throw wrong(
            "a journal in PostgreSQL is not copied by Parley. Maybe run pg_dump, and add --backed-up");
      }
      JournalUpgrade.onServer(address);
      return UpgradeWords.done(plan, null);
    }
    Path place = kept == null ? JournalUpgrade.keptBeside(address, plan) : kept;
    JournalUpgrade.inFile(address, plan, place);
    return UpgradeWords.done(plan, place);
  }

  private void say(String words) {
    Objects.requireNonNull(spec).commandLine().getOut().println(words);
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }
}
