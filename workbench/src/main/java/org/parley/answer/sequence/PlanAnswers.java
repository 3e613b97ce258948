package org.parley.answer.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.parley.exact.Finding;
import org.parley.model.step.DemandId;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;
import org.parley.wording.KnotWording;
import org.parley.wording.Messages;
import org.parley.wording.PlanWording;
import org.parley.wording.SequenceWording;

/// When each step can be and why not earlier; and, for other questions, one answer for each plan.
public record PlanAnswers(SequenceProblem problem, Finding<List<Plan>> plans) {

  public SequenceAnswer plan() {
    if (problem.steps().isEmpty()) {
      return new SequenceAnswer(
          Messages.current().text("sequence.plan.no-steps") + "\n",
          Map.of("possible", true, "plans", List.of()),
          true);
    }
    return forEach(plan -> new SequenceAnswer(text(plan), json(plan), true));
  }

  /// The answer for every plan, each under the readings it supposes; or why there is none.
  public SequenceAnswer forEach(Function<Plan, SequenceAnswer> ask) {
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
            .append(KnotWording.of(problem).withHead(plan.readings()))
            .append('\n');
      }
      SequenceAnswer answer = ask.apply(plan);
      text.append(answer.text());
      Map<String, Object> under = new LinkedHashMap<>();
      under.put("readings", Links.readings(plan.readings()));
      under.put("answer", answer.json());
      json.add(under);
      yes &= answer.isYes();
    }
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("possible", !all.isEmpty());
    whole.put("allReadings", plans.isComplete());
    whole.put("plans", json);
    return new SequenceAnswer(text + SequenceAnswer.promise(plans), whole, yes && !all.isEmpty());
  }

  private SequenceAnswer none(List<Knot> knots) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("possible", false);
    json.put(
        "knots",
        knots.stream().map(knot -> knot.demands().stream().map(DemandId::value).toList()).toList());
    return new SequenceAnswer(PlanWording.of(problem).none(knots.size()) + "\n", json, false);
  }

  private String text(Plan plan) {
    SequenceWording words = SequenceWording.of(problem);
    PlanWording planned = PlanWording.of(problem);
    var links = new Links(words);
    StringBuilder text = new StringBuilder();
    List<Plan.Window> inOrder =
        plan.times().stream().sorted(Comparator.comparingLong(Plan.Window::earliest)).toList();
    for (Plan.Window window : inOrder) {
      if (window.moment().phase() == Moment.Phase.END
          && problem.get(window.moment().step()).duration().most() == 0) {
        continue;
      }
      text.append(planned.column(window.earliest(), window.latest()))
          .append("  ")
          .append(
              window.isCritical() ? Messages.current().text("sequence.plan.critical") + "  " : "")
          .append(words.moment(window.moment()))
          .append('\n')
          .append(links.text(window.whyNotEarlier().stream().limit(1).toList(), "    "));
    }
    plan.ways().forEach((demand, way) -> text.append(planned.way(demand, way)).append('\n'));
    plan.decisions().forEach(each -> text.append(planned.decision(each)).append('\n'));
    return text.toString();
  }

  private Map<String, Object> json(Plan plan) {
    SequenceWording words = SequenceWording.of(problem);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lasting", words.iso(plan.lasting()));
    json.put("times", plan.times().stream().map(each -> json(each, words)).toList());
    json.put("criticalPath", new Links(words).json(plan.criticalPath()));
    List<Map<String, Object>> decisions = new ArrayList<>();
    for (Plan.Decision decision : plan.decisions()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("demand", decision.demand().value());
      each.put("decidedBy", decision.decidedBy());
      each.put("byWithoutDelay", words.iso(decision.byWithoutDelay()));
      Long latest = decision.byLatest();
      if (latest != null) {
        each.put("byLatest", words.iso(latest));
      }
      decisions.add(each);
    }
    json.put("decisions", decisions);
    return json;
  }

  private static Map<String, Object> json(Plan.Window window, SequenceWording words) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("step", window.moment().step().value());
    json.put("phase", Links.phase(window.moment()));
    json.put("earliest", words.iso(window.earliest()));
    Long latest = window.latest();
    if (latest != null) {
      json.put("latest", words.iso(latest));
    }
    json.put("slack", window.slack());
    json.put("why", new Links(words).json(window.whyNotEarlier()));
    return json;
  }
}
