package org.parley.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.exact.Finding;
import org.parley.model.DemandId;
import org.parley.model.TermId;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.WayOut;
import org.parley.sequence.knots.WaysOut;
import org.parley.sequence.knots.Weakening;
import org.parley.sequence.knots.Wording;
import org.parley.sequence.plan.Plan;

/// Knots, ways out and plans as text and as JSON.
final class SequencePrinter {

  private final SequenceProblem problem;
  private final Wording words;

  SequencePrinter(SequenceProblem problem) {
    this.problem = problem;
    words = new Wording(problem);
  }

  String knotsAsText(Finding<List<Knot>> finding) {
    StringBuilder text = new StringBuilder();
    List<Knot> knots = finding.findAnswer().orElse(List.of());
    for (int i = 0; i < knots.size(); i++) {
      text.append("Knot ").append(i + 1).append(". ");
      words.of(knots.get(i)).forEach(line -> text.append(line).append('\n'));
    }
    if (knots.isEmpty()) {
      text.append("No knots: the demands can all hold.\n");
    }
    return text + proof(finding);
  }

  private static String proof(Finding<?> finding) {
    return switch (finding) {
      case Finding.Proved<?> _ -> "";
      case Finding.Bounded<?>(_, var bound, _) -> bound.inWords() + "\n";
      case Finding.Impossible<?> _ -> "";
    };
  }

  Map<String, Object> knots(Finding<List<Knot>> finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("complete", finding instanceof Finding.Proved);
    json.put("knots", finding.findAnswer().orElse(List.of()).stream().map(this::knot).toList());
    return json;
  }

  private Map<String, Object> knot(Knot knot) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("demands", knot.demands().stream().map(DemandId::value).toList());
    json.put("readings", readings(knot.readings()));
    json.put("untiedBy", knot.untiedBy().stream().map(SequencePrinter::readings).toList());
    json.put("loops", knot.loops().stream().map(this::loop).toList());
    json.put("words", words.of(knot));
    return json;
  }

  private static Map<String, String> readings(Map<TermId, String> readings) {
    Map<String, String> json = new LinkedHashMap<>();
    readings.forEach((term, reading) -> json.put(term.value(), reading));
    return json;
  }

  private List<Map<String, Object>> loop(Loop loop) {
    return loop.links().stream().map(this::link).toList();
  }

  private Map<String, Object> link(Loop.Link link) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", name(link.from()));
    json.put("to", name(link.to()));
    json.put("atMost", link.atMost());
    if (link.reason() instanceof Loop.Reason.Demanded demanded) {
      json.put("demand", demanded.demand().value());
    }
    json.put("words", words.of(link));
    return json;
  }

  private static String name(Moment moment) {
    return switch (moment) {
      case Moment.Origin _ -> "origin";
      case Moment.Read read -> read.term().value();
      case Moment.At at -> at.step().value();
    };
  }

  String waysAsText(Finding<List<WaysOut.Group>> finding) {
    StringBuilder text = new StringBuilder();
    for (WaysOut.Group group : finding.findAnswer().orElse(List.of())) {
      text.append(group.knots().size())
          .append(group.knots().size() == 1 ? " knot" : " knots")
          .append(" untied by any of:\n");
      for (WayOut way : group.ways()) {
        text.append("  ").append(words.of(way)).append('\n');
        gives(way, group)
            .forEach(
                (demand, amount) ->
                    text.append("    or weaken ")
                        .append(demand)
                        .append(" by ")
                        .append(problem.scale().lengthInWords(amount))
                        .append('\n'));
      }
    }
    if (text.isEmpty()) {
      text.append(
          finding instanceof Finding.Impossible
              ? "No way out: what is fixed cannot hold.\n"
              : "No knots: nothing to untie.\n");
    }
    return text + proof(finding);
  }

  /// What each demand of a way out would have to give, where all other knots are untied otherwise.
  private Map<DemandId, Long> gives(WayOut way, WaysOut.Group group) {
    List<DemandId> inGroup = group.knots().stream().flatMap(k -> k.demands().stream()).toList();
    SequenceProblem alone =
        problem.withDemands(
            problem.demands().stream().filter(each -> inGroup.contains(each.id())).toList());
    return Weakening.of(alone, way);
  }

  Map<String, Object> ways(Finding<List<WaysOut.Group>> finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("complete", finding instanceof Finding.Proved);
    json.put(
        "groups",
        finding.findAnswer().orElse(List.of()).stream()
            .map(group -> group.ways().stream().map(way -> way(way, group)).toList())
            .toList());
    return json;
  }

  private Map<String, Object> way(WayOut way, WaysOut.Group group) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("readings", readings(way.readings()));
    json.put("drop", way.drop().stream().map(DemandId::value).toList());
    json.put("touches", way.touches().stream().map(Object::toString).sorted().toList());
    Map<String, Long> weaken = new LinkedHashMap<>();
    gives(way, group).forEach((demand, amount) -> weaken.put(demand.value(), amount));
    json.put("weakenBy", weaken);
    json.put("words", words.of(way));
    return json;
  }

  String planAsText(Finding<Plan> finding) {
    return switch (finding) {
      case Finding.Proved<Plan>(Plan plan, _) -> planAsText(plan);
      case Finding.Bounded<Plan>(Plan plan, _, _) -> planAsText(plan) + proof(finding);
      case Finding.Impossible<Plan>(Knots.Tied(List<Knot> knots)) ->
          "No plan: "
              + (knots.size() == 1 ? "a knot is" : knots.size() + " knots are")
              + " in the way. Maybe see the question ways-out.\n";
      case Finding.Impossible<Plan> _ -> "No plan.\n";
    };
  }

  private String planAsText(Plan plan) {
    StringBuilder text = new StringBuilder();
    if (!plan.readings().isEmpty()) {
      text.append("With ").append(words.readings(plan.readings())).append(":\n");
    }
    for (Plan.Window window : plan.times()) {
      if (window.moment().phase() == Moment.Phase.END) {
        continue;
      }
      Long latest = window.latest();
      text.append(problem.scale().inWords(window.earliest()))
          .append(latest == null ? "" : " to " + problem.scale().inWords(latest))
          .append(window.isCritical() ? "  critical  " : "  ")
          .append(words.of(window.moment()))
          .append('\n');
      window
          .whyNotEarlier()
          .forEach(link -> text.append("    ").append(words.of(link)).append('\n'));
    }
    plan.decisions()
        .forEach(
            decision ->
                text.append(decision.decidedBy())
                    .append(" to decide by ")
                    .append(problem.scale().inWords(decision.byWithoutDelay()))
                    .append(": ")
                    .append(decision.demand())
                    .append('\n'));
    return text.toString();
  }

  Map<String, Object> plan(Finding<Plan> finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("possible", finding.findAnswer().isPresent());
    finding
        .findAnswer()
        .ifPresent(
            plan -> {
              json.put("readings", readings(plan.readings()));
              json.put("lasting", plan.lasting());
              json.put("times", plan.times().stream().map(this::window).toList());
            });
    return json;
  }

  private Map<String, Object> window(Plan.Window window) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("step", window.moment().step().value());
    json.put("phase", window.moment().phase() == Moment.Phase.START ? "start" : "end");
    json.put("earliest", problem.scale().inWords(window.earliest()));
    Long latest = window.latest();
    if (latest != null) {
      json.put("latest", problem.scale().inWords(latest));
    }
    json.put("slack", window.slack());
    json.put("why", window.whyNotEarlier().stream().map(this::link).toList());
    return json;
  }
}
