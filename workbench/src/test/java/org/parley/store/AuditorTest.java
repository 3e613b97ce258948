package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditorTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static Change change(@Nullable String before, @Nullable String after) {
    return new Change("parties", "AA", before, after);
  }

  /// Three entries on one party, the last of which removes it.
  private static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    String previous = Chain.START;
    for (Change each : List.of(change(null, "x"), change("x", "y"), change("y", null))) {
      Entry entry = Chain.next(previous, entries.size() + 1, NOON, "Ann", "", each);
      entries.add(entry);
      previous = entry.hash();
    }
    return entries;
  }

  private static Verification verify(@Nullable String noted, long number, List<Entry> entries) {
    Auditor auditor = new Auditor(noted);
    entries.forEach(auditor::look);
    return auditor.conclude(number, entries.getLast().hash());
  }

  @Test
  void countsTheEntriesThatAreIntact() {
    List<Entry> entries = entries();
    Auditor auditor = new Auditor(null);
    assertEquals(0, auditor.count());
    for (Entry each : entries) {
      auditor.look(each);
      assertEquals(each.number(), auditor.count());
    }
    assertEquals(
        new Verification.Intact(3, entries.getLast().hash()),
        auditor.conclude(3, entries.getLast().hash()));
    auditor.look(entries.getLast());
    assertEquals(3, auditor.count(), "the third again is no fourth");
  }

  @Test
  void saysWhatIsWrongAndWhereFirst() {
    List<Entry> entries = entries();
    assertEquals(
        new Verification.Broken(2, "it is missing"),
        verify(null, 3, List.of(entries.getFirst(), entries.getLast())));
    assertEquals(
        new Verification.Broken(4, "entries at the end are missing"), verify(null, 4, entries));
    assertEquals(
        new Verification.Broken(
            4, "no entry has the hash noted: entries were replaced, or lost at the end"),
        verify("of another journal", 3, entries));
    assertEquals(
        new Verification.Intact(3, entries.getLast().hash()),
        verify(entries.get(1).hash(), 3, entries));
    Entry second = entries.get(1);
    Entry altered =
        new Entry(
            2, second.at(), "Bob", second.why(), second.change(), second.previous(), second.hash());
    assertEquals(
        new Verification.Broken(2, "it was altered after it was recorded"),
        verify(null, 3, List.of(entries.getFirst(), altered, entries.getLast())));
    Entry first = Chain.next(Chain.START, 1, NOON, "Ann", "", change("no", "x"));
    assertEquals(
        new Verification.Broken(1, "it changes a text of AA that did not stand"),
        verify(null, 1, List.of(first)));
  }
}
