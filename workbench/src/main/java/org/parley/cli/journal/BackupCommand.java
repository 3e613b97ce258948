package org.parley.cli.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ConfigOption;
import org.parley.cli.DatabasePassword;
import org.parley.cli.ExitCode;
import org.parley.store.Anchor;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.backup.BackupRefused;
import org.parley.store.backup.BackupService;
import org.parley.store.backup.JournalBackup;
import org.parley.store.backup.JournalBackup.Until;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley backup make FILE` and `parley backup restore FILE`: a copy of a journal in a file.
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Copies the journal of a file into one file, also while a server uses it, or makes a journal of"
          + " such a copy.",
      "A backup has records of every visibility, accounts and sealed answers: keep it as the journal"
          + " itself."
    },
    footerHeading =
        "%nExit code 0: done. 1: the copy does not hold, or has no such entry. 2: usage error. 66: no"
            + " such file or journal. 69: in use by a program that makes no backups. 73: the target is"
            + " there already.%n%n",
    footer = {
      "Examples:",
      "  parley backup make river.zip --database team/river",
      "  parley backup verify river.zip",
      "  parley backup restore river.zip --to restored           then --database restored/journal",
      "  parley backup restore river.zip --to earlier --until 120",
      "  parley backup restore river.zip --to noon --until 2025-12-28T12:00:00Z"
    })
public final class BackupCommand implements Callable<Integer> {

  private final InstantSource clock;

  @Parameters(index = "0", paramLabel = "ACTION", description = "make, verify or restore.")
  private String action = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "The backup.")
  private @Nullable Path file;

  @Option(
      names = "--database",
      paramLabel = "FILE",
      description = "make: the journal, as for parley serve.")
  private @Nullable String database;

  @SuppressWarnings("unused") // read before the command is
  @Mixin
  private final ConfigOption config = new ConfigOption();

  @Mixin private final DatabasePassword password;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "restore: a folder that is empty or not there yet.")
  private @Nullable Path to;

  @Option(
      names = "--until",
      paramLabel = "N|MOMENT",
      description =
          "restore: leave out what was recorded after this entry or moment, as"
              + " 2025-12-28T12:00:00Z. Default: nothing.")
  private @Nullable String until;

  @Spec private @Nullable CommandSpec spec;

  /// @param environment the environment, which may hold the password of a database
  public BackupCommand(InstantSource clock, Map<String, String> environment) {
    this.clock = clock;
    this.password = new DatabasePassword(environment);
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    try {
      return switch (action.toLowerCase(Locale.ROOT)) {
        case "make" -> make();
        case "verify" -> verify();
        case "restore" -> restore();
        default ->
            throw wrong("\"" + action + "\" is not an action. Maybe make, verify or restore");
      };
    } catch (BackupRefused e) {
      err.println(sentence(e.getMessage()));
      return ExitCode.PROBLEMS;
    } catch (FileAlreadyExistsException e) {
      err.println("\"" + e.getFile() + "\": " + e.getReason() + ".");
      return ExitCode.CANNOT_WRITE;
    }
  }

  private Integer make()
      throws IOException, JournalUnavailableException, BackupRefused, InterruptedException {
    Path target = Objects.requireNonNull(file);
    if (database == null) {
      throw wrong("the journal is missing. Maybe add --database");
    }
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(
          target.toString(), null, "it is there already. Maybe name another file");
    }
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    DatabaseAddress address = password.address(database, err);
    try (Journal journal = Journal.existing(address)) {
      JournalBackup.make(journal, target, clock.instant());
    } catch (JournalUnavailableException e) {
      boolean isServed = !e.isAbsent() && !e.isOfKey() && !database.contains("://");
      if (!isServed || !BackupService.ask(address, target)) {
        throw e;
      }
    }
    say("Written to " + target + ", verified. Maybe keep a copy on another machine.");
    return ExitCode.OK;
  }

  private Integer restore() throws IOException, BackupRefused, JournalUnavailableException {
    Path backup = Objects.requireNonNull(file);
    if (to == null) {
      throw wrong("the folder is missing. Maybe add --to");
    }
    if (isMissing(backup)) {
      return ExitCode.NO_INPUT;
    }
    Anchor restored = JournalBackup.restore(backup, to, until(), password.key().find(false));
    say(
        "Restored into "
            + to
            + ", up to entry "
            + restored.entries()
            + ", each as it was recorded. The last has the hash\n"
            + restored.hash());
    return ExitCode.OK;
  }

  private Integer verify() throws IOException, BackupRefused, JournalUnavailableException {
    Path backup = Objects.requireNonNull(file);
    if (isMissing(backup)) {
      return ExitCode.NO_INPUT;
    }
    Anchor found = JournalBackup.verify(backup, password.key().find(false));
    say(
        backup
            + " holds "
            + found.entries()
            + " entries, each as it was recorded. The last has the hash\n"
            + found.hash());
    return ExitCode.OK;
  }

  private boolean isMissing(Path backup) {
    boolean isMissing = !Files.isRegularFile(backup);
    if (isMissing) {
      Objects.requireNonNull(spec)
          .commandLine()
          .getErr()
          .println("There is no backup \"" + backup + "\". Maybe check the path.");
    }
    return isMissing;
  }

  private Until until() {
    String given = until;
    if (given == null) {
      return new Until.Last();
    }
    if (given.matches("\\d{1,18}")) {
      return new Until.AtEntry(Long.parseLong(given));
    }
    try {
      return new Until.Moment(Instant.parse(given));
    } catch (DateTimeException e) {
      throw wrong(
          "--until is \""
              + given
              + "\", neither the number of an entry nor a moment. Maybe 2025-12-28T12:00:00Z");
    }
  }

  private void say(String sentence) {
    Objects.requireNonNull(spec).commandLine().getOut().println(sentence);
  }

  private static String sentence(@Nullable String reason) {
    String words = String.valueOf(reason);
    return words.substring(0, 1).toUpperCase(Locale.ROOT)
        + words.substring(1)
        + (words.endsWith(".") ? "" : ".");
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }
}
