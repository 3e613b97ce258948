package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
import org.parley.model.text.Point;

/// A history says of every day which position packages of that day rest on, over generated cases.
@NullMarked
class PositionHistoryLawTest {

  private static final int CASES = Effort.of(30, 200);

  @Test
  void thePositionOfADayIsTheLastThatBeganToCount() {
    int held = 0;
    int compared = 0;
    for (long seed = 0; seed < CASES; seed++) {
      CaseView view = Cases.of(seed).viewFor(new Viewer.Mediator());
      Set<LocalDate> days = new TreeSet<>(Set.of(LocalDate.of(1900, 1, 1)));
      view.positions().stream()
          .map(Position::from)
          .filter(Objects::nonNull)
          .map(Edtf::latestDay)
          .forEach(days::add);
      for (Point point : view.points()) {
        PositionHistory history = PositionHistory.of(view, point.id(), AsOf.LATEST);
        held += history.held().size();
        for (LocalDate day : days) {
          for (Party party : view.parties()) {
            Optional<PositionId> counts =
                CasePackages.position(view, AsOf.of(day), party.id(), point).map(Position::id);
            assertEquals(
                counts.orElse(null),
                last(history, party, day),
                "seed " + seed + ", " + point.id() + ", " + party.id() + ", " + day);
            compared++;
          }
        }
      }
    }
    assertTrue(held > Effort.of(30, 200), "positions held: " + held);
    assertTrue(compared > Effort.of(750, 5_000), "days compared: " + compared);
  }

  private static @Nullable PositionId last(PositionHistory history, Party party, LocalDate day) {
    PositionId last = null;
    for (PositionHistory.Held each : history.held()) {
      LocalDate from = each.from();
      if (each.party().equals(party.id()) && (from == null || !from.isAfter(day))) {
        last = each.position();
      }
    }
    return last;
  }
}
