package org.parley.answer.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.check.ExposureCheck;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.CaseView;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.exposure.Exposure;
import org.parley.sequence.exposure.FirstMover;
import org.parley.sequence.exposure.Unavoidable;
import org.parley.sequence.knots.Wording;
import org.parley.sequence.plan.Plan;

/// Who is exposed when, and the order that exposes least.
public record ExposureAnswers(CaseView view, SequenceProblem problem, Budget budget) {

  private static final int PAIRS = 5;

  public Answer exposure(Plan plan) {
    List<Exposure.Curve> curves = Exposure.of(problem, plan.earliest());
    if (curves.isEmpty()) {
      return new Answer(
          "No irreversible step has a worth, so nobody's exposure can be told. Maybe give steps"
              + " \"irreversible: true\" and \"worth\".\n",
          Map.of("parties", List.of()),
          false);
    }
    StringBuilder text = new StringBuilder();
    Set<String> assumed = new LinkedHashSet<>();
    for (Step step : view.steps()) {
      String reason = step.assumed().get("worth");
      if (reason != null) {
        assumed.add(reason);
      }
    }
    assumed.forEach(
        each -> text.append("What steps are worth is assumed: ").append(each).append('\n'));
    text.append("Everything at its earliest:\n");
    Map<String, Object> parties = new LinkedHashMap<>();
    for (Exposure.Curve curve : curves) {
      text.append("  ").append(curve.party()).append('\n');
      List<Map<String, Object>> balances = new ArrayList<>();
      for (Exposure.Balance each : curve.balances()) {
        text.append("    ")
            .append(problem.scale().inWords(each.time()))
            .append("  given ")
            .append(each.given())
            .append(", received ")
            .append(each.received())
            .append(each.exposure() == 0 ? "" : ": exposed by " + each.exposure())
            .append('\n');
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("on", problem.scale().inWords(each.time()));
        json.put("given", each.given());
        json.put("received", each.received());
        json.put("exposure", each.exposure());
        balances.add(json);
      }
      parties.put(curve.party().value(), balances);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("assumed", List.copyOf(assumed));
    json.put("parties", parties);
    List<Exposure.Curve> most = Exposure.mostExposed(curves);
    if (!most.isEmpty()) {
      text.append("Most exposed: ")
          .append(most.stream().map(each -> each.party().value()).collect(Collectors.joining(", ")))
          .append(", by ")
          .append(most.getFirst().largest())
          .append(".\n");
    }
    firstMovers(plan, text, json);
    long count = problem.steps().stream().filter(step -> !step.reversible()).count();
    if (count > ExchangeOrder.MOST) {
      text.append(
          "No best order was looked for: "
              + count
              + " steps are irreversible, and at most "
              + ExchangeOrder.MOST
              + " can be ordered. Maybe mark those as reversible that do not matter here.\n");
      return new Answer(text.toString(), json, false);
    }
    order(plan, text, json);
    return new Answer(text.toString(), json, true);
  }

  private void firstMovers(Plan plan, StringBuilder text, Map<String, Object> json) {
    List<Map<String, Object>> movers = new ArrayList<>();
    for (FirstMover mover : FirstMover.of(problem, plan)) {
      Long until = mover.until();
      Long atMost = mover.atMost();
      text.append("Gives first: ")
          .append(mover.party())
          .append(", on ")
          .append(problem.scale().inWords(mover.since()))
          .append(", by ")
          .append(titles(mover.gives()));
      if (until == null) {
        text.append(". Nothing in the plan evens it.\n");
      } else {
        text.append("; even again on ")
            .append(problem.scale().inWords(until))
            .append(", by ")
            .append(titles(mover.receives()))
            .append(
                atMost == null
                    ? ". No clause says by when.\n"
                    : ". The clauses allow "
                        + problem.scale().lengthInWords(atMost)
                        + " between them at most.\n");
      }
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("party", mover.party().value());
      one.put("gives", mover.gives().stream().map(StepId::value).toList());
      one.put("since", problem.scale().inWords(mover.since()));
      one.put("largest", mover.largest());
      if (until != null) {
        one.put("until", problem.scale().inWords(until));
        one.put("receives", mover.receives().stream().map(StepId::value).toList());
      }
      if (atMost != null) {
        one.put("atMost", atMost);
      }
      movers.add(one);
    }
    json.put("firstMovers", movers);
  }

  private void order(Plan plan, StringBuilder text, Map<String, Object> json) {
    Finding<ExchangeOrder.Order> best = ExchangeOrder.best(problem, plan, budget);
    best.findAnswer()
        .ifPresent(
            order -> {
              boolean checked =
                  best instanceof Finding.Proved<ExchangeOrder.Order>(_, Unavoidable proof)
                      && ExposureCheck.problemWith(order, proof, plan, problem, budget).isEmpty();
              text.append("In this order nobody is exposed by more than ")
                  .append(order.largest())
                  .append(
                      best instanceof Finding.Proved
                          ? ", and in no order by less" + (checked ? " (checked)" : "")
                          : "")
                  .append(":\n");
              for (List<StepId> group : order.steps()) {
                text.append("  ")
                    .append(problem.scale().inWords(end(order, group)))
                    .append("  ")
                    .append(titles(group))
                    .append('\n');
              }
              json.put("checked", checked);
              json.put(
                  "on",
                  order.steps().stream()
                      .map(group -> problem.scale().inWords(end(order, group)))
                      .toList());
              json.put("leastLargest", order.largest());
              json.put("proved", best instanceof Finding.Proved);
              json.put(
                  "order",
                  order.steps().stream()
                      .map(group -> group.stream().map(StepId::value).toList())
                      .toList());
            });
    text.append(Answer.promise(best));
    Finding<List<ExchangeOrder.Pair>> pairs = ExchangeOrder.simultaneous(problem, plan, budget);
    List<ExchangeOrder.Pair> found = pairs.findAnswer().orElse(List.of());
    if (!found.isEmpty()) {
      text.append("Made simultaneous, these lower it:\n");
    }
    var words = new Wording(problem);
    for (ExchangeOrder.Pair pair : found.stream().limit(PAIRS).toList()) {
      text.append("  ")
          .append(titles(pair.one()))
          .append(" with ")
          .append(titles(pair.other()))
          .append(": to ")
          .append(pair.largest())
          .append(pair.against().isEmpty() ? "\n" : ", if what keeps them apart gave way:\n")
          .append(new Links(words).text(pair.against(), "    "));
    }
    if (found.size() > PAIRS) {
      text.append("  and ").append(found.size() - PAIRS).append(" more\n");
    }
    text.append(best instanceof Finding.Proved ? Answer.promise(pairs) : "");
    json.put(
        "simultaneous",
        found.stream()
            .map(
                pair -> {
                  Map<String, Object> exchange = new LinkedHashMap<>();
                  exchange.put("one", pair.one().stream().map(StepId::value).toList());
                  exchange.put("other", pair.other().stream().map(StepId::value).toList());
                  exchange.put("largest", pair.largest());
                  exchange.put("against", new Links(words).json(pair.against()));
                  return exchange;
                })
            .toList());
  }

  private static long end(ExchangeOrder.Order order, List<StepId> group) {
    return order.times().getOrDefault(Moment.end(group.getFirst()), 0L);
  }

  private String titles(List<StepId> steps) {
    return steps.stream()
        .map(step -> "\"" + problem.get(step).title() + "\"")
        .collect(Collectors.joining(" and "));
  }
}
