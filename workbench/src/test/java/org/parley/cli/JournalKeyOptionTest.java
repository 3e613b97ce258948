package org.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.cipher.JournalKey;
import picocli.CommandLine;

/// A passphrase at a terminal: twice and of some strength for a new journal, once for one that is
/// there.
@NullMarked
class JournalKeyOptionTest {

  private static final String GOOD = "four rivers in a row";

  @TempDir Path folder;
  private final Deque<String> asked = new ArrayDeque<>();

  private JournalKeyOption typing(String... words) {
    Deque<String> typed = new ArrayDeque<>(List.of(words));
    JournalKeyOption option =
        new JournalKeyOption(
            Map.of(),
            prompt -> {
              asked.add(prompt);
              return Objects.requireNonNull(typed.poll()).toCharArray();
            });
    new CommandLine(
            CommandLine.Model.CommandSpec.create()
                .addMixin("key", CommandLine.Model.CommandSpec.forAnnotatedObject(option)))
        .parseArgs("--ask-passphrase");
    return option;
  }

  private DatabaseAddress river() {
    return DatabaseAddress.ofFile(folder.resolve("river"));
  }

  private String refusal(String... words) {
    JournalUnavailableException refused =
        assertThrows(JournalUnavailableException.class, () -> typing(words).on(river()));
    return String.valueOf(refused.getMessage());
  }

  @Test
  void aNewPassphraseIsTypedTwice() throws Exception {
    assertEquals("the two are not the same. Maybe type it again", refusal(GOOD, GOOD + "!"));
    assertTrue(refusal("short").startsWith("A password has "));
    asked.clear();
    DatabaseAddress address = typing(GOOD, GOOD).on(river());
    assertEquals(List.of("Passphrase of the journal: ", "Once more: "), List.copyOf(asked));
    Journal.at(address).close();
    asked.clear();
    Journal.existing(typing(GOOD).on(river())).close();
    assertEquals(List.of("Passphrase of the journal: "), List.copyOf(asked));
    DatabaseAddress wrong = typing("four rivers in a tow").on(river());
    JournalUnavailableException refused =
        assertThrows(JournalUnavailableException.class, () -> Journal.existing(wrong));
    assertTrue(String.valueOf(refused.getMessage()).contains("has another passphrase"));
  }

  @Test
  void itIsAskedForOnceInARun() throws Exception {
    JournalKeyOption option = typing(GOOD);
    JournalKey key = option.find(false);
    assertEquals(key, option.find(true));
    option.askNothing();
    assertNull(new JournalKeyOption(Map.of()).find(true));
  }
}
