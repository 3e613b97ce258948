package org.parley.answer.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.check.Check;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
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

  public SequenceAnswer exposure(Plan plan) {
    List<Exposure.Curve> curves = Exposure.of(problem, plan.earliest());
    if (curves.isEmpty()) {
      return new SequenceAnswer(
          Messages.current().text("sequence.exposure.lack") + "\n",
          Map.of("parties", Map.of()),
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
    private final Map<String, Object> json = new LinkedHashMap<>();

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
      Map<String, Object> parties = new LinkedHashMap<>();
      curves.forEach(curve -> parties.put(curve.party().value(), balances(curve)));
      json.put("assumed", List.copyOf(assumed));
      json.put("parties", parties);
      List<Exposure.Curve> most = Exposure.mostExposed(curves);
      if (!most.isEmpty()) {
        text.add(exposed.most(most));
      }
      List<FirstMover> movers = FirstMover.of(problem, plan);
      movers.forEach(mover -> text.add(exposed.mover(mover)));
      json.put("firstMovers", movers.stream().map(this::json).toList());
      long count = problem.steps().stream().filter(step -> !step.reversible()).count();
      if (count > ExchangeOrder.MOST) {
        text.add(exposed.tooMany(count));
        return new SequenceAnswer(SequenceAnswer.text(text), json, false);
      }
      Finding<ExchangeOrder.Order> best = ExchangeOrder.best(problem, plan, question.budget);
      best.findAnswer().ifPresent(order -> order(best, order));
      pairs(best);
      return new SequenceAnswer(SequenceAnswer.text(text), json, true);
    }

    private List<Map<String, Object>> balances(Exposure.Curve curve) {
      text.add("  " + exposed.party(curve.party()));
      List<Map<String, Object>> balances = new ArrayList<>();
      for (Exposure.Balance each : curve.balances()) {
        text.add("    " + words.iso(each.time()) + "  " + exposed.balance(each));
        Map<String, Object> balance = new LinkedHashMap<>();
        balance.put("on", words.iso(each.time()));
        balance.put("given", each.given());
        balance.put("received", each.received());
        balance.put("exposure", each.exposure());
        balances.add(balance);
      }
      return balances;
    }

    private Map<String, Object> json(FirstMover mover) {
      Long until = mover.until();
      Long atMost = mover.atMost();
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("party", mover.party().value());
      one.put("gives", ids(mover.gives()));
      one.put("since", words.iso(mover.since()));
      one.put("largest", mover.largest());
      if (until != null) {
        one.put("until", words.iso(until));
        one.put("receives", ids(mover.receives()));
      }
      if (atMost != null) {
        one.put("atMost", atMost);
      }
      return one;
    }

    private void order(Finding<ExchangeOrder.Order> best, ExchangeOrder.Order order) {
      boolean checked = Check.verify(problem, best, question.budget).holds();
      text.add(exposed.best(best, order, checked));
      for (List<StepId> group : order.steps()) {
        text.add("  " + words.iso(end(order, group)) + "  " + words.titles(group));
      }
      json.put("checked", checked);
      json.put("on", order.steps().stream().map(group -> words.iso(end(order, group))).toList());
      json.put("leastLargest", order.largest());
      json.put("proved", best instanceof Finding.Proved);
      json.put("order", order.steps().stream().map(OnePlan::ids).toList());
    }

    private void pairs(Finding<ExchangeOrder.Order> best) {
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
      json.put("simultaneous", found.stream().map(this::json).toList());
    }

    private Map<String, Object> json(ExchangeOrder.Pair pair) {
      Map<String, Object> exchange = new LinkedHashMap<>();
      exchange.put("one", ids(pair.one()));
      exchange.put("other", ids(pair.other()));
      exchange.put("largest", pair.largest());
      exchange.put("against", new Links(words).json(pair.against()));
      return exchange;
    }

    private static List<String> ids(List<StepId> steps) {
      return steps.stream().map(StepId::value).toList();
    }

    private static long end(ExchangeOrder.Order order, List<StepId> group) {
      return order.times().getOrDefault(Moment.end(group.getFirst()), 0L);
    }
  }
}
