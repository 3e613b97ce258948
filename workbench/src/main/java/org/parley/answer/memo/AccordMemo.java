package org.parley.answer.memo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.acts.ActLedger;
import org.parley.answer.memo.MemoAnswer.MemoFigure;
import org.parley.answer.memo.MemoAnswer.MemoPart;
import org.parley.answer.memo.MemoAnswer.MemoTopic;
import org.parley.answer.memo.Memos.MemoBasis;
import org.parley.answer.memo.Memos.MemoPlan;
import org.parley.answer.outlook.OutlookAnswer;
import org.parley.answer.outlook.OutlookAnswer.RateAnswer;
import org.parley.answer.sequence.ForecastAnswers;
import org.parley.answer.sources.RestsOnAnswer;
import org.parley.board.Agreement;
import org.parley.board.BoardSummary;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.cases.CaseView;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.plan.PlanForecasts;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.KnotSummary;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;
import org.parley.wording.BoardWording;
import org.parley.wording.CaseNames;
import org.parley.wording.KnotWording;
import org.parley.wording.MemoWording;
import org.parley.wording.Messages;
import org.parley.wording.OutlookWording;

/// The memo on accord or stalemate: the board, the knots, the plan and what others agreed.
///
/// Cost: the searches of the sequence within a budget, and a simulation of its first plan.
final class AccordMemo {

  private static final Budget BUDGET = Budget.ofSteps(2_000_000);

  /// The most times of steps that are drawn, over all runs.
  private static final int MOST_DRAWN = 2_000_000;

  private static final int LEAST_RUNS = 500;
  private static final int FIVE_YEARS = 5;

  private final MemoFrame memos;
  private final MemoWording words;
  private final MemoBasis basis;
  private final CaseView view;

  AccordMemo(MemoFrame memos) {
    this.memos = memos;
    this.words = memos.words();
    this.basis = memos.basis();
    this.view = basis.view();
  }

  MemoAnswer memo() {
    var summary =
        new BoardWording(Messages.current(), view)
            .summary(basis.board().summary(), basis.board().states());
    OutlookAnswer outlook = OutlookAnswer.of(basis.of(), basis.rates(), view, basis.board().asOf());
    boolean isSettled =
        basis.board().states().stream()
            .anyMatch(
                each ->
                    each.phase().isApproved()
                        && view.points().stream()
                            .anyMatch(point -> point.instrument().equals(each.instrument())));
    SequenceProblem problem = SequenceProblem.of(view, basis.planned(), true);
    Finding<List<Knot>> knots = Knots.of(problem, BUDGET);
    MemoPlan planned = basis.plan().get().orElse(null);
    RestsOnAnswer rests = basis.restsOn().map(each -> RestsOnAnswer.of(view, each)).orElse(null);
    List<MemoPart> parts = new ArrayList<>();
    parts.add(memos.part(MemoTopic.AGREED, agreed()));
    parts.add(memos.part(MemoTopic.ORDER, List.of(order(problem, knots))));
    parts.add(
        memos.part(
            MemoTopic.PLAN,
            planned != null
                ? planned.lines()
                : List.of(
                    words.text(view.steps().isEmpty() ? "accord.no-steps" : "accord.no-plan"))));
    parts.add(
        memos.part(
            MemoTopic.OTHERS,
            List.of(
                outlook.headline(),
                outlook.compared(),
                outlook.checked(),
                outlook.model().headline())));
    parts.add(memos.part(MemoTopic.EXPECTED, expected(outlook)));
    return memos.memo(
        MemoQuestion.ACCORD,
        words.text("accord.headline", "board", summary.headline().text(), "settled", isSettled),
        summary.explanation().text(),
        accordFigures(outlook, knots),
        parts,
        List.of(outlook.limits(), words.text("accord.unsaid")),
        rests == null ? "" : rests.words(),
        rests == null ? List.of() : rests.sources(),
        List.of(),
        planned == null ? null : planned.forecast());
  }

  private List<String> agreed() {
    List<String> lines = new ArrayList<>();
    CaseNames names = new CaseNames(Messages.current(), view);
    var silent = basis.board().withoutWord();
    for (Agreement each : basis.board().completeness()) {
      if (each.agreed() > 0 && each.parties().stream().noneMatch(silent::contains)) {
        lines.add(
            words.text(
                "accord.set",
                "parties",
                names.parties(each.parties()),
                "agreed",
                each.agreed(),
                "total",
                each.total()));
      }
    }
    return lines;
  }

  private String order(SequenceProblem problem, Finding<List<Knot>> knots) {
    return KnotWording.of(problem).summary(KnotSummary.of(problem, knots, false), view).text();
  }

  private static List<String> expected(OutlookAnswer outlook) {
    List<String> lines = new ArrayList<>(List.of(outlook.forecasts()));
    lines.add(outlook.team().headline());
    outlook.team().questions().stream()
        .map(each -> each.words() + ". " + each.crowdWords() + " " + each.fateWords())
        .forEach(lines::add);
    return lines;
  }

  private List<MemoFigure> accordFigures(OutlookAnswer outlook, Finding<List<Knot>> knots) {
    List<MemoFigure> figures = new ArrayList<>();
    if (basis.board().summary() instanceof BoardSummary.MostAgreed(Agreement best, _, _)) {
      figures.add(
          new MemoFigure(
              words.text("accord.share", "agreed", best.agreed(), "total", best.total()),
              words.text(
                  "accord.points",
                  "parties",
                  new CaseNames(Messages.current(), view).parties(best.parties()))));
    }
    if (!view.steps().isEmpty()) {
      int count = knots.findAnswer().map(List::size).orElse(0);
      figures.add(
          new MemoFigure(Integer.toString(count), words.text("accord.knots", "knots", count)));
    }
    outlook.definitions().stream().findFirst().ifPresent(coded -> addStood(coded, figures));
    return figures;
  }

  /// No definition is counted for a class that is not among the rates at hand.
  private void addStood(RateAnswer coded, List<MemoFigure> figures) {
    coded.years().stream()
        .filter(each -> each.year() == FIVE_YEARS)
        .findFirst()
        .ifPresent(each -> figures.add(stood(coded, each)));
  }

  private MemoFigure stood(RateAnswer coded, YearShare share) {
    OutlookWording outlook = OutlookWording.current();
    return new MemoFigure(
        outlook.percent(share.standing()),
        words.text(
            "accord.stood",
            "agreements",
            coded.agreements(),
            "class",
            outlook.named(basis.of()),
            "interval",
            outlook.interval(share)));
  }

  /// How long the first plan of a case may take; empty if there is none.
  ///
  /// @param acts the acts of the day from which steps are planned
  static Optional<MemoPlan> simulated(CaseView view, ActLedger acts) {
    SequenceProblem problem = SequenceProblem.of(view, acts, true);
    Plan plan =
        view.steps().isEmpty()
            ? null
            : Plans.of(problem, BUDGET).findAnswer().stream()
                .flatMap(List::stream)
                .findFirst()
                .orElse(null);
    if (plan == null) {
      return Optional.empty();
    }
    int runs =
        Math.clamp(
            MOST_DRAWN / Math.max(1, problem.steps().size()), LEAST_RUNS, PlanForecasts.RUNS);
    ForecastAnswers answers = new ForecastAnswers(view, acts, problem, runs, Budget.unlimited());
    return Optional.of(
        new MemoPlan(
            plan.readings().isEmpty() ? "" : KnotWording.of(problem).with(plan.readings()),
            answers.answer(answers.simulate(plan))));
  }
}
