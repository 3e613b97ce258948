package org.parley.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.cases.KnownRecords;
import org.parley.sweep.SeedSweep;
import org.parley.sweep.Seeds;

/// A case as it stood at the end of each day, with the knowledge of that day. Seeds number the
/// days.
///
/// Nothing that became known later counts, whatever it is about. Cost: for each day linear in the
/// records.
public final class ReplaySweep implements SeedSweep<ReplaySweep.ReplayedDays, ReplaySweep.Replay> {

  private static final int PART = 8;

  private final CaseView view;
  private final LocalDate first;
  private final int days;

  /// Consecutive days.
  public record ReplayedDays(List<ReplayedDay> days) {
    public ReplayedDays {
      days = List.copyOf(days);
    }
  }

  /// The board of one day, in numbers.
  ///
  /// @param claims how many claims stood
  /// @param contradictions how many pairs of them could not both be the last word
  /// @param stock with its day
  public record ReplayedDay(int claims, int contradictions, Stock.StockDay stock) {

    /// Whether another day says the same.
    boolean says(ReplayedDay other) {
      return withDay(other.stock.day()).equals(other);
    }

    private ReplayedDay withDay(LocalDate day) {
      return new ReplayedDay(
          claims,
          contradictions,
          new Stock.StockDay(
              day,
              stock.points(),
              stock.agreed(),
              stock.signed(),
              stock.ratified(),
              stock.steps(),
              stock.performed()));
    }
  }

  /// The answer.
  ///
  /// @param days how many days were replayed
  /// @param turns the first day, and each that says something else than the day before
  public record Replay(int days, List<ReplayedDay> turns) {
    public Replay {
      turns = List.copyOf(turns);
    }
  }

  /// @param days 1 or more
  public ReplaySweep(CaseView view, LocalDate first, int days) {
    this.view = view;
    this.first = first;
    this.days = days;
  }

  @Override
  public Seeds seeds() {
    return new Seeds(0, days);
  }

  @Override
  public int partSize() {
    return PART;
  }

  @Override
  public Class<ReplayedDays> partType() {
    return ReplayedDays.class;
  }

  @Override
  public ReplayedDays part(Seeds part, Budget budget) {
    return new ReplayedDays(
        part.until(budget.stop()).mapToObj(at -> day(first.plusDays(at))).toList());
  }

  private ReplayedDay day(LocalDate day) {
    Board board = Board.of(KnownRecords.of(view, day), new AsOf(day, day));
    return new ReplayedDay(
        board.ledger().standing().size(), board.contradictions().size(), Stock.day(board));
  }

  @Override
  public ReplayedDays merged(ReplayedDays earlier, ReplayedDays next) {
    List<ReplayedDay> all = new ArrayList<>(earlier.days());
    all.addAll(next.days());
    return new ReplayedDays(all);
  }

  @Override
  public long done(ReplayedDays merged) {
    return merged.days().size();
  }

  @Override
  public Replay answer(ReplayedDays merged) {
    List<ReplayedDay> turns = new ArrayList<>();
    @Nullable ReplayedDay last = null;
    for (ReplayedDay each : merged.days()) {
      if (last == null || !last.says(each)) {
        turns.add(each);
      }
      last = each;
    }
    return new Replay(merged.days().size(), turns);
  }
}
