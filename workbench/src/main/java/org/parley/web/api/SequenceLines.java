package org.parley.web.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.answer.sequence.ControlAnswers;
import org.parley.answer.sequence.ExposureAnswers;
import org.parley.answer.sequence.ForecastAnswers;
import org.parley.answer.sequence.KnotAnswers;
import org.parley.answer.sequence.OutcomeAnswers;
import org.parley.answer.sequence.PlanAnswers;
import org.parley.answer.sequence.ProgressAnswers;
import org.parley.answer.sequence.SequenceAnswer;
import org.parley.answer.sequence.SlipAnswers;
import org.parley.exact.Budget;
import org.parley.model.Id;
import org.parley.model.cases.AsOf;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;
import org.parley.outlook.plan.PlanForecasts;
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plans;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.LineContent;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import org.parley.web.view.BadQuery;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;

/// The sequence: knots, ways out and plans.
final class SequenceLines {

  private static final long STEPS = 50_000_000;

  private static final Parameter AS_OF =
      Parameter.day(
          "asOf", "Plan from this day on. Default: the last on which something was said or done.");
  private static final Parameter FROM = Parameter.day("from", "The same as asOf.");
  private static final Parameter KNOWN =
      Parameter.day("knownAt", "The day whose knowledge counts. Default: all.");
  private static final Parameter WITHOUT =
      Parameter.list("without", "The ids of demands to leave out. Default: none.");
  private static final Parameter READ =
      Parameter.list("read", "How to read contested terms, as term:reading. Default: each way.");

  private SequenceLines() {}

  static List<Line> lines() {
    return List.of(
        line("knots", "knots", "which demands cannot all hold")
            .answers(KnotAnswers.KnotsAnswer.class, asked -> unplanned(asked, KnotAnswers::knots)),
        line("ways-out", "waysOut", "what would untie them")
            .answers(
                KnotAnswers.WaysOutAnswer.class, asked -> unplanned(asked, KnotAnswers::waysOut)),
        line("plan", "plan", "when each step can be, and why not earlier")
            .with(READ)
            .answers(
                each("Plans", PlanAnswers.PlanAnswer.class),
                asked -> planned(asked, (_, plans) -> plans.plan())),
        line("forecast", "forecast", "how likely each date and deadline is")
            .with(READ)
            .answers(
                each("PlanForecasts", ForecastAnswers.PlanForecastAnswer.class),
                asked ->
                    planned(
                        asked,
                        (budget, plans) ->
                            plans.forEach(
                                new ForecastAnswers(
                                        asked.open().view(),
                                        asked
                                            .open()
                                            .acts(
                                                new AsOf(
                                                    plans.problem().scale().origin(),
                                                    known(asked))),
                                        plans.problem(),
                                        PlanForecasts.RUNS,
                                        budget)
                                    ::forecast))),
        line("control", "control", "whether every clause can be kept whatever others decide")
            .with(READ)
            .answers(
                each("Controls", ControlAnswers.Control.class),
                asked ->
                    planned(
                        asked,
                        (budget, plans) ->
                            plans.forEach(new ControlAnswers(plans.problem(), budget)::control))),
        line("exposure", "exposure", "who has given what it cannot take back")
            .with(READ)
            .answers(
                each("Exposures", ExposureAnswers.ExposureAnswer.class),
                asked ->
                    planned(
                        asked,
                        (budget, plans) ->
                            plans.forEach(
                                new ExposureAnswers(asked.open().view(), plans.problem(), budget)
                                    ::exposure))),
        line("slip", "slip", "what moves, and what breaks, when steps end at other times")
            .with(
                READ,
                Parameter.list("ended", "When steps ended or will, as step:2026-02-01.").required())
            .answers(each("Slips", SlipAnswers.SlipAnswer.class), SequenceLines::slip),
        Line.get("/api/sequence/outcomes", "sequence", "outcomes", "what became of the demands")
            .with(Parameter.day("asOf", "On this day. Default: the last on record."), KNOWN)
            .answers(OutcomeAnswers.OutcomesAnswer.class, SequenceLines::outcomes),
        Line.get("/api/sequence/progress", "sequence", "progress", "how much was carried out")
            .with(
                Parameter.day("asOf", "On this day. Default: that of the last observation."),
                Parameter.day("on", "The same as asOf."),
                KNOWN)
            .answers(ProgressAnswers.ProgressAnswer.class, SequenceLines::progress));
  }

