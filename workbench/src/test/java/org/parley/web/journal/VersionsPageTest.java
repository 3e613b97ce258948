package org.parley.web.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.casefile.form.RecordForm;
import org.parley.redline.Piece;
import org.parley.store.Change;
import org.parley.store.Entry;
import org.parley.store.Undo;
import org.parley.web.SmallWorld;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;

/// A point was added, changed twice and removed; its versions are compared and taken back.
@NullMarked
class VersionsPageTest {

  private static final OpenCase OPEN = SmallWorld.open();

  private static String point(String title, String summary) {
    return "- {id: p9, number: \"9\", title: %s, summary: %s, instrument: treaty}\n"
        .formatted(title, summary);
  }

  private static final String FIRST = point("Fish", "Of the lake");
  private static final String SECOND = point("Fish and reeds", "Of the lake");
  private static final String THIRD = point("Fish and reeds", "Of the sea");

  private static Entry entry(long number, @Nullable String before, @Nullable String after) {
    return new Entry(
        number,
        Instant.parse("2025-12-28T12:00:00Z"),
        "ann",
        "",
        new Change("points", "p9", before, after),
        "",
        "");
  }

  private static final List<Entry> ENTRIES =
      List.of(
          entry(3, null, FIRST),
          entry(5, FIRST, SECOND),
          entry(8, SECOND, THIRD),
          entry(13, THIRD, null));

  private static VersionsPage page(String... pairs) {
    Map<String, List<String>> given =
        pairs.length == 0
            ? Map.of()
            : Map.of(pairs[0], List.of(pairs[1]), pairs[2], List.of(pairs[3]));
    return VersionsPage.of(OPEN, "p9", ENTRIES, new Query(given));
  }

  private static String labels(VersionsPage page) {
    return page.changed().stream().map(EntryPage.Changed::label).collect(Collectors.joining(", "));
  }

  @Test
  void theLastTwoVersionsAreComparedUnlessOthersAreAskedFor() {
    VersionsPage page = page();
    assertEquals(8, page.from());
    assertEquals(13, page.to());
    assertEquals(List.of(13L, 8L, 5L, 3L), page.versions().stream().map(Entry::number).toList());
  }

  /// Two entries, and the fields that differ between them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          3 | 5 | Title
          5 | 8 | Summary
          3 | 8 | Title, Summary
          4 | 7 | Title
          8 | 8 | ''
          """)
  void fieldsThatDiffer(String from, String to, String labels) {
    assertEquals(labels, labels(page("from", from, "to", to)));
  }

  @Test
  void theWordsThatCameAndWentAreTold() {
    List<Piece> pieces = page("from", "3", "to", "5").changed().getFirst().pieces();
    assertTrue(pieces.size() >= 2, pieces.toString());
    assertTrue(pieces.toString().contains("and reeds"), pieces.toString());
  }

  @Test
  void beforeTheFirstEntryThereWasNothing() {
    RecordForm form = RecordForm.of("points");
    assertNull(UndoPreview.at(form, ENTRIES, 2));
    assertNotNull(UndoPreview.at(form, ENTRIES, 3));
    assertNull(UndoPreview.at(form, ENTRIES, 13));
    assertEquals(UndoPreview.at(form, ENTRIES, 5), UndoPreview.at(form, ENTRIES, 7));
  }

  @Test
  void aRemovedRecordIsCalledByItsKindAndId() {
    VersionsPage page = page();
    assertFalse(page.stands());
    assertEquals("Versions of point p9", page.title());
  }

  @Test
  void aRecordThatNeverWasHasNoVersions() {
    assertThrows(
        NotOnRecord.class, () -> VersionsPage.of(OPEN, "p9", List.of(), new Query(Map.of())));
  }

  // one entry

  private static EntryPage entryPage(Entry entry) {
    Undo undo =
        Undo.of(List.of(entry), OPEN.view().info(), OPEN.view().records(), java.util.Set.of());
    return EntryPage.of(
        OPEN, "/x", new UndoPreview(entry, List.of(entry), false, undo), List.of(), "");
  }

  @ParameterizedTest
  @CsvSource({"0, was added", "1, was changed", "3, was removed"})
  void anEntryIsToldInOneLine(int index, String verb) {
    assertEquals("Point p9 " + verb, entryPage(ENTRIES.get(index)).title());
  }

  @Test
  void theUndoOfARemovalBringsTheRecordBack() {
    EntryPage page = entryPage(ENTRIES.getLast());
    assertFalse(page.stands());
    assertEquals(1, page.effects().size());
    assertTrue(
        page.effects().getFirst().startsWith("Point p9 comes back"), page.effects().toString());
  }

  @Test
  void anEntryWithoutANumberForItsReaderIsNotNumbered() {
    Entry hidden = entry(0, THIRD, null);
    assertEquals("Undo this change", entryPage(hidden).save().replaceAll(" –.*", ""));
    assertEquals("Undo this entry", entryPage(ENTRIES.getLast()).save().replaceAll(" –.*", ""));
  }

  @Test
  void theHeaderHasNoFieldsButWords() {
    Entry header =
        new Entry(
            9,
            Instant.parse("2025-12-28T12:00:00Z"),
            "ann",
            "",
            new Change("case", "case", "title: River", "title: The river"),
            "",
            "");
    EntryPage page = entryPage(header);
    assertTrue(page.isHeader());
    assertEquals("The header was changed", page.title());
    assertEquals("The header", page.changed().getFirst().label());
  }
}
