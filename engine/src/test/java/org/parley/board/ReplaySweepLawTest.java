package org.parley.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.acts.Acts;
import org.parley.board.ReplaySweep.ReplayedDay;
import org.parley.exact.Budget;
import org.parley.model.cases.CaseView;
import org.parley.model.cases.KnownRecords;
import org.parley.sweep.SweepParts;

/// A replay says of every day what could be said on it, over generated cases.
@NullMarked
class ReplaySweepLawTest {

  private static final int CASES = Effort.of(8, 60);

  private static List<ReplayedDay> days(CaseView view, LocalDate first, int days) {
    ReplaySweep sweep = new ReplaySweep(view, first, days);
    return sweep.part(sweep.seeds(), Budget.unlimited()).days();
  }

  @Test
  void theDaysMayBeComputedAnywhere() {
    int turns = 0;
    for (long seed = 0; seed < CASES; seed++) {
      CaseView view = Boardable.of(seed).view();
      LocalDate first = Board.firstDay(view, Acts.of(view)).orElse(LocalDate.of(2024, 1, 1));
      ReplaySweep sweep = new ReplaySweep(view, first, 100);
      ReplaySweep.Replay whole = sweep.answer(sweep.part(sweep.seeds(), Budget.unlimited()));
      assertEquals(whole, SweepParts.anyhow(sweep, new Random(seed)), "seed " + seed);
      assertEquals(100, whole.days());
      assertEquals(first, whole.turns().getFirst().stock().day());
      turns += whole.turns().size();
    }
    assertTrue(turns > 5 * CASES, "turns: " + turns);
  }

  /// A case without what was not known on a day has the same days until then.
  @Test
  void whatBecameKnownLaterChangesNoEarlierDay() {
    int later = 0;
    for (long seed = 0; seed < CASES; seed++) {
      CaseView view = Boardable.of(seed).view();
      LocalDate first = Board.firstDay(view, Acts.of(view)).orElse(LocalDate.of(2024, 1, 1));
      LocalDate last = first.plusDays(80);
      int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
      CaseView known = KnownRecords.of(view, last);
      assertEquals(days(known, first, days), days(view, first, days), "seed " + seed);
      later += view.records().size() - known.records().size();
    }
    assertTrue(later > CASES, "records left out: " + later);
  }
}
