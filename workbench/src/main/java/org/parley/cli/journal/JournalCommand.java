package org.parley.cli.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ConfigOption;
import org.parley.cli.DatabasePassword;
import org.parley.cli.ExitCode;
import org.parley.cli.NewJournalKeyOption;
import org.parley.store.Database;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.backup.BackupRefused;
import org.parley.store.backup.JournalEncryption;
import org.parley.store.cases.CaseRegister;
import org.parley.store.cipher.JournalKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley journal key|encrypt|decrypt|rotate`: encryption at rest of a journal in a file.
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description = {
      "Encrypts the file of a journal at rest (AES-128 in XTS). The action is one of:",
      "  key      makes a key of 256 random bits in a new file",
      "  encrypt  a file that is there; a new one begins encrypted where a key is given",
      "  decrypt  takes the encryption away",
      "  rotate   writes the file anew under another key: --new-key-file, PARLEY_NEW_JOURNAL_KEY or"
          + " --ask-new-passphrase",
      "The file is copied, the copy is read back and its hash chains are verified; then it takes the"
          + " place of the file. Stop the server before. A lost key cannot be replaced."
    },
    footerHeading =
        "%nExit code 0: done. 1: it was refused. 2: usage error. 66: no such journal. 69: in use, or the"
            + " key does not fit. 73: the key is there already.%n%n",
    footer = {
      "Examples:",
      "  parley journal key /etc/parley/journal.key",
      "  parley journal encrypt --database team/river --journal-key-file /etc/parley/journal.key",
      "  parley journal rotate --database team/river --journal-key-file old.key --new-key-file new.key",
      "  parley journal encrypt --database /srv/parley --ask-passphrase          a folder of many cases"
    })
public final class JournalCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "ACTION", description = "key, encrypt, decrypt or rotate.")
  private String action = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE|CASE",
      description = "key: the new file. Else: a case folder with a journal, or --database.")
  private @Nullable Path place;

  @Option(
      names = "--database",
      paramLabel = "FILE|FOLDER",
      description = "The journal, or the folder of many cases, as for parley serve.")
  private @Nullable String database;

  @SuppressWarnings("unused") // read before the command is
  @Mixin
  private final ConfigOption config = new ConfigOption();

  @Mixin private final DatabasePassword password;

  @Mixin private final NewJournalKeyOption newKey;

  @Spec private @Nullable CommandSpec spec;

  /// @param environment the environment, which may hold keys
  public JournalCommand(Map<String, String> environment) {
    this.password = new DatabasePassword(environment);
    this.newKey = new NewJournalKeyOption(environment);
  }

  @Override
  public Integer call() throws IOException, JournalUnavailableException {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    try {
      return switch (action.toLowerCase(Locale.ROOT)) {
        case "key" -> makeKey();
        case "encrypt" -> rewrite(null, needed(), "Encrypted");
        case "decrypt" -> rewrite(needed(), null, "Decrypted");
        case "rotate" -> rotate();
        default ->
            throw wrong(
                "\"" + action + "\" is not an action. Maybe key, encrypt, decrypt or rotate");
      };
    } catch (BackupRefused e) {
      err.println(AnchorWords.sentence(e.getMessage()));
      return ExitCode.PROBLEMS;
    } catch (FileAlreadyExistsException e) {
      err.println("\"" + e.getFile() + "\": " + e.getReason() + ".");
      return ExitCode.CANNOT_WRITE;
    }
  }

  private Integer makeKey() throws IOException {
    Path file = place;
    if (file == null) {
      throw wrong("the file of the key is missing. Maybe parley journal key journal.key");
    }
    JournalKey.create(file);
    say(
        "Written to "
            + file
            + ", for its owner alone. Keep a copy apart from the journal and its backups: without it,"
            + " nobody can read them.");
    return ExitCode.OK;
  }

  private JournalKey needed() throws JournalUnavailableException {
    JournalKey key = password.key().find(action.equalsIgnoreCase("encrypt"));
    if (key == null) {
      throw wrong(
          "the key is missing. Maybe add --journal-key-file or --ask-passphrase, and make one with"
              + " parley journal key FILE");
    }
    return key;
  }

  private Integer rotate() throws IOException, JournalUnavailableException, BackupRefused {
    JournalKey from = needed();
    JournalKey to = newKey.find();
    if (to == null) {
      throw wrong(
          "the new key is missing. Maybe add --new-key-file or --ask-new-passphrase, and make one with"
              + " parley journal key FILE");
    }
    return rewrite(from, to, "Encrypted with the new key");
  }

  private Integer rewrite(@Nullable JournalKey from, @Nullable JournalKey to, String done)
      throws IOException, JournalUnavailableException, BackupRefused {
    DatabaseAddress address = address();
    Path file = address.file();
    if (file == null) {
      throw wrong(
          "\""
              + address
              + "\" is PostgreSQL, which Parley does not encrypt. Maybe encrypt the disk of the"
              + " database");
    }
    if (!Files.exists(file.resolve("server.mv.db"))) {
      rewriteOne(address, from, to, done);
      return ExitCode.OK;
    }
    // The register is the last: until then, the folder opens with the earlier key.
    DatabaseAddress register = DatabaseAddress.ofFile(file.resolve("server"));
    boolean isDone = Database.isUnder(register, to);
    // Held open, so that nobody serves the cases meanwhile.
    try (CaseRegister _ = CaseRegister.existing(address.withKey(isDone ? to : from))) {
      for (DatabaseAddress each : JournalEncryption.casesIn(address)) {
        rewriteOne(each, from, to, done);
      }
    }
    rewriteOne(register, from, to, done);
    return ExitCode.OK;
  }

  private void rewriteOne(
      DatabaseAddress file, @Nullable JournalKey from, @Nullable JournalKey to, String done)
      throws IOException, JournalUnavailableException, BackupRefused {
    if (file.file() != null
        && Files.exists(Path.of(file + ".mv.db"))
        && Database.isUnder(file, to)) {
      say(file + ": nothing to do.");
      return;
    }
    JournalEncryption.RewrittenFile made = JournalEncryption.rewrite(file.withKey(from), to);
    say(
        done
            + ": "
            + file
            + ", with "
            + made.anchor().entries()
            + " entries, verified."
            + (from != null && to == null ? " Anybody who reads the disk can read it now." : ""));
    if (to != null) {
      say(
          made.isOverwritten()
              ? "The bytes of the earlier file were overwritten. A solid-state disk, a snapshot or a"
                  + " backup may still have them."
              : "The bytes of the earlier file were not overwritten, since it may have other names or"
                  + " the disk does not say. Maybe remove those.");
    }
    if (to != null && !made.beside().isEmpty()) {
      say(
          "Left as they are: "
              + made.beside().stream().map(Path::toString).collect(Collectors.joining(", "))
              + ". Maybe remove them.");
    }
  }

  private DatabaseAddress address() throws JournalUnavailableException {
    Path folder = place;
    if (folder != null) {
      return DatabaseAddress.ofFile(Journal.besideFolder(folder));
    }
    String typed = database;
    if (typed == null) {
      throw wrong("the journal is missing. Maybe name the folder of a case, or add --database");
    }
    return DatabaseAddress.of(typed);
  }

  private void say(String words) {
    Objects.requireNonNull(spec).commandLine().getOut().println(words);
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }
}
