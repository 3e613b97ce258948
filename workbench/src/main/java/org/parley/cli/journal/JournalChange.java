package org.parley.cli.journal;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that appends to an existing journal under a user's name.
abstract class JournalChange implements Callable<Integer> {

  private final Clock clock;

  @Mixin private final JournalArgument argument;

  @Mixin private final Signature signature = new Signature();

  @Spec private @Nullable CommandSpec spec;

  /// @param environment the environment, which may hold the password of a database
  JournalChange(Clock clock, Map<String, String> environment) {
    this.clock = clock;
    this.argument = new JournalArgument(environment);
  }

  @Override
  public final Integer call() throws IOException, JournalUnavailableException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    try (Journal journal = argument.openExisting(line.getErr())) {
      return change(journal, line);
    }
  }

  /// Adds the entries, and answers with the exit code.
  abstract int change(Journal journal, CommandLine line)
      throws IOException, JournalUnavailableException;

  JournalArgument argument() {
    return argument;
  }

  Signature signature() {
    return signature;
  }

  Instant now() {
    return clock.instant();
  }
}
