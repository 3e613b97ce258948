package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;

/// A journal that an older program, or damage, left without a case: the fewest entries to take
/// back.
@NullMarked
class RepairTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");
  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: A, name: Arda, kind: state}
      sources:
        - {id: gazette, publisher: P, title: Gazette, date: 2025-03-01, kind: report, reliability: B, language: en}
        - {id: herald, publisher: P, title: Herald, date: 2025-03-01, kind: report, reliability: B, language: en}
      """;

  @TempDir Path folder;

  private Journal journal;

  @BeforeEach
  void open() throws Exception {
    journal = Journal.inFile(folder.resolve("journal"));
    LoadResult.Loaded loaded =
        assertInstanceOf(LoadResult.Loaded.class, CaseReader.read(Map.of("a.yaml", CASE)));
    journal.record(loaded.contents(), "Ann", "Begun.", NOON);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private void force(String who, String kind, String id, @Nullable String after) {
    Unsound.force(journal, who, kind, id, after, NOON);
  }

  private static String claim(String id, String... sources) {
    return "  - {id: %s, party: A, speaker: S, asserts: agreed, said: 2025-03-01, source: [%s], about: [whole], paraphrase: Yes}\n"
        .formatted(id, String.join(", ", sources));
  }

  private void assertRepaired(Repair repair) {
    long before = journal.last();
    assertInstanceOf(
        AppendResult.Done.class,
        journal.append(Judge.of(repair.changes()), "Ann", "Repairs the journal.", NOON));
    assertTrue(journal.snapshot().findCase().isPresent());
    assertEquals(before + repair.changes().size(), journal.last(), "nothing is deleted");
    assertInstanceOf(Verification.Intact.class, journal.verify(null));
  }

  @Test
  void aJournalThatHoldsACaseNeedsNone() {
    assertEquals(List.of(), Repair.of(journal).entries());
  }

  /// The source went at one server and was cited at the other: one of the two entries is enough.
  @Test
  void oneOfTwoEntriesIsEnough() {
    force("Ann", "sources", "gazette", null);
    force("Ben", "claims", "c1", claim("c1", "gazette"));
    Repair repair = Repair.of(journal);
    assertEquals(1, repair.entries().size());
    assertTrue(repair.isLeast());
    assertRepaired(repair);
  }

  /// Three claims cite a source that went: taking back its removal is the least.
  @Test
  void theRemovalIsTakenBackRatherThanThreeClaims() {
    force("Ben", "claims", "c1", claim("c1", "gazette"));
    force("Ben", "claims", "c2", claim("c2", "gazette"));
    force("Ann", "sources", "gazette", null);
    force("Ben", "claims", "c3", claim("c3", "gazette", "herald"));
    Repair repair = Repair.of(journal);
    assertEquals(List.of("gazette"), ids(repair));
    assertEquals("Ann", repair.entries().getFirst().who());
    assertRepaired(repair);
  }

  /// The wrong change is not the last of its record: the later one goes as well.
  @Test
  void whatWasChangedTwiceIsTakenBackTwice() {
    force("Ann", "claims", "c1", claim("c1", "herald"));
    force("Ben", "claims", "c1", claim("c1", "nowhere"));
    force("Ben", "claims", "c1", claim("c1", "nowhere", "herald"));
    Repair repair = Repair.of(journal);
    assertEquals(List.of("c1", "c1"), ids(repair));
    assertEquals(1, repair.changes().size());
    assertRepaired(repair);
    assertEquals(claim("c1", "herald"), journal.contents().find("claims", "c1"));
  }

  @Test
  void aTextThatCannotBeReadIsTakenBack() {
    force("Ann", "claims", "c1", claim("c1", "herald"));
    force("Ben", "claims", "c2", "  - {id: c2, [\n");
    assertEquals(List.of("c2"), ids(Repair.of(journal)));
    assertRepaired(Repair.of(journal));
  }

  private static List<String> ids(Repair repair) {
    return repair.entries().stream().map(each -> each.change().id()).toList();
  }

  /// No fewer entries would do: compared with trying every set of the entries that were forced.
  @Test
  void noSmallerSetWouldDo() {
    for (int seed = 0; seed < 8; seed++) {
      Random random = new Random(seed);
      long begun = journal.last();
      for (int i = 0; i < 5; i++) {
        String source = random.nextBoolean() ? "gazette" : "herald";
        if (random.nextInt(3) == 0) {
          String text = journal.contents().find("sources", source);
          force("Ann", "sources", source, text == null ? source(source) : null);
        } else {
          force("Ben", "claims", "s" + seed + "c" + i, claim("s" + seed + "c" + i, source));
        }
      }
      Repair repair = Repair.of(journal);
      List<Entry> forced = new ArrayList<>(journal.list(Long.MAX_VALUE, 5));
      assertEquals(
          smallest(forced), repair.entries().size(), "seed " + seed + ": " + repair.entries());
      if (!repair.entries().isEmpty()) {
        assertRepaired(repair);
      }
      assertTrue(journal.last() >= begun);
    }
  }

  private static String source(String id) {
    return "  - {id: %s, publisher: P, title: T, date: 2025-03-01, kind: report, reliability: B, language: en}\n"
        .formatted(id);
  }

  /// The size of the smallest set of entries, each the latest of its record still standing, without
  /// which the records are a case.
  private int smallest(List<Entry> entries) {
    int smallest = entries.size();
    for (int set = 0; set < 1 << entries.size(); set++) {
      if (Integer.bitCount(set) < smallest && leavesACase(entries, set)) {
        smallest = Integer.bitCount(set);
      }
    }
    return smallest;
  }

  private boolean leavesACase(List<Entry> entries, int set) {
    Contents.Playing playing = new Contents.Playing(journal.contents());
    for (int i = 0; i < entries.size(); i++) {
      Entry each = entries.get(i);
      if ((set & 1 << i) == 0) {
        continue;
      }
      String stands = playing.contents().find(each.change().kind(), each.change().id());
      if (!Objects.equals(stands, each.change().after())) {
        return false;
      }
      playing.play(each.change().inverse());
    }
    return playing.contents().read() instanceof LoadResult.Loaded;
  }
}
