package org.parley.answer.sources;

import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.acts.Acts;
import org.parley.answer.guarantees.AskedCoverage;
import org.parley.answer.packages.PackagesOfDay;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.bargain.cases.ZoneTable;
import org.parley.board.Board;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.coverage.Hole;
import org.parley.model.CaseRecord;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Need;
import org.parley.model.position.Linkage;
import org.parley.model.position.Position;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.Term;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sources.BoardSources.AgreedCount;
import org.parley.sources.SourceDependence;
import org.parley.sources.SourceSearch;
import org.parley.sources.WeakestSources;
import org.parley.wording.Messages;
import org.parley.wording.Phrase;
import org.parley.wording.SourceWording;

/// On how few sources the headlines rest.
///
/// @param knownAt the day whose knowledge counts; absent where all that is known does
/// @param findings one for each headline that the case has
public record WeakestSourcesAnswer(
    LocalDate asOf, @Nullable LocalDate knownAt, List<HeadlineSources> findings) {

  private static final long MOST_TRIED = 200;
  private static final long LEAST_TRIED = 20;

  /// Records that are read in all cases tried. Steps bound the search, not time: the same question
  /// has the same answer under any load.
  private static final long RECORDS_READ = 100_000;

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long STEPS_OF_A_CASE = 20_000;

  /// A headline of the case.
  public enum Headline {
    BOARD,
    PACKAGES,
    KNOTS,
    COVERAGE
  }

  /// The sources of a headline.
  ///
  /// @param headline the page that states it
  /// @param words the finding in words
  public record HeadlineSources(Headline headline, String words, RestsOnAnswer restsOn) {}

  public WeakestSourcesAnswer {
    findings = List.copyOf(findings);
  }

  /// The sources of every headline as of a day. Each search tries 20 to 200 cases, by the size of
  /// the case. A case of more than a thousand claims has no answer.
  public static WeakestSourcesAnswer of(CaseView view, AsOf asOf) {
    return of(view, asOf, board -> RestsOnAnswer.find(view, board));
  }

  /// The same where the sources of the board may be known already.
  ///
  /// @param ofBoard what [RestsOnAnswer#find] finds for the board
  public static WeakestSourcesAnswer of(
      CaseView view,
      AsOf asOf,
      Function<Board, Optional<Finding<WeakestSources<AgreedCount>>>> ofBoard) {
    return new Search(view, asOf, new SourceWording(Messages.current(), view)).answer(ofBoard);
  }

  private record Search(CaseView view, AsOf asOf, SourceWording words) {

    WeakestSourcesAnswer answer(
        Function<Board, Optional<Finding<WeakestSources<AgreedCount>>>> ofBoard) {
      List<HeadlineSources> found = new ArrayList<>();
      LocalDate knownAt = asOf.knownAt();
      if (RestsOnAnswer.isTooLarge(view)) {
        return new WeakestSourcesAnswer(asOf.date(), knownOnly(knownAt), found);
      }
      Board board = Board.of(view, asOf);
      ofBoard
          .apply(board)
          .ifPresent(
              each ->
                  found.add(
                      new HeadlineSources(
                          Headline.BOARD,
                          words.board(board).text(),
                          RestsOnAnswer.checked(view, asOf, each))));
      if (acceptable(view).isPresent()) {
        found.add(
            headline(
                Headline.PACKAGES,
                List.of(Position.class, Linkage.class, Demand.class),
                this::acceptable,
                words::acceptable));
      }
      if (!view.demands().isEmpty()) {
        found.add(
            headline(Headline.KNOTS, List.of(Demand.class, Term.class), this::knots, words::knots));
      }
      if (!view.coverageQuestions().isEmpty()) {
        found.add(
            headline(
                Headline.COVERAGE,
                List.of(Guarantee.class, Contribution.class, Need.class, CoverageQuestion.class),
                Search::holes,
                words::holes));
      }
      return new WeakestSourcesAnswer(asOf.date(), knownOnly(knownAt), found);
    }

    private static @Nullable LocalDate knownOnly(LocalDate knownAt) {
      return knownAt.equals(LocalDate.MAX) ? null : knownAt;
    }

    private <A> HeadlineSources headline(
        Headline headline,
        List<Class<? extends CaseRecord>> kinds,
        Function<CaseView, A> answer,
        Function<A, Phrase> wording) {
      long begun = System.nanoTime();
      long longest = LONGEST.toNanos();
      long tried =
          Math.clamp(RECORDS_READ / Math.max(1, view.records().size()), LEAST_TRIED, MOST_TRIED);
      Budget budget = Budget.ofSteps(tried).withStop(() -> System.nanoTime() - begun > longest);
      Finding<WeakestSources<A>> found =
          SourceSearch.of(
              SourceDependence.of(view),
              without -> SourceDependence.evidence(without, kinds, asOf),
              answer,
              budget);
      return new HeadlineSources(
          headline,
          wording.apply(answer.apply(view)).sentence() + ".",
          RestsOnAnswer.of(
              found,
              RestsOnAnswer.holds(view, answer, found, budget),
              words.rests(found, wording)));
    }

    /// The number of packages acceptable to all, or the least of it; empty if there is no problem.
    private Optional<BigInteger> acceptable(CaseView without) {
      return PackagesOfDay.of(without, Acts.of(without).at(asOf))
              instanceof PreparedProblem.Ready(var packages)
          ? Optional.of(
              ZoneTable.everyone(packages.problem(), Budget.ofSteps(STEPS_OF_A_CASE)).atLeast())
          : Optional.empty();
    }

    private List<List<DemandId>> knots(CaseView without) {
      return Knots.of(
              SequenceProblem.of(without, asOf.date(), asOf.knownAt(), true),
              Budget.ofSteps(STEPS_OF_A_CASE))
          .findAnswer()
          .orElse(List.of())
          .stream()
          .map(Knot::demands)
          .toList();
    }

    private static int holes(CaseView without) {
      return AskedCoverage.of(without, CaseGuarantees.of(without), null, null).stream()
          .mapToInt(each -> Hole.list(each.coverage()).size())
          .sum();
    }
  }
}
