package org.parley.web.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.check.ExposureCheck;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.exposure.FirstMover;
import org.parley.sequence.exposure.Unavoidable;
import org.parley.sequence.knots.Wording;
import org.parley.sequence.plan.Plan;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.BoundWording;

/// Who gives first, which order exposes least, and what would expose less at one time.
///
/// @param assumed what the worths rest on where they are assumed
/// @param firstMovers who gives first, a sentence each
/// @param bestIs what holds of the order, in a sentence; empty where none was looked for
/// @param best the order
/// @param pairs what would lower the largest exposure
/// @param promise what holds of the pairs, in a sentence; empty where they are all
public record ExchangeView(
    List<String> assumed,
    List<String> firstMovers,
    String bestIs,
    List<Dated> best,
    List<Pair> pairs,
    String promise) {

  private static final int SHOWN = 5;

  /// Steps of the order that end at one time.
  public record Dated(String day, List<ExposureChart.StepName> steps) {
    public Dated {
      steps = List.copyOf(steps);
    }
  }

  /// Two steps that would lower the largest exposure at one time.
  ///
  /// @param words both, and to what
  /// @param against what keeps them apart; empty where nothing does
  public record Pair(String words, List<Reason> against) {
    public Pair {
      against = List.copyOf(against);
    }
  }

  public ExchangeView {
    assumed = List.copyOf(assumed);
    firstMovers = List.copyOf(firstMovers);
    best = List.copyOf(best);
    pairs = List.copyOf(pairs);
  }

  static ExchangeView of(OpenCase open, SequenceProblem problem, Plan plan, Budget budget) {
    Set<String> assumed = new TreeSet<>();
    for (Step step : open.view().steps()) {
      @Nullable String reason = step.assumed().get("worth");
      if (reason != null) {
        assumed.add(reason);
      }
    }
    List<String> movers =
        FirstMover.of(problem, plan).stream().map(each -> mover(open, problem, each)).toList();
    long count = problem.steps().stream().filter(step -> !step.reversible()).count();
    if (count > ExchangeOrder.MOST) {
      return new ExchangeView(
          List.copyOf(assumed),
          movers,
          "",
          List.of(),
          List.of(),
          "No best order was looked for: more than "
              + ExchangeOrder.MOST
              + " steps cannot be taken back.");
    }
    Finding<ExchangeOrder.Order> best = ExchangeOrder.best(problem, plan, budget);
    ExchangeOrder.@Nullable Order order = best.findAnswer().orElse(null);
    Finding<List<ExchangeOrder.Pair>> pairs = ExchangeOrder.simultaneous(problem, plan, budget);
    var words = new Wording(problem);
    return new ExchangeView(
        List.copyOf(assumed),
        movers,
        order == null ? "" : bestIs(best, order, plan, problem, budget),
        order == null
            ? List.of()
            : order.steps().stream()
                .map(
                    group ->
                        new Dated(
                            Print.day(
                                problem,
                                order.times().getOrDefault(Moment.end(group.getFirst()), 0L)),
                            names(problem, group)))
                .toList(),
        pairs.findAnswer().orElse(List.of()).stream()
            .limit(SHOWN)
            .map(
                pair ->
                    new Pair(
                        titles(problem, pair.one())
                            + " with "
                            + titles(problem, pair.other())
                            + ": nobody exposed by more than "
                            + pair.largest()
                            + (pair.against().isEmpty()
                                ? ""
                                : ", if what keeps them apart gave way"),
                        pair.against().stream().map(link -> Reason.of(open, words, link)).toList()))
            .toList(),
        pairs instanceof Finding.Bounded<List<ExchangeOrder.Pair>>(_, var bound, _)
            ? BoundWording.text(bound)
            : "");
  }

  private static String bestIs(
      Finding<ExchangeOrder.Order> best,
      ExchangeOrder.Order order,
      Plan plan,
      SequenceProblem problem,
      Budget budget) {
    return switch (best) {
      case Finding.Proved<ExchangeOrder.Order>(_, Unavoidable proof)
          when ExposureCheck.problemWith(order, proof, plan, problem, budget).isEmpty() ->
          "In this order nobody is exposed by more than "
              + order.largest()
              + ", and in no order by less; the proof was checked.";
      case Finding.Bounded<ExchangeOrder.Order>(_, var bound, _) ->
          "In this order nobody is exposed by more than "
              + order.largest()
              + ". "
              + BoundWording.text(bound);
      case Finding.Proved<ExchangeOrder.Order> _, Finding.Impossible<ExchangeOrder.Order> _ ->
          "In this order nobody is exposed by more than " + order.largest() + ".";
    };
  }

  private static String mover(OpenCase open, SequenceProblem problem, FirstMover mover) {
    Long until = mover.until();
    Long atMost = mover.atMost();
    return Say.party(open.view(), mover.party())
        + " gives first, on "
        + Print.day(problem, mover.since())
        + ", by "
        + titles(problem, mover.gives())
        + (until == null
            ? ". Nothing in the plan evens it."
            : ", and is even again on "
                + Print.day(problem, until)
                + ", by "
                + titles(problem, mover.receives())
                + (atMost == null
                    ? ". No clause says by when that must be."
                    : ". The clauses allow "
                        + problem.scale().lengthInWords(atMost)
                        + " between them at most."));
  }

  private static List<ExposureChart.StepName> names(SequenceProblem problem, List<StepId> steps) {
    List<ExposureChart.StepName> names = new ArrayList<>();
    steps.forEach(id -> names.add(new ExposureChart.StepName(id, problem.get(id).title())));
    return names;
  }

  private static String titles(SequenceProblem problem, List<StepId> steps) {
    return steps.stream()
        .map(step -> "\u201c" + problem.get(step).title() + "\u201d")
        .collect(Collectors.joining(" and "));
  }
}
