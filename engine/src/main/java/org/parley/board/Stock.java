package org.parley.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.parley.acts.Implementation;
import org.parley.acts.InstrumentPhase;
import org.parley.acts.InstrumentState;
import org.parley.board.word.Ledger;
import org.parley.board.word.PreparedClaim;
import org.parley.model.cases.AsOf;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Share;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;

/// The stock of points agreed, signed and ratified and of steps carried out, day by day, beside the
/// shares that were claimed.
///
/// Costs a board for each day listed. Of a large case only some days are.
///
/// @param days the days, in order
/// @param claimed the shares claimed in numbers, in order of time
/// @param isWhole whether every day is listed on which something was said or done
public record Stock(List<StockDay> days, List<ClaimedShare> claimed, boolean isWhole) {

  /// The most days listed, and the most claims read for all of them together.
  private static final int MOST_DAYS = 120;

  private static final int MOST_CLAIMS = 400_000;

  public Stock {
    days = List.copyOf(days);
    claimed = List.copyOf(claimed);
  }

  /// The stock of one day.
  ///
  /// @param points the number of points of that day
  /// @param agreed those agreed among the parties with the most agreement
  /// @param signed those of instruments that are signed, and not rejected or ended since
  /// @param ratified those of instruments that are ratified or in force
  /// @param steps the number of steps, and of points with acts of implementation
  /// @param performed those carried out in full
  public record StockDay(
      LocalDate day, int points, int agreed, int signed, int ratified, int steps, int performed) {}

  /// A share claimed in numbers.
  ///
  /// @param day the day by which it had been said
  /// @param isOfImplementation whether it is of what is carried out
  public record ClaimedShare(
      ClaimId claim, LocalDate day, Share.Fraction share, boolean isOfImplementation) {}

  /// The stock by the end of a day, as known on a day: of each day on which something was said or
  /// done.
  public static Stock of(Boards boards, AsOf until) {
    return of(boards, until, boards::at);
  }

  /// The same.
  ///
  /// @param at the board of a day
  public static Stock of(Boards boards, AsOf until, Function<AsOf, Board> at) {
    TreeSet<LocalDate> all = new TreeSet<>(List.of(until.date()));
    all.addAll(boards.turningDays().ofClaims(until));
    boards.acts().at(until).entries().forEach(each -> all.add(each.recorded().doneBy()));
    List<LocalDate> listed = sampled(List.copyOf(all), mostDays(boards));
    List<StockDay> stock = new ArrayList<>();
    for (LocalDate day : listed) {
      stock.add(day(at.apply(new AsOf(day, until.knownAt()))));
    }
    List<ClaimedShare> claimed = new ArrayList<>();
    Ledger ledger = boards.ledger(until);
    for (PreparedClaim quoting : boards.quotes) {
      Claim claim = quoting.claim;
      if (quoting.act != null || !ledger.counts(quoting)) {
        continue;
      }
      boolean isOfImplementation = claim.asserts() instanceof Assertion.Implemented;
      if (isOfImplementation || claim.asserts() instanceof Assertion.Complete) {
        claim
            .asserts()
            .findShare()
            .flatMap(Share::fraction)
            .ifPresent(
                share ->
                    claimed.add(
                        new ClaimedShare(
                            claim.id(), AsOf.saidBy(claim), share, isOfImplementation)));
      }
    }
    return new Stock(stock, claimed, listed.size() == all.size());
  }

  /// The most days of a case that are read one by one.
  public static int mostDays(Boards boards) {
    int claims = Math.max(1, boards.words.inOrder.size());
    return Math.clamp(MOST_CLAIMS / claims, 2, MOST_DAYS);
  }

  /// Evenly spread, the last among them.
  static List<LocalDate> sampled(List<LocalDate> all, int most) {
    if (all.size() <= most) {
      return all;
    }
    List<LocalDate> sampled = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      sampled.add(all.get((int) ((long) (all.size() - 1) * i / (most - 1))));
    }
    return sampled;
  }

  /// The stock of the day of a board.
  static StockDay day(Board board) {
    Map<InstrumentId, Integer> points = new HashMap<>();
    int total = 0;
    for (Point point : board.view().points()) {
      if (board.shows(point.id()) && board.view().isCounted(point)) {
        points.merge(point.instrument(), 1, Integer::sum);
        total++;
      }
    }
    int signed = 0;
    int ratified = 0;
    for (InstrumentState state : board.states()) {
      int count = points.getOrDefault(state.instrument(), 0);
      signed += state.phase().isAgreed() ? count : 0;
      ratified +=
          state.phase().isApproved() || state.phase() == InstrumentPhase.SUSPENDED ? count : 0;
    }
    Implementation implementation = board.acts().implementation(null);
    return new StockDay(
        board.asOf().date(),
        total,
        board.mostAgreed(),
        signed,
        ratified,
        implementation.total(),
        implementation.done());
  }
}
