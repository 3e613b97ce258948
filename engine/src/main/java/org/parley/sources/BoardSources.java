package org.parley.sources;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.parley.acts.Acts;
import org.parley.board.Board;
import org.parley.board.BoardSummary;
import org.parley.board.Boards;
import org.parley.board.word.Stance;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.party.Party;
import org.parley.model.place.Place;
import org.parley.model.source.Source;
import org.parley.model.step.Step;
import org.parley.model.text.Instrument;
import org.parley.model.text.Point;
import org.parley.model.text.Subject;

/// The sources on which the answers of a board rest.
public final class BoardSources {

  private final CaseView view;
  private final AsOf asOf;
  private final Boards boards;

  private BoardSources(CaseView view, AsOf asOf) {
    this.view = view;
    this.asOf = asOf;
    boards = Boards.of(view);
  }

  /// The sources of the board of a view as of a day.
  public static BoardSources of(CaseView view, AsOf asOf) {
    return new BoardSources(view, asOf);
  }

  /// The count that a summary states.
  ///
  /// @param parties the parties with the most agreement; none if no two agree on a point
  /// @param agreed the number of points they agree on
  /// @param total the number of points
  public record AgreedCount(List<PartyId> parties, int agreed, int total) {

    public AgreedCount {
      parties = List.copyOf(parties);
    }

    /// The count of a summary.
    public static AgreedCount of(BoardSummary summary) {
      return switch (summary) {
        case BoardSummary.NothingToCount _ -> new AgreedCount(List.of(), 0, 0);
        case BoardSummary.NothingSaid(int total, _) -> new AgreedCount(List.of(), 0, total);
        case BoardSummary.NothingAgreed(int total, _) -> new AgreedCount(List.of(), 0, total);
        case BoardSummary.MostAgreed most ->
            new AgreedCount(most.best().parties(), most.best().agreed(), most.best().total());
      };
    }
  }

  /// The sources on which the summary rests: who agrees on how many points. A step is one board.
  public Finding<WeakestSources<AgreedCount>> summary(Budget budget) {
    return find(view.claims(), board -> AgreedCount.of(board.summary()), budget);
  }

  /// The sources on which the stance of a party on a subject rests. A step is one board of the
  /// claims that may decide it.
  public Finding<WeakestSources<Stance>> stance(Subject subject, PartyId party, Budget budget) {
    Set<Claim> deciding = new LinkedHashSet<>();
    Deque<ClaimId> open = new ArrayDeque<>(boards.deciding(subject));
    while (!open.isEmpty()) {
      Claim claim = view.get(open.removeFirst());
      if (deciding.add(claim)) {
        open.addAll(claim.corrects());
      }
    }
    return find(deciding, board -> board.get(subject).get(party).stance(), budget);
  }

  private <A> Finding<WeakestSources<A>> find(
      Collection<Claim> claims, Function<Board, A> answer, Budget budget) {
    Set<Claim> deciding = new HashSet<>(claims);
    CaseView part =
        view.of(
            view.records().stream()
                .filter(
                    each ->
                        switch (each) {
                          case Claim claim -> deciding.contains(claim);
                          case Party _, Instrument _, Point _, Step _, Place _, Source _, Act _ ->
                              true;
                          default -> false;
                        })
                .toList());
    return SourceSearch.of(
        SourceDependence.of(part),
        this::explaining,
        without -> answer.apply(Board.of(without, asOf)),
        budget);
  }

  /// The claims that express a stance or correct others, and the records that hold acts.
  private Set<String> explaining(CaseView without) {
    Set<String> explaining = new LinkedHashSet<>();
    without.claims().stream()
        .filter(asOf::covers)
        .filter(each -> Stance.of(each.asserts()).isPresent() || !each.corrects().isEmpty())
        .forEach(each -> explaining.add(each.id().value()));
    Acts.of(without).inOrder().stream()
        .filter(each -> each.isBy(asOf))
        .forEach(each -> explaining.add(each.record().value()));
    return explaining;
  }
}
