package org.parley.answer.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;

/// The parts of a list of acts, one after the other, are the whole list.
class ActsAnswerLawTest {

  @Test
  void thePartsAreTheWhole() throws Exception {
    Path here = Path.of("").toAbsolutePath();
    Path examples =
        Files.isDirectory(here.resolve("examples"))
            ? here.resolve("examples")
            : Objects.requireNonNull(here.getParent()).resolve("examples");
    if (!(CaseFolder.of(examples.resolve("colombia-2016")).load() instanceof Loaded loaded)) {
      throw new AssertionError("no case");
    }
    CaseView view = loaded.contents().viewFor(new Viewer.Mediator());
    ActLedger ledger = Acts.of(view).at(new AsOf(LocalDate.of(2018, 8, 1), LocalDate.MAX));
    ActsAnswer whole = ActsAnswer.of(view, ledger);
    assertTrue(whole.acts().size() > 20, () -> whole.acts().toString());
    assertFalse(whole.more());
    for (int limit : new int[] {1, 7, whole.acts().size(), Integer.MAX_VALUE}) {
      List<ActsAnswer.ListedAct> all = new ArrayList<>();
      for (boolean more = true; more; ) {
        ActsAnswer part = ActsAnswer.of(view, ledger, all.size(), limit);
        assertEquals(whole.total(), part.total());
        assertEquals(all.size(), part.offset());
        assertEquals(whole.instruments(), part.instruments());
        all.addAll(part.acts());
        more = part.more();
        assertEquals(all.size() < whole.total(), more);
      }
      assertEquals(whole.acts(), all);
    }
    assertEquals(
        List.of(), ActsAnswer.of(view, ledger, Integer.MAX_VALUE, Integer.MAX_VALUE).acts());
  }
}
