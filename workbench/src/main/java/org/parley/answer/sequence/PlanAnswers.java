package org.parley.answer.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.parley.exact.Finding;
import org.parley.model.step.DemandId;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Wording;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// When each step can be and why not earlier; and, for other questions, one answer for each plan.
public record PlanAnswers(SequenceProblem problem, Finding<List<Plan>> plans) {

  public Answer plan() {
    if (problem.steps().isEmpty()) {
      return new Answer(
          "No steps, so nothing to plan. Maybe give the case steps and demands.\n",
          Map.of("possible", true, "plans", List.of()),
          true);
    }
    return forEach(plan -> new Answer(text(plan), json(plan), true));
  }

  /// The answer for every plan, each under the readings it supposes; or why there is none.
  public Answer forEach(Function<Plan, Answer> ask) {
    var words = new Wording(problem);
    List<Plan> all = plans.findAnswer().orElse(List.of());
    if (plans instanceof Finding.Impossible<List<Plan>>(var certificate)) {
      return none(
          certificate instanceof Plans.Prevented why
              ? why.knots().findAnswer().orElse(List.of())
              : List.of());
    }
    StringBuilder text = new StringBuilder();
    List<Object> json = new ArrayList<>();
    boolean yes = true;
    for (Plan plan : all) {
      if (!plan.readings().isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n")
            .append("With ")
            .append(words.readings(plan.readings()))
            .append(":\n");
      }
      Answer answer = ask.apply(plan);
      text.append(answer.text());
      Map<String, Object> under = new LinkedHashMap<>();
      under.put("readings", Links.readings(plan.readings()));
      under.put("answer", answer.json());
      json.add(under);
      yes &= answer.isYes();
    }
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("possible", !all.isEmpty());
    whole.put("allReadings", plans instanceof Finding.Proved);
    whole.put("plans", json);
    return new Answer(text + Answer.promise(plans), whole, yes && !all.isEmpty());
  }

  private static Answer none(List<Knot> knots) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("possible", false);
    json.put(
        "knots",
        knots.stream().map(knot -> knot.demands().stream().map(DemandId::value).toList()).toList());
    return new Answer(
        "No plan: "
            + (knots.size() == 1 ? "a knot is" : knots.size() + " knots are")
            + " in the way. Maybe see the question ways-out, or leave a demand out with"
            + " --without.\n",
        json,
        false);
  }

  private String text(Plan plan) {
    var words = new Wording(problem);
    var links = new Links(words);
    StringBuilder text = new StringBuilder();
    List<Plan.Window> inOrder =
        plan.times().stream().sorted(Comparator.comparingLong(Plan.Window::earliest)).toList();
    for (Plan.Window window : inOrder) {
      if (window.moment().phase() == Moment.Phase.END
          && problem.get(window.moment().step()).duration().most() == 0) {
        continue;
      }
      Long latest = window.latest();
      text.append(problem.scale().inWords(window.earliest()))
          .append(latest == null ? "" : " to " + problem.scale().inWords(latest))
          .append(window.isCritical() ? "  critical  " : "  ")
          .append(words.of(window.moment()))
          .append('\n')
          .append(links.text(window.whyNotEarlier().stream().limit(1).toList(), "    "));
    }
    for (Map.Entry<DemandId, Integer> way : plan.ways().entrySet()) {
      TimedDemand demand = problem.get(way.getKey());
      text.append(
          String.format(
              Locale.ROOT,
              "\"%s\" is met in way %d of %d.%n",
              demand.text(),
              way.getValue() + 1,
              demand.anyOf().size()));
    }
    for (Plan.Decision decision : plan.decisions()) {
      Long latest = decision.byLatest();
      text.append(decision.decidedBy())
          .append(" to decide by ")
          .append(problem.scale().inWords(decision.byWithoutDelay()))
          .append(
              latest == null || latest <= decision.byWithoutDelay()
                  ? ""
                  : ", at the very latest by " + problem.scale().inWords(latest))
          .append(": ")
          .append(problem.get(decision.demand()).text())
          .append('\n');
    }
    return text.toString();
  }

  private Map<String, Object> json(Plan plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lasting", problem.scale().inWords(plan.lasting()));
    json.put("times", plan.times().stream().map(this::json).toList());
    json.put("criticalPath", new Links(new Wording(problem)).json(plan.criticalPath()));
    List<Map<String, Object>> decisions = new ArrayList<>();
    for (Plan.Decision decision : plan.decisions()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("demand", decision.demand().value());
      each.put("decidedBy", decision.decidedBy());
      each.put("byWithoutDelay", problem.scale().inWords(decision.byWithoutDelay()));
      Long latest = decision.byLatest();
      if (latest != null) {
        each.put("byLatest", problem.scale().inWords(latest));
      }
      decisions.add(each);
    }
    json.put("decisions", decisions);
    return json;
  }

  private Map<String, Object> json(Plan.Window window) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("step", window.moment().step().value());
    json.put("phase", Links.phase(window.moment()));
    json.put("earliest", problem.scale().inWords(window.earliest()));
    Long latest = window.latest();
    if (latest != null) {
      json.put("latest", problem.scale().inWords(latest));
    }
    json.put("slack", window.slack());
    json.put("why", new Links(new Wording(problem)).json(window.whyNotEarlier()));
    return json;
  }
}
