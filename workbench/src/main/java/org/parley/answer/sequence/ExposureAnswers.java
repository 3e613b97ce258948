package org.parley.answer.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.check.Check;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.exposure.Exposure;
import org.parley.sequence.exposure.FirstMover;
import org.parley.sequence.plan.Plan;
import org.parley.wording.BoundWording;
import org.parley.wording.ExposureWording;
import org.parley.wording.Messages;
import org.parley.wording.SequenceWording;

/// Who is exposed when, and the order that exposes least.
public record ExposureAnswers(CaseView view, SequenceProblem problem, Budget budget) {

  private static final int PAIRS = 5;

  /// Who is exposed when, in one plan, and the order that exposes least.
  ///
  /// @param assumed why worths of steps are assumed
  /// @param on when each group of the order ends
  public record ExposureAnswer(
      @Nullable List<String> assumed,
      Map<String, List<ExposureBalance>> parties,
      @Nullable List<FirstMoverAnswer> firstMovers,
      @Nullable Boolean checked,
      @Nullable List<String> on,
      @Nullable Long leastLargest,
      @Nullable Boolean proved,
      @Nullable List<List<StepId>> order,
      @Nullable List<SimultaneousExchange> simultaneous) {}

  /// The worth given and received by a party on a day.
  public record ExposureBalance(String on, long given, long received, long exposure) {}

  /// A party that gives what it cannot take back before it receives anything.
  public record FirstMoverAnswer(
      PartyId party,
      List<StepId> gives,
      String since,
      long largest,
      @Nullable String until,
      @Nullable List<StepId> receives,
      @Nullable Long atMost) {}

  /// Two groups of steps that would expose less if they were done at once.
  public record SimultaneousExchange(
      List<StepId> one, List<StepId> other, long largest, List<Links.ClauseLink> against) {}

  public SequenceAnswer exposure(Plan plan) {
    List<Exposure.Curve> curves = Exposure.of(problem, plan.earliest());
    if (curves.isEmpty()) {
      return new SequenceAnswer(
          Messages.current().text("sequence.exposure.lack") + "\n",
          new ExposureAnswer(null, Map.of(), null, null, null, null, null, null, null),
          false);
    }
    return new OnePlan(this, plan, SequenceWording.of(problem)).answer(curves);
  }

  /// The answer for one plan, as it grows.
  private static final class OnePlan {

    private final ExposureAnswers question;
    private final SequenceProblem problem;
    private final Plan plan;
    private final SequenceWording words;
    private final ExposureWording exposed;
    private final Messages messages = Messages.current();
    private final List<String> text = new ArrayList<>();

    OnePlan(ExposureAnswers question, Plan plan, SequenceWording words) {
      this.question = question;
      this.problem = question.problem;
      this.plan = plan;
      this.words = words;
      this.exposed = new ExposureWording(words, question.view);
    }

    SequenceAnswer answer(List<Exposure.Curve> curves) {
      Set<String> assumed = new LinkedHashSet<>();
      for (Step step : question.view.steps()) {
        String reason = step.assumed().get("worth");
        if (reason != null) {
          assumed.add(reason);
        }
      }
      assumed.forEach(each -> text.add(messages.text("sequence.exposure.assumed", "reason", each)));
      text.add(messages.text("sequence.exposure.earliest"));
      Map<String, List<ExposureBalance>> parties = new LinkedHashMap<>();
      curves.forEach(curve -> parties.put(curve.party().value(), balances(curve)));
      List<Exposure.Curve> most = Exposure.mostExposed(curves);
      if (!most.isEmpty()) {
        text.add(exposed.most(most));
      }
      List<FirstMover> movers = FirstMover.of(problem, plan);
      movers.forEach(mover -> text.add(exposed.mover(mover)));
      List<FirstMoverAnswer> moved = movers.stream().map(this::answer).toList();
      long count = problem.steps().stream().filter(step -> !step.reversible()).count();
      if (count > ExchangeOrder.MOST) {
        text.add(exposed.tooMany(count));
        return new SequenceAnswer(
            SequenceAnswer.text(text),
            new ExposureAnswer(
                List.copyOf(assumed), parties, moved, null, null, null, null, null, null),
            false);
      }
      Finding<ExchangeOrder.Order> best = ExchangeOrder.best(problem, plan, question.budget);
      ExchangeOrder.Order order = best.findAnswer().orElse(null);
      Boolean checked = order == null ? null : order(best, order);
      List<SimultaneousExchange> pairs = pairs(best);
      return new SequenceAnswer(
          SequenceAnswer.text(text),
          new ExposureAnswer(
              List.copyOf(assumed),
              parties,
              moved,
              checked,
              order == null
                  ? null
                  : order.steps().stream().map(group -> words.iso(end(order, group))).toList(),
              order == null ? null : order.largest(),
              order == null ? null : best instanceof Finding.Proved,
              order == null ? null : order.steps(),
              pairs),
          true);
    }

    private List<ExposureBalance> balances(Exposure.Curve curve) {
      text.add("  " + exposed.party(curve.party()));
      List<ExposureBalance> balances = new ArrayList<>();
      for (Exposure.Balance each : curve.balances()) {
        text.add("    " + words.iso(each.time()) + "  " + exposed.balance(each));
        balances.add(
            new ExposureBalance(
                words.iso(each.time()), each.given(), each.received(), each.exposure()));
      }
      return balances;
    }

    private FirstMoverAnswer answer(FirstMover mover) {
      Long until = mover.until();
      return new FirstMoverAnswer(
          mover.party(),
          mover.gives(),
          words.iso(mover.since()),
          mover.largest(),
          until == null ? null : words.iso(until),
          until == null ? null : mover.receives(),
          mover.atMost());
    }

    /// Says it, and whether its certificate was checked.
    private boolean order(Finding<ExchangeOrder.Order> best, ExchangeOrder.Order order) {
      boolean checked = Check.verify(problem, best, question.budget).holds();
      text.add(exposed.best(best, order, checked));
      for (List<StepId> group : order.steps()) {
        text.add("  " + words.iso(end(order, group)) + "  " + words.titles(group));
      }
      return checked;
    }

    private List<SimultaneousExchange> pairs(Finding<ExchangeOrder.Order> best) {
      Finding<List<ExchangeOrder.Pair>> pairs =
          ExchangeOrder.simultaneous(problem, plan, question.budget);
      List<ExchangeOrder.Pair> found = pairs.findAnswer().orElse(List.of());
      if (!found.isEmpty()) {
        text.add(messages.text("sequence.exposure.pairs"));
      }
      for (ExchangeOrder.Pair pair : found.stream().limit(PAIRS).toList()) {
        text.add("  " + exposed.pair(pair));
        pair.against().forEach(link -> text.add("    " + words.link(link)));
      }
      if (found.size() > PAIRS) {
        text.add("  " + messages.text("and-more", "count", found.size() - PAIRS));
      }
      if (best instanceof Finding.Proved
          && pairs instanceof Finding.Bounded<List<ExchangeOrder.Pair>>(_, var bound, _)) {
        text.add(BoundWording.text(bound));
      }
      return found.stream()
          .map(
              pair ->
                  new SimultaneousExchange(
                      pair.one(),
                      pair.other(),
                      pair.largest(),
                      new Links(words).list(pair.against())))
          .toList();
    }

    private static long end(ExchangeOrder.Order order, List<StepId> group) {
      return order.times().getOrDefault(Moment.end(group.getFirst()), 0L);
    }
  }
}
