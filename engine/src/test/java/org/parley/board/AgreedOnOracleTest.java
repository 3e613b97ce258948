package org.parley.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.acts.Acts;
import org.parley.board.word.Stance;
import org.parley.model.Cases;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.text.Point;

/// The day on which a point was agreed, beside a board of each day.
@NullMarked
class AgreedOnOracleTest {

  private static final int CASES = 250;

  @Test
  void theDayIsTheFirstOfAllBoards() {
    int agreed = 0;
    for (long seed = 0; seed < CASES; seed += 5) {
      CaseView view = Cases.of(seed).viewFor(new Viewer.Mediator());
      List<PartyId> columns = view.columns().stream().map(Party::id).toList();
      if (columns.size() < 2) {
        continue;
      }
      NavigableSet<LocalDate> days = days(view);
      Boards boards = Boards.of(view);
      LocalDate middle = days.isEmpty() ? LocalDate.of(2025, 1, 1) : middle(days);
      for (AsOf until : List.of(AsOf.of(LocalDate.of(2100, 1, 1)), AsOf.of(middle))) {
        for (Point point : view.points()) {
          List<PartyId> pair = columns.subList(0, 2);
          Optional<LocalDate> expected = first(boards, point, pair, days, until);
          String where = "seed " + seed + ", point " + point.id() + ", " + until;
          assertEquals(expected, boards.agreedOn(point.id(), pair, until), where);
          agreed += expected.isPresent() ? 1 : 0;
        }
      }
    }
    assertTrue(agreed > 10, "agreed: " + agreed);
  }

  private static Optional<LocalDate> first(
      Boards boards, Point point, List<PartyId> among, NavigableSet<LocalDate> days, AsOf until) {
    return days.headSet(until.date(), true).stream()
        .filter(
            day -> {
              Board board = boards.at(new AsOf(day, until.knownAt()));
              return board.shows(point.id()) && board.standing(point.id(), among) == Stance.AGREED;
            })
        .findFirst();
  }

  /// The days on which anything was said, done or written.
  private static NavigableSet<LocalDate> days(CaseView view) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    view.claims().forEach(each -> days.add(AsOf.saidBy(each)));
    Acts.of(view).inOrder().forEach(each -> days.add(each.doneBy()));
    view.instruments()
        .forEach(
            each -> {
              each.versions().forEach(version -> days.add(version.date().latestDay()));
              Edtf known = each.known();
              if (known != null) {
                days.add(known.latestDay());
              }
            });
    return days;
  }

  private static LocalDate middle(NavigableSet<LocalDate> days) {
    return List.copyOf(days).get(days.size() / 2);
  }
}
