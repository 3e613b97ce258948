package org.parley.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.board.word.Stance;
import org.parley.model.party.PartyId;
import org.parley.model.text.PointId;

/// The answer of a board: among whom most is agreed, on whose word, what is left, and how it stands
/// with each of the others.
public sealed interface BoardSummary {

  /// There are no points, or fewer than two parties.
  record NothingToCount() implements BoardSummary {}

  /// No two of the parties agree on any point.
  ///
  /// @param total how many points there are
  /// @param among the columns of the board
  record NothingAgreed(int total, List<PartyId> among) implements BoardSummary {
    public NothingAgreed {
      among = List.copyOf(among);
    }
  }

  /// The set of parties among whom most is agreed: the largest where several agree on as much.
  ///
  /// @param best how much they agree on
  /// @param others every other party, and how much is agreed where it is counted in
  record MostAgreed(Agreement best, List<With> others) implements BoardSummary {
    public MostAgreed {
      others = List.copyOf(others);
    }

    /// The points that are not agreed among them.
    public List<PointId> notAgreed() {
      return best.points().stream()
          .filter(point -> point.stance() != Stance.AGREED)
          .map(Agreement.PointStanding::point)
          .toList();
    }
  }

  /// What is agreed with one more party.
  record With(PartyId party, Agreement agreement) {}

  /// The answer of `board`.
  static BoardSummary of(Board board) {
    Optional<Agreement> most =
        board.completeness().stream()
            .max(
                Comparator.comparingInt(Agreement::agreed)
                    .thenComparingInt(agreement -> agreement.parties().size())
                    .thenComparingInt(agreement -> -board.completeness().indexOf(agreement)));
    if (most.isEmpty() || most.get().total() == 0) {
      return new NothingToCount();
    }
    Agreement best = most.get();
    if (best.agreed() == 0) {
      return new NothingAgreed(best.total(), board.columns());
    }
    List<With> others = new ArrayList<>();
    for (PartyId other : board.columns()) {
      if (!best.parties().contains(other)) {
        Set<PartyId> wider = new LinkedHashSet<>(best.parties());
        wider.add(other);
        others.add(
            new With(
                other, board.among(board.columns().stream().filter(wider::contains).toList())));
      }
    }
    return new MostAgreed(best, others);
  }
}
