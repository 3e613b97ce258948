package org.parley.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.text.PointId;

/// The summary of a board: the parties with the most agreement, its basis, the open points, and the
/// agreement with each other party.
public sealed interface BoardSummary {

  /// There are no points, or fewer than two parties.
  record NothingToCount() implements BoardSummary {}

  /// No party has said or done anything yet.
  ///
  /// @param total the number of points
  /// @param among the columns of the board
  record NothingSaid(int total, List<PartyId> among) implements BoardSummary {
    public NothingSaid {
      among = List.copyOf(among);
    }
  }

  /// No two parties agree on any point.
  ///
  /// @param total the number of points
  /// @param among the columns of the board
  record NothingAgreed(int total, List<PartyId> among) implements BoardSummary {
    public NothingAgreed {
      among = List.copyOf(among);
    }
  }

  /// The set of parties with the most agreement; the largest of several.
  ///
  /// @param best their agreement
  /// @param others every other party with a word, with the agreement if it is included
  /// @param withoutWord the parties that have said and done nothing
  record MostAgreed(Agreement best, List<With> others, List<PartyId> withoutWord)
      implements BoardSummary {
    public MostAgreed {
      others = List.copyOf(others);
      withoutWord = List.copyOf(withoutWord);
    }

    /// The points that are not agreed among them.
    public List<PointId> notAgreed() {
      return best.points().stream()
          .filter(point -> point.stance() != Stance.AGREED)
          .map(Agreement.PointStanding::point)
          .toList();
    }
  }

  /// The agreement including one more party.
  record With(PartyId party, Agreement agreement) {

    /// The number of points that one of them rejects.
    public int rejected() {
      return agreement.pointsAt(Stance.REJECTED).size();
    }
  }

  /// The summary of `board`.
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
    if (board.withoutWord().containsAll(board.columns())) {
      return new NothingSaid(best.total(), board.columns());
    }
    if (best.agreed() == 0) {
      return new NothingAgreed(best.total(), board.columns());
    }
    List<With> others = new ArrayList<>();
    List<PartyId> withoutWord = board.withoutWord();
    for (PartyId other : board.columns()) {
      if (!best.parties().contains(other) && !withoutWord.contains(other)) {
        Set<PartyId> wider = new LinkedHashSet<>(best.parties());
        wider.add(other);
        others.add(
            new With(
                other, board.among(board.columns().stream().filter(wider::contains).toList())));
      }
    }
    return new MostAgreed(best, others, withoutWord);
  }
}
