package org.parley.board;

import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;

/// A generated case and a day to look at it.
@NullMarked
record Boardable(long seed, Case all, AsOf asOf) {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 760;

  /// Narrow boards and wide ones, few claims and many; half of them with the knowledge of a day.
  static Boardable of(long seed) {
    Random random = new Random(seed ^ 0xB0A4D);
    int parties = random.nextBoolean() ? 2 + random.nextInt(4) : 6 + random.nextInt(3);
    Case all =
        Cases.of(
            seed,
            new Cases.Size(
                parties, 1 + random.nextInt(9), random.nextInt(80), random.nextBoolean()));
    LocalDate day = FIRST.plusDays(100 + random.nextInt(DAYS - 100));
    LocalDate known = day.plusDays(random.nextInt(80) - 40L);
    return new Boardable(seed, all, random.nextBoolean() ? AsOf.of(day) : new AsOf(day, known));
  }

  CaseView view() {
    return all.viewFor(new Viewer.Mediator());
  }

  Board board() {
    return board(all);
  }

  Board board(Case other) {
    return Board.of(other.viewFor(new Viewer.Mediator()), asOf);
  }

  @Override
  public String toString() {
    return "seed " + seed + ", " + asOf;
  }
}
