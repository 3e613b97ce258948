package org.parley.cli.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.step.StepId;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.exposure.Exposure;
import org.parley.sequence.plan.Plan;

/// Who is exposed when, and the order that exposes least.
record ExposureAnswers(SequenceProblem problem, Budget budget) {

  private static final int PAIRS = 5;

  Answer exposure(Plan plan) {
    List<Exposure.Curve> curves = Exposure.of(problem, plan.earliest());
    if (curves.isEmpty()) {
      return new Answer(
          "No irreversible step has a worth, so nobody's exposure can be told. Maybe give steps"
              + " \"irreversible: true\" and \"worth\".\n",
          Map.of("parties", List.of()),
          false);
    }
    StringBuilder text = new StringBuilder("Everything at its earliest:\n");
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
    Exposure.mostExposed(curves)
        .ifPresent(
            curve ->
                text.append("Most exposed: ")
                    .append(curve.party())
                    .append(", by ")
                    .append(curve.largest())
                    .append(".\n"));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("parties", parties);
    order(plan, text, json);
    return new Answer(text.toString(), json, true);
  }

  private void order(Plan plan, StringBuilder text, Map<String, Object> json) {
    Finding<ExchangeOrder.Order> best = ExchangeOrder.best(problem, plan, budget);
    best.findAnswer()
        .ifPresent(
            order -> {
              text.append(
                      best instanceof Finding.Proved
                          ? "No order of the irreversible steps exposes anybody by less than "
                          : "This order exposes nobody by more than ")
                  .append(order.largest())
                  .append(":\n");
              order.steps().forEach(group -> text.append("  ").append(titles(group)).append('\n'));
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
    found.stream()
        .limit(PAIRS)
        .forEach(
            pair ->
                text.append("  ")
                    .append(titles(pair.one()))
                    .append(" with ")
                    .append(titles(pair.other()))
                    .append(": to ")
                    .append(pair.largest())
                    .append('\n'));
    if (found.size() > PAIRS) {
      text.append("  and ").append(found.size() - PAIRS).append(" more\n");
    }
    json.put(
        "simultaneous",
        found.stream()
            .map(
                pair -> {
                  Map<String, Object> exchange = new LinkedHashMap<>();
                  exchange.put("one", pair.one().stream().map(StepId::value).toList());
                  exchange.put("other", pair.other().stream().map(StepId::value).toList());
                  exchange.put("largest", pair.largest());
                  return exchange;
                })
            .toList());
  }

  private String titles(List<StepId> steps) {
    return steps.stream()
        .map(step -> "\"" + problem.get(step).title() + "\"")
        .collect(Collectors.joining(" and "));
  }
}
