package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.casefile.folder.PrivateFiles;
import org.parley.model.cases.Case;

/// The journal beside a folder that is open in one program, or in two.
class FolderJournalTest {

  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: A, name: Arda, kind: state} # upstream
        - {id: B, name: Brenn, kind: state}
      """;

  @TempDir Path folder;
  private final AtomicLong seconds = new AtomicLong(1_766_923_200);

  /// A clock that is a second later whenever it is asked.
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return Instant.ofEpochSecond(seconds.incrementAndGet());
        }
      };

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), CASE);
  }

  private FolderJournal program() {
    return new FolderJournal(folder, "files", clock);
  }

  private String text() throws IOException {
    return Files.readString(folder.resolve("a.yaml"));
  }

  private Case change(String from, String to) throws IOException {
    assertTrue(text().contains(from), text());
    Files.writeString(folder.resolve("a.yaml"), text().replace(from, to));
    return load();
  }

  private Case load() throws IOException {
    return assertInstanceOf(LoadResult.Loaded.class, CaseFolder.of(folder).load()).contents();
  }

  /// What stands in the journal, and that it is what stands in the files.
  private List<Entry> entries() throws Exception {
    try (Journal journal = Journal.inFile(Journal.besideFolder(folder))) {
      assertEquals(load(), journal.snapshot().findCase().orElseThrow());
      assertInstanceOf(Verification.Intact.class, journal.verify(null));
      return journal.list(Long.MAX_VALUE, 1000).reversed();
    }
  }

  /// Somebody changes the case in the journal alone, as a server for a team does.
  private void elsewhere(String before, String after) throws Exception {
    try (Journal journal = Journal.inFile(Journal.besideFolder(folder))) {
      String text = Objects.requireNonNull(journal.contents().find("parties", "B"));
      assertTrue(text.contains(before), text);
      Change change = new Change("parties", "B", text, text.replace(before, after));
      assertInstanceOf(
          AppendResult.Done.class,
          journal.append(Judge.of(List.of(change)), "Cid", "By the server.", clock.instant()));
    }
  }

  private static String parties(int count) {
    StringBuilder many = new StringBuilder("parties:\n");
    for (int i = 0; i < count; i++) {
      many.append("  - {id: p").append(i).append(", name: Party ").append(i);
      many.append(", kind: state}\n");
    }
    return many.toString();
  }

  /// Rows are written two thousand at a time: the last part is as whole as the first.
  @Test
  void aLargeFolderIsRecordedInPartsAsOneTransaction() throws Exception {
    Files.writeString(folder.resolve("b.yaml"), parties(4_100));
    try (FolderJournal program = program()) {
      program.record(load(), "Ann", "Begun.");
      assertNull(program.trouble());
      assertTrue(program.hasRecordedWithin(Duration.ofMinutes(1)));
      assertTrue(program.recording().isEmpty());
      Journal journal = Objects.requireNonNull(program.find());
      assertEquals(4_103, journal.last());
      assertEquals(4_103, journal.listTogether(journal.find(1).orElseThrow()).size());
      assertEquals(4_103, journal.lastTogether(journal.find(1).orElseThrow()));
    }
    assertEquals("Begun.", entries().getLast().why());
  }

  /// A row of the second part is there already, so that the first part is taken back.
  @Test
  void ofALargeRecordingThatFailsNothingStays() throws Exception {
    Files.writeString(folder.resolve("b.yaml"), parties(4_100));
    Case whole = load();
    try (Journal journal = Journal.inFile(Journal.besideFolder(folder))) {
      Entry in =
          Chain.next(
              "0".repeat(64),
              3_000,
              clock.instant(),
              "x",
              "",
              new Change("parties", "A", null, "x"));
      journal
          .database()
          .atomically(
              handle -> {
                handle.execute(
                    "insert into entry (number, recorded, who, why, kind, record_id, text_after, previous, hash)"
                        + " values (3000, now(), 'x', '', 'parties', 'A', 'x', ?, ?)",
                    in.previous(),
                    in.hash());
                return true;
              });
      assertThrows(
          RuntimeException.class, () -> journal.record(whole, "Ann", "Begun.", clock.instant()));
      assertEquals(0, journal.last());
      assertTrue(journal.find(1).isEmpty());
    }
  }

  /// The case that many changes make is not parsed again. What is recorded is the folder all the
  /// same.
  @Test
  void manyChangesAtOnceAreRecordedAsTheFolderHasThem() throws Exception {
    try (FolderJournal program = program()) {
      program.record(load());
      Files.writeString(folder.resolve("b.yaml"), parties(1_200));
      program.record(load(), "Ann", "Many parties.");
      program.record(change("Arda", "Ardania"), "Ben", "One more change.");
      assertNull(program.trouble());
    }
    List<Entry> last = entries();
    assertEquals("Many parties.", last.get(last.size() - 2).why());
    assertEquals("Ben", last.getLast().who());
  }

  @Test
  void everyChangeIsThatOfWhoMadeIt() throws Exception {
    try (FolderJournal program = program()) {
      program.record(load());
      program.record(change("Arda", "Ardania"), "Ann", "A new name.");
      program.record(change("Brenn", "Brenna"), "Ben", "Another.");
      assertNull(program.trouble());
    }
    List<Entry> entries = entries();
    assertEquals(
        List.of("files", "files", "files", "Ann", "Ben"),
        entries.stream().map(Entry::who).toList());
  }

  @Test
  void whatOthersEnteredMeanwhileComesIntoTheFiles() throws Exception {
    try (FolderJournal program = program()) {
      program.record(load(), "Ann", "Begun.");
    }
    elsewhere("Brenn", "Brenna");
    try (FolderJournal program = program()) {
      program.record(change("Arda", "Ardania"), "Ann", "A new name.");
      assertNull(program.trouble());
    }
    assertTrue(text().contains("Brenna") && text().contains("Ardania, kind: state} # upstream"));
    assertEquals(5, entries().size());
  }

  @Test
  void whatBothChangedIsSaidAndNothingIsOverwritten() throws Exception {
    try (FolderJournal program = program()) {
      program.record(load(), "Ann", "Begun.");
    }
    elsewhere("Brenn", "Brenna");
    change("Brenn", "Brennland");
    String mine = text();
    try (FolderJournal program = program()) {
      program.record(load(), "Ann", "Mine.");
      String trouble = String.valueOf(program.trouble());
      assertTrue(trouble.contains("B/name") && trouble.contains("Cid"), trouble);
      assertTrue(trouble.contains("Maybe stop Parley, and see parley record"), trouble);
      program.tryAgain();
    }
    assertEquals(mine, text());
    try (Journal journal = Journal.inFile(Journal.besideFolder(folder))) {
      String text = String.valueOf(journal.contents().find("parties", "B"));
      assertTrue(text.contains("Brenna"), text);
      assertEquals(4, journal.last());
    }
  }

  /// Keeps the journal as another program does.
  private FileChannel inUse() throws IOException {
    Path file = DatabaseAddress.h2File(Journal.besideFolder(folder));
    PrivateFiles.make(file);
    FileChannel held = FileChannel.open(file, StandardOpenOption.WRITE);
    held.lock();
    return held;
  }

  /// The second program cannot open the journal while another has it. What it owed is old by the
  /// time it can, and takes nothing back.
  @Test
  void twoProgramsOnOneFolderOverwriteNothing() throws Exception {
    try (FolderJournal second = program()) {
      try (FileChannel _ = inUse()) {
        second.record(load());
        second.record(change("Arda", "Ardania"), "Ben", "A new name.");
        assertTrue(String.valueOf(second.trouble()).contains("in use"), second.trouble());
      }
      try (FolderJournal first = program()) {
        first.record(load(), "files", "Begun.");
        first.record(change("Ardania", "Ardanien"), "Ann", "In their own tongue.");
        first.record(change("Brenn", "Brenna"), "Ann", "Another.");
        assertNull(first.trouble());
      }
      second.record(load());
      second.record(change("Brenna", "Brennia"), "Ben", "The last.");
      assertNull(second.trouble());
    }
    List<Entry> entries = entries();
    assertEquals(
        List.of("Ardania by files", "Ardanien by Ann"),
        entries.stream()
            .filter(each -> each.change().id().equals("A"))
            .map(
                each ->
                    String.valueOf(each.change().after()).replaceAll("(?s).*name: (\\w+).*", "$1")
                        + " by "
                        + each.who())
            .toList(),
        "each name once");
    assertEquals("Ben", entries.getLast().who());
  }

  /// What could not be recorded when it was made is recorded as its author's.
  @Test
  void whatWasOwedIsRecordedAsTheirs() throws Exception {
    try (FolderJournal program = program()) {
      try (FileChannel _ = inUse()) {
        program.record(load());
        program.record(change("Arda", "Ardania"), "Ann", "A new name.");
        assertTrue(program.trouble() != null);
      }
      program.record(change("Brenn", "Brenna"), "Ben", "Another.");
      assertNull(program.trouble());
    }
    assertEquals(
        List.of("files", "files", "files", "Ann", "Ben"),
        entries().stream().map(Entry::who).toList());
  }
}
