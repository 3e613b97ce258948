package org.parley.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.store.JournalUnavailableException;
import org.parley.store.cipher.JournalKey;
import picocli.CommandLine.Option;

/// The key that the file of a journal gets in place of the one it has.
public final class NewJournalKeyOption {

  private static final String VARIABLE = "PARLEY_NEW_JOURNAL_KEY";

  private final Map<String, String> environment;

  @Option(
      names = "--new-key-file",
      paramLabel = "FILE",
      description =
          "rotate: the new key is the first line of this file. Else: PARLEY_NEW_JOURNAL_KEY.")
  private @Nullable Path file;

  @Option(names = "--ask-new-passphrase", description = "rotate: ask for a new passphrase.")
  private boolean asks;

  /// @param environment the environment, which may hold the key
  public NewJournalKeyOption(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// The new key; null for none.
  ///
  /// @throws JournalUnavailableException if it is unusable
  public @Nullable JournalKey find() throws JournalUnavailableException {
    return asks
        ? JournalKeyOption.typed(true, "New passphrase of the journal: ", JournalKeyOption::askHere)
        : JournalKeyOption.of(file, VARIABLE, environment);
  }
}
