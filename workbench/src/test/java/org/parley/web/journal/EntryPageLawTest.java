package org.parley.web.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Effort;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.store.Entry;
import org.parley.store.Erasure;
import org.parley.store.ErasureOrder;
import org.parley.store.Journal;
import org.parley.store.Undo;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;

/// Every entry of any history has a page that says what changed, and what its undo does: the
/// header, records of all kinds, and entries whose text was erased.
@NullMarked
class EntryPageLawTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  @TempDir private Path folder;
  private final Set<String> kinds = new HashSet<>();

  @Test
  void everyEntryHasAPage() throws Exception {
    for (int seed = 0; seed < Effort.of(2, 12); seed++) {
      try (Journal journal = Journal.inFile(folder.resolve("from" + seed));
          Journal other = Journal.inFile(folder.resolve("to" + seed))) {
        for (int step = 0; step < 3; step++) {
          journal.record(
              Cases.of(seed + step), "Ann", "Step " + step + ".", NOON.plusSeconds(step));
        }
        look(journal);
        ErasureOrder order = new ErasureOrder(Set.of(), List.of("Step 1"), "Asked for.");
        assertTrue(
            Erasure.plan(journal, order) instanceof Erasure.Outcome.Found(Erasure planned)
                && planned.write(journal, other, order));
        look(other);
      }
    }
    assertTrue(kinds.contains("case") && kinds.size() > 6, kinds::toString);
  }

  private void look(Journal journal) {
    Case now = journal.snapshot().findCase().orElseThrow();
    OpenCase open = new OpenCase(now.viewFor(new Viewer.Mediator()));
    for (Entry entry : journal.list(Long.MAX_VALUE, Integer.MAX_VALUE)) {
      kinds.add(entry.change().kind());
      Undo undo = Undo.of(List.of(entry), now.info(), now.records(), Set.of());
      EntryPage page = new EntryPage(open, "/", entry, 1, undo, List.of(), false, List.of(), "");
      assertFalse(page.title().isBlank(), entry::toString);
      assertFalse(page.changed().isEmpty(), entry::toString);
      assertEquals(undo.clashes().size(), page.choices().size(), entry::toString);
      assertEquals(undo.changes().size(), page.effects().size(), entry::toString);
      String id = entry.change().id();
      if (!entry.change().kind().equals("case")) {
        VersionsPage versions = VersionsPage.of(open, id, journal.listOf(id), new Query(Map.of()));
        assertFalse(versions.versions().isEmpty(), entry::toString);
        assertFalse(versions.title().isBlank(), entry::toString);
      }
    }
  }
}