  private static Reply progress(Asked asked) {
    LocalDate asOf = asked.query().day("asOf");
    return Reply.of(
        new ProgressAnswers(asked.open().view())
            .progress(asOf != null ? asOf : asked.query().day("on"), known(asked))
            .json());
  }

  private static Reply outcomes(Asked asked) {
    LocalDate day = asked.query().day("asOf");
    return Reply.of(new OutcomeAnswers(asked.open().view()).outcomes(acts(asked, day)).json());
  }

  /// The acts of the day asked for, by default that from which steps are planned.
  private static ActLedger acts(Asked asked, @Nullable LocalDate day) {
    OpenCase open = asked.open();
    return open.acts(new AsOf(day != null ? day : open.planDay(), known(asked)));
  }

  private static LocalDate known(Asked asked) {
    LocalDate known = asked.query().day("knownAt");
    return known != null ? known : LocalDate.MAX;
  }

  /// An answer for every plan.
  private static LineContent each(String schema, Class<?> answer) {
    return LineContent.of(schema, PlanAnswers.EachPlan.class, answer);
  }

  private static Line line(String question, String name, String says) {
    return Line.get("/api/sequence/" + question, "sequence", name, says)
        .with(AS_OF, FROM, KNOWN, WITHOUT, Deadline.PARAMETER);
  }

  private static Reply unplanned(
      Asked asked, java.util.function.Function<KnotAnswers, SequenceAnswer> question) {
    SequenceProblem problem = problem(asked);
    return Reply.of(
        Deadline.compute(
            asked,
            budget -> question.apply(new KnotAnswers(problem, budget.withSteps(STEPS))).json()));
  }

  private static Reply planned(
      Asked asked, BiFunction<Budget, PlanAnswers, SequenceAnswer> question) {
    SequenceProblem problem = problem(asked);
    Map<TermId, String> readings = readings(asked.query(), problem);
    return Reply.of(
        Deadline.compute(
            asked,
            all -> {
              Budget budget = all.withSteps(STEPS);
              return question
                  .apply(budget, new PlanAnswers(problem, Plans.of(problem, readings, budget)))
                  .json();
            }));
  }

  private static Reply slip(Asked asked) {
    SequenceProblem problem = problem(asked);
    List<String> steps = problem.steps().stream().map(PlannedStep::id).map(Id::value).toList();
    Map<StepId, Long> ended = new LinkedHashMap<>();
    for (String each : asked.query().list("ended")) {
      String[] parts = pair("ended", each, "step:2026-02-01");
      known("ended", parts[0], steps);
      LocalDate day = new Query(Map.of("ended", List.of(parts[1]))).day("ended");
      if (day != null) {
        ended.put(new StepId(parts[0]), problem.scale().at(day));
      }
    }
    if (ended.isEmpty()) {
      throw new BadQuery("ended", "", "nothing slips", "Maybe step:2026-02-01.");
    }
    return planned(
        asked,
        (budget, plans) -> plans.forEach(new SlipAnswers(plans.problem(), ended, budget)::slip));
  }

  private static SequenceProblem problem(Asked asked) {
    LocalDate asOf = asked.query().day("asOf");
    LocalDate from = asOf != null ? asOf : asked.query().day("from");
    SequenceProblem problem = SequenceProblem.of(asked.open().view(), acts(asked, from), true);
    List<String> demands =
        asked.open().view().demands().stream().map(Demand::id).map(DemandId::value).toList();
    List<String> without = asked.query().list("without");
    without.forEach(each -> known("without", each, demands));
    return problem.withDemands(
        problem.demands().stream().filter(each -> !without.contains(each.id().value())).toList());
  }

  private static Map<TermId, String> readings(Query query, SequenceProblem problem) {
    List<String> terms = problem.terms().stream().map(term -> term.id().value()).toList();
    Map<TermId, String> read = new LinkedHashMap<>();
    for (String each : query.list("read")) {
      String[] parts = pair("read", each, "term:reading");
      known("read", parts[0], terms);
      ContestedTerm term = problem.get(new TermId(parts[0]));
      List<String> names = new ArrayList<>();
      term.readings().forEach(reading -> names.add(reading.name()));
      known("read", parts[1], names);
      read.put(term.id(), parts[1]);
    }
    return read;
  }

  private static String[] pair(String name, String value, String example) {
    String[] parts = value.split(":", 2);
    if (parts.length != 2) {
      throw new BadQuery(name, value, "a colon is missing", "Maybe write it like " + example + ".");
    }
    return parts;
  }

  private static void known(String name, String value, Collection<String> known) {
    new Query(Map.of(name, List.of(value))).oneOf(name, known);
  }
}
