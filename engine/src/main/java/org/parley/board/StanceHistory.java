package org.parley.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.board.cell.Cell;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.text.OptionId;
import org.parley.model.text.Subject;

/// The stances of the parties on one subject over time.
///
/// Costs one row for each day listed. Of a large case only some days are.
///
/// @param turns the changes, in order of time
/// @param isWhole whether every day was read on which something was said or done about it
public record StanceHistory(List<Turn> turns, boolean isWhole) {

  /// The direction of a change.
  public enum Direction {
    /// The first word on record.
    FIRST,
    NEARER,
    FURTHER,
    /// No word stands any more.
    WITHDRAWN,
    /// The same stance, with other options preferred or refused.
    SAME
  }

  /// A cell from the day on which its stance, or its preferred or refused options, changed.
  public record Turn(LocalDate from, Cell cell, Direction direction) {

    /// The options preferred, each once.
    public List<OptionId> preferred() {
      return cell.preferences().stream().map(Cell.Preference::option).distinct().toList();
    }

    /// The options refused, each once.
    public List<OptionId> refused() {
      return cell.refusals().stream().map(Cell.RefusedOption::option).distinct().toList();
    }
  }

  public StanceHistory {
    turns = List.copyOf(turns);
  }

  /// The history of a subject by the end of a day, as known on a day.
  public static StanceHistory of(Boards boards, Subject subject, AsOf until) {
    Set<Subject> subjects = new HashSet<>(boards.hierarchy.wholesOf(subject));
    subjects.add(subject);
    NavigableSet<LocalDate> all = boards.turningDays().of(subjects, until);
    List<LocalDate> listed = Stock.sampled(List.copyOf(all), Stock.mostDays(boards));
    Map<PartyId, Turn> last = new HashMap<>();
    List<Turn> turns = new ArrayList<>();
    for (LocalDate day : listed) {
      for (Cell cell : boards.row(subject, new AsOf(day, until.knownAt())).cells()) {
        Turn before = last.get(cell.party());
        Turn now = new Turn(day, cell, direction(before, cell));
        if (isChange(before, now)) {
          turns.add(now);
          last.put(cell.party(), now);
        }
      }
    }
    return new StanceHistory(turns, listed.size() == all.size());
  }

  private static Direction direction(@Nullable Turn before, Cell now) {
    if (before == null) {
      return Direction.FIRST;
    }
    Stance then = before.cell.stance();
    if (then == now.stance()) {
      return Direction.SAME;
    }
    if (now.stance() == Stance.SILENT) {
      return Direction.WITHDRAWN;
    }
    return now.stance().compareTo(then) < 0 ? Direction.NEARER : Direction.FURTHER;
  }

  private static boolean isChange(@Nullable Turn before, Turn now) {
    if (before == null) {
      return now.cell.stance() != Stance.SILENT
          || !now.preferred().isEmpty()
          || !now.refused().isEmpty();
    }
    return before.cell.stance() != now.cell.stance()
        || !Set.copyOf(before.preferred()).equals(Set.copyOf(now.preferred()))
        || !Set.copyOf(before.refused()).equals(Set.copyOf(now.refused()));
  }
}
