package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.parley.model.PartyId;
import org.parley.model.round.TabledPackageId;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerWord;
import org.parley.round.SealedAnswer;
import org.parley.store.cipher.JournalKey;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;

/// A journal whose records, accounts, audit and sealed answers hold a word that no file may show.
@NullMarked
final class EncryptedWorld {

  /// The word.
  static final String CANARY = "canary-7f3e-zahrt";

  static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  private EncryptedWorld() {}

  /// Keys that differ, for tests alone.
  static JournalKey key(int number) {
    return JournalKey.ofText(keyText(number));
  }

  static String keyText(int number) {
    return "00112233445566778899aabbccddeeff00112233445566778899aabbccddee"
        + HexFormat.of().toHexDigits((byte) number);
  }

  /// Writes the word wherever people write.
  static void fill(Journal journal) {
    assertInstanceOf(
        AppendResult.Done.class,
        journal.appendUnchecked(
            List.of(
                new Change("parties", CANARY, null, "- {id: " + CANARY + "}"),
                new Change("sources", "s", null, (CANARY + " ").repeat(500))),
            CANARY,
            "Because of " + CANARY,
            NOON));
    Accounts people = Accounts.of(journal.database());
    TestAccounts.put(people, CANARY, "mediator", null, "rivers and bridges", NOON);
    Optional<String> trouble =
        BallotBox.of(journal.database())
            .append(
                CANARY,
                Clock.fixed(NOON, ZoneOffset.UTC),
                at ->
                    new SealedAnswer(
                        new TabledPackageId("k1"),
                        new PartyId(CANARY),
                        at,
                        CANARY,
                        new AnswerSheet(new AnswerWord.Accepts(), Map.of())),
                (_, _) -> Optional.empty());
    assertEquals(Optional.empty(), trouble);
  }

  /// The files below a folder that hold the word, in UTF-8 or UTF-16.
  static List<Path> readable(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(EncryptedWorld::shows).toList();
    }
  }

  private static boolean shows(Path file) {
    try {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      String wide =
          new String(CANARY.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
      return bytes.contains(CANARY) || bytes.contains(wide);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
