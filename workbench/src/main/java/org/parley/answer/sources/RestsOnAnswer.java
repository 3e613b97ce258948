package org.parley.answer.sources;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.board.Board;
import org.parley.board.BoardSummary;
import org.parley.board.word.Stance;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.source.SourceId;
import org.parley.model.text.Subject;
import org.parley.sources.BoardSources;
import org.parley.sources.BoardSources.AgreedCount;
import org.parley.sources.WeakestSources;
import org.parley.wording.Messages;
import org.parley.wording.Phrase;
import org.parley.wording.SourceWording;

/// The smallest set of sources whose falsity would change an answer: the count of a headline, or
/// the stance of a party.
///
/// @param sources the set; empty if no sources change the answer, or none were found
/// @param atLeast the least size of such a set; 0 if no sources change it
/// @param complete whether the set is a smallest one, or it is certain that there is none
/// @param checked whether the certificate was checked: every set of fewer sources was tried
/// @param words the same in words
public record RestsOnAnswer(
    List<SourceId> sources, int atLeast, boolean complete, boolean checked, String words) {

  /// The most claims read by all boards of one search.
  private static final long MOST_CLAIMS_READ = 100_000;

  /// Fewer boards than this tell too little.
  private static final long FEWEST_BOARDS = 100;

  private static final long MOST_BOARDS_OF_A_STANCE = 300;

  /// The sources on which the summary of a board rests. Empty where nothing is agreed, and for a
  /// case of more than a thousand claims.
  public static Optional<Finding<WeakestSources<AgreedCount>>> find(CaseView view, Board board) {
    long boards = boards(view);
    return isTooLarge(view) || !(board.summary() instanceof BoardSummary.MostAgreed)
        ? Optional.empty()
        : Optional.of(BoardSources.of(view, board.asOf()).summary(Budget.ofSteps(boards)));
  }

  private static long boards(CaseView view) {
    return MOST_CLAIMS_READ / (view.claims().size() + 1);
  }

  /// Whether a case has too many claims to try it without some of its sources.
  static boolean isTooLarge(CaseView view) {
    return boards(view) < FEWEST_BOARDS;
  }

  /// The answer for what [#find] found.
  public static RestsOnAnswer of(CaseView view, Finding<WeakestSources<AgreedCount>> found) {
    return of(found, false, new SourceWording(Messages.current(), view).count(found));
  }

  /// The sources on which the stance of a party on a subject rests, tried with a limited number of
  /// boards.
  public static RestsOnAnswer of(CaseView view, AsOf asOf, Subject subject, PartyId party) {
    Budget budget = Budget.ofSteps(Math.min(MOST_BOARDS_OF_A_STANCE, boards(view)));
    Finding<WeakestSources<Stance>> found =
        BoardSources.of(view, asOf).stance(subject, party, budget);
    return of(
        found,
        holds(
            view,
            without -> Board.of(without, asOf).get(subject).get(party).stance(),
            found,
            budget),
        new SourceWording(Messages.current(), view).stance(found));
  }

  /// The answer of [#find] once its certificate was checked.
  static RestsOnAnswer checked(
      CaseView view, AsOf asOf, Finding<WeakestSources<AgreedCount>> found) {
    return of(
        found,
        holds(
            view,
            without -> AgreedCount.of(Board.of(without, asOf).summary()),
            found,
            Budget.ofSteps(boards(view))),
        new SourceWording(Messages.current(), view).count(found));
  }

  /// Whether the certificate proves a finding, within a budget of cases tried.
  static boolean holds(
      CaseView view, Function<CaseView, ?> answer, Finding<?> found, Budget budget) {
    return Check.verify(new Question.Sources(view, answer), found, budget).holds();
  }

  static RestsOnAnswer of(
      Finding<? extends WeakestSources<?>> found, boolean checked, Phrase words) {
    return new RestsOnAnswer(
        found.findAnswer().orElseThrow().sources(),
        WeakestSources.atLeast(found),
        found.isComplete(),
        checked,
        words.text());
  }
}
