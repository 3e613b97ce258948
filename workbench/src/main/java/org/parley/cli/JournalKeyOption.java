package org.parley.cli;

import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.store.DatabaseAddress;
import org.parley.store.JournalUnavailableException;
import org.parley.store.cipher.JournalKey;
import org.parley.store.people.PasswordPolicy;
import org.parley.wording.Complaint;
import picocli.CommandLine.Option;

/// The key that the file of a journal is encrypted with: from a file, the environment, or a
/// passphrase typed at the terminal. It is never an argument.
public final class JournalKeyOption {

  private static final String VARIABLE = "PARLEY_JOURNAL_KEY";

  /// A terminal that reads without showing.
  @FunctionalInterface
  interface HiddenPrompt {

    /// Asks; null without a terminal.
    char @Nullable [] ask(String prompt);
  }

  private final Map<String, String> environment;
  private final HiddenPrompt terminal;

  @Option(
      names = "--journal-key-file",
      paramLabel = "FILE",
      description =
          "The file of the journal is encrypted with the key in the first line of this file; a new"
              + " one begins so. Else: PARLEY_JOURNAL_KEY. parley journal key makes one.")
  private @Nullable Path file;

  @Option(
      names = "--ask-passphrase",
      description = "The file of the journal is encrypted with a passphrase: ask for it here.")
  private boolean asks;

  private @Nullable JournalKey known;

  /// @param environment the environment, which may hold the key
  public JournalKeyOption(Map<String, String> environment) {
    this(environment, JournalKeyOption::askHere);
  }

  JournalKeyOption(Map<String, String> environment, HiddenPrompt terminal) {
    this.environment = Map.copyOf(environment);
    this.terminal = terminal;
  }

  @SuppressWarnings("SystemConsoleNull") // the type says that it may be absent
  static char @Nullable [] askHere(String prompt) {
    Console console = System.console();
    return console == null || !console.isTerminal() ? null : console.readPassword("%s", prompt);
  }

  /// Asks for no passphrase: what is checked is not opened.
  public void askNothing() {
    asks = false;
  }

  /// The address with the key, if one is given.
  ///
  /// @throws JournalUnavailableException if the key cannot be used
  public DatabaseAddress on(DatabaseAddress address) throws JournalUnavailableException {
    Path place = address.file();
    if (place != null) {
      return address.withKey(find(!isThere(place)));
    }
    if (file != null || asks || environment.containsKey(VARIABLE)) {
      throw JournalUnavailableException.ofKey(
          "\""
              + address
              + "\" is PostgreSQL, which Parley does not encrypt. Maybe leave the key of the journal"
              + " out, and encrypt the disk of the database");
    }
    return address;
  }

  /// Whether there is a journal, or a folder of many.
  private static boolean isThere(Path stem) {
    return Files.exists(stem.resolveSibling(stem.getFileName() + ".mv.db"))
        || Files.exists(stem.resolve("server.mv.db"));
  }

  /// The key that is given; null for none.
  ///
  /// @param isNew whether something new is encrypted with it; a passphrase is asked for twice then
  /// @throws JournalUnavailableException if it is unusable
  public @Nullable JournalKey find(boolean isNew) throws JournalUnavailableException {
    JournalKey found = known;
    if (found == null) {
      found = asks ? typed(isNew, "Passphrase of the journal: ", terminal) : given();
      known = found;
    }
    return found;
  }

  private @Nullable JournalKey given() throws JournalUnavailableException {
    return of(file, VARIABLE, environment);
  }

  /// The key in a file, else in a variable; null for none.
  static @Nullable JournalKey of(
      @Nullable Path file, String variable, Map<String, String> environment)
      throws JournalUnavailableException {
    try {
      String text = SecretText.of(file, variable, environment);
      return file == null && text.isEmpty() ? null : JournalKey.ofText(text);
    } catch (IllegalArgumentException e) {
      String advice = String.valueOf(e.getMessage());
      throw JournalUnavailableException.ofKey(
          advice.endsWith(".") ? advice.substring(0, advice.length() - 1) : advice);
    }
  }

  /// A passphrase as it is typed.
  static JournalKey typed(boolean isNew, String prompt, HiddenPrompt terminal)
      throws JournalUnavailableException {
    char[] words = terminal.ask(prompt);
    if (words == null) {
      throw JournalUnavailableException.ofKey(
          "there is no terminal to ask for the passphrase. Maybe use --journal-key-file");
    }
    String weak =
        isNew
            ? PasswordPolicy.find(new String(words), List.of("parley"))
                .map(why -> Complaint.sentence(why))
                .orElse("")
            : "";
    if (!weak.isEmpty()) {
      throw JournalUnavailableException.ofKey(weak.substring(0, weak.length() - 1));
    }
    if (isNew && !Arrays.equals(words, terminal.ask("Once more: "))) {
      throw JournalUnavailableException.ofKey("the two are not the same. Maybe type it again");
    }
    JournalKey key = JournalKey.ofPassphrase(words);
    Arrays.fill(words, ' ');
    return key;
  }
}
