package org.parley.web.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Finding;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.exposure.FirstMover;
import org.parley.sequence.plan.Plan;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.BoundWording;
import org.parley.wording.ExposureWording;
import org.parley.wording.SequenceWording;

/// The first mover, the order with the least exposure, and pairs that lower it if simultaneous.
///
/// @param assumed the basis of assumed worths, a sentence or two each
/// @param firstMovers the first movers, a sentence each
/// @param bestIs the properties of the order, in a sentence; empty if none was sought
/// @param best the order
/// @param pairs the pairs that lower the largest exposure
/// @param promise the guarantee of the pairs, in a sentence; empty if they are complete
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

  /// Two groups of steps that lower the largest exposure if simultaneous.
  ///
  /// @param words both, with the effect
  /// @param against the clauses that keep them apart; empty for none
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

  static ExchangeView of(OpenCase open, SequenceProblem problem, Plan plan) {
    SequenceWording words = SequenceWording.of(problem);
    var exposed = new ExposureWording(words, open.view());
    Set<String> reasons = new TreeSet<>();
    for (Step step : open.view().steps()) {
      @Nullable String reason = step.assumed().get("worth");
      if (reason != null) {
        reasons.add(reason);
      }
    }
    List<String> assumed =
        reasons.stream()
            .map(reason -> Say.text("sequence.exposure.assumed", "reason", reason))
            .toList();
    List<String> movers = FirstMover.of(problem, plan).stream().map(exposed::mover).toList();
    long count = problem.steps().stream().filter(step -> !step.reversible()).count();
    if (count > ExchangeOrder.MOST) {
      return new ExchangeView(assumed, movers, "", List.of(), List.of(), exposed.tooMany(count));
    }
    SolvedSequences.SolvedExchange exchange = SolvedSequences.of(open).exchange(problem, plan);
    Finding<ExchangeOrder.Order> best = exchange.best();
    ExchangeOrder.@Nullable Order order = best.findAnswer().orElse(null);
    Finding<List<ExchangeOrder.Pair>> pairs = exchange.pairs();
    return new ExchangeView(
        assumed,
        movers,
        order == null ? "" : exposed.best(best, order, exchange.holds()),
        order == null
            ? List.of()
            : order.steps().stream()
                .map(
                    group ->
                        new Dated(
                            words.day(order.times().getOrDefault(Moment.end(group.getFirst()), 0L)),
                            names(problem, group)))
                .toList(),
        pairs.findAnswer().orElse(List.of()).stream()
            .limit(SHOWN)
            .map(
                pair ->
                    new Pair(
                        exposed.pair(pair),
                        pair.against().stream().map(link -> Reason.of(open, words, link)).toList()))
            .toList(),
        pairs instanceof Finding.Bounded<List<ExchangeOrder.Pair>>(_, var bound, _)
            ? BoundWording.text(bound)
            : "");
  }

  private static List<ExposureChart.StepName> names(SequenceProblem problem, List<StepId> steps) {
    List<ExposureChart.StepName> names = new ArrayList<>();
    steps.forEach(id -> names.add(new ExposureChart.StepName(id, problem.get(id).title())));
    return names;
  }
}
