package org.parley.cli.sequence;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import org.jspecify.annotations.Nullable;
import org.parley.acts.Acts;
import org.parley.answer.AnswerJson;
import org.parley.answer.CaseDay;
import org.parley.answer.sequence.ControlAnswers;
import org.parley.answer.sequence.ExposureAnswers;
import org.parley.answer.sequence.ForecastAnswers;
import org.parley.answer.sequence.KnotAnswers;
import org.parley.answer.sequence.OutcomeAnswers;
import org.parley.answer.sequence.PlanAnswers;
import org.parley.answer.sequence.ProgressAnswers;
import org.parley.answer.sequence.SequenceAnswer;
import org.parley.answer.sequence.SlipAnswers;
import org.parley.cli.CaseArgument;
import org.parley.cli.DayConverter;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exchange.calendar.CalendarFile;
import org.parley.exchange.calendar.PlanCalendar;
import org.parley.exchange.calendar.ProjectWriter;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.model.Id;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.cases.KnownRecords;
import org.parley.model.checks.Spelling;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;
import org.parley.outlook.plan.PlanForecasts;
import org.parley.sequence.CalendarTime;
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley sequence CASE QUESTION`: conflicting demands about order and dates, ways out, and plans.
@Command(
    name = "sequence",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Finds minimal conflicts of demands on order and dates, and plans.",
    descriptionHeading = "%n",
    footerHeading =
        "%nExit code 0: done. 1: the case has problems, or it cannot be done. 66: no such"
            + " folder.%n%n",
    footer = {
      "Questions:",
      "  knots       which demands cannot all hold (when none is asked)",
      "  ways-out    what would resolve them, and whose demands that affects",
      "  plan        when each step can be, why not earlier, what to decide by when",
      "  forecast    how likely dates are, by durations and how long others took",
      "  control     can every clause be kept whatever others decide?",
      "  exposure    irreversible giving and receiving, and the safest order",
      "  slip        what moves, and what breaks, when steps are late or done",
      "  outcomes    which demands were kept, are late, overdue or broken",
      "  progress    how much was carried out, leniently and strictly",
      "  icalendar   the plan for a calendar program",
      "  ms-project  the plan as an XML file of Microsoft Project",
      "",
      "Examples:",
      "  parley sequence examples/ukraine-2025",
      "  parley sequence examples/ukraine-2025 ways-out",
      "  parley sequence examples/ukraine-2025 plan --read effectively-in-place=ratified",
      "  parley sequence examples/minsk-2015 plan --without border-before-elections",
      "  parley sequence my-case slip --late ceasefire=2026-02-01 --done signing=2026-01-05",
      "  parley sequence my-case icalendar > plan.ics",
      "  parley sequence my-case icalendar --after plan.ics > new.ics"
    })
public final class SequenceCommand implements Callable<Integer> {

  private static final long STEPS = 50_000_000;
  private static final List<String> QUESTIONS =
      List.of(
          "knots",
          "ways-out",
          "plan",
          "forecast",
          "control",
          "exposure",
          "slip",
          "outcomes",
          "progress",
          "icalendar",
          "ms-project");

  @Parameters(index = "0", paramLabel = "CASE", description = "The case folder.")
  private @Nullable Path folder;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "QUESTION",
      description = "One of those below; default: knots.")
  private String question = "knots";

  @Option(
      names = {"--as-of", "--from"},
      paramLabel = "DAY",
      converter = DayConverter.class,
      description =
          "Look at this day, and plan from it on. Default: the last day on which something was said"
              + " or happened.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--known-at",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "With the knowledge of this day. Default: all that is known.")
  private @Nullable LocalDate knownAt;

  @Option(
      names = "--read",
      paramLabel = "TERM=READING",
      description = "Read a contested term like this. Default: every reading that can hold.")
  private Map<String, String> readings = new LinkedHashMap<>();

  @Option(names = "--without", paramLabel = "DEMAND", description = "Leave a demand out.")
  private List<String> without = new ArrayList<>();

  @Option(
      names = "--late",
      paramLabel = "STEP=DAY",
      description = "With slip: a step that will end on this day.")
  private Map<String, String> late = new LinkedHashMap<>();

  @Option(
      names = "--done",
      paramLabel = "STEP=DAY",
      description = "With slip: a step that ended on this day.")
  private Map<String, String> done = new LinkedHashMap<>();

  @Option(
      names = "--on",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description =
          "With progress: on this day. Default: that of --as-of, or of the last observation.")
  private @Nullable LocalDate on;

  @Option(
      names = "--after",
      paramLabel = "FILE",
      description =
          "With icalendar: the file written before. What changed since gets a higher sequence"
              + " number, what is gone is cancelled.")
  private @Nullable Path after;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private final LanguageOption language = new LanguageOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return language.run(this::answer);
  }

  private Integer answer() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    if (folder == null) {
      return ExitCode.USAGE;
    }
    if (!QUESTIONS.contains(question)) {
      throw unknown("question", question, QUESTIONS);
    }
    Optional<CaseView> found = CaseArgument.view(folder, line);
    if (found.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    try {
      LocalDate day = knownAt;
      return answer(day == null ? found.get() : KnownRecords.of(found.get(), day), line);
    } catch (BadFileException e) {
      line.getErr().println(FileFaultWording.sentence(e));
      return ExitCode.PROBLEMS;
    } catch (NoSuchFileException e) {
      line.getErr().println("There is no file \"" + e.getFile() + "\". Maybe check the path.");
      return ExitCode.NO_INPUT;
    }
  }

  private int answer(CaseView view, CommandLine line) throws IOException {
    LocalDate origin = asOf != null ? asOf : CaseDay.planned(view);
    LocalDate known = knownAt != null ? knownAt : LocalDate.MAX;
    SequenceProblem problem = leftOut(view, SequenceProblem.of(view, origin, known, true));
    Budget budget = Budget.ofSteps(STEPS);
    return switch (question) {
      case "knots" -> print(new KnotAnswers(problem, budget).knots(), line);
      case "ways-out" -> print(new KnotAnswers(problem, budget).waysOut(), line);
      case "outcomes" -> print(new OutcomeAnswers(view).outcomes(origin, known), line);
      case "progress" ->
          print(new ProgressAnswers(view).progress(on != null ? on : asOf, known), line);
      case "icalendar" -> {
        Calendar before = after == null ? null : CalendarFile.read(InputFile.of(after));
        List<String> journals = folder == null ? List.of() : CaseArgument.journals(folder);
        yield export(
            problem, budget, line, plan -> PlanCalendar.of(view, journals, problem, plan, before));
      }
      case "ms-project" ->
          export(problem, budget, line, plan -> Optional.of(ProjectWriter.of(view, problem, plan)));
      default -> print(planned(view, problem, budget), line);
    };
  }

  private SequenceAnswer planned(CaseView view, SequenceProblem problem, Budget budget) {
    var plans = new PlanAnswers(problem, plans(problem, budget));
    Map<StepId, Long> ended = ended(problem);
    if (question.equals("slip") && ended.isEmpty()) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "Nothing slips. Maybe say what is late or done: --late STEP=DAY, --done STEP=DAY.");
    }
    return switch (question) {
      case "forecast" ->
          plans.forEach(
              new ForecastAnswers(
                      view,
                      Acts.of(view)
                          .at(
                              new AsOf(
                                  problem.scale().origin(),
                                  knownAt != null ? knownAt : LocalDate.MAX)),
                      problem,
                      PlanForecasts.RUNS,
                      budget)
                  ::forecast);
      case "control" -> plans.forEach(new ControlAnswers(problem, budget)::control);
      case "exposure" -> plans.forEach(new ExposureAnswers(view, problem, budget)::exposure);
      case "slip" -> plans.forEach(new SlipAnswers(problem, ended, budget)::slip);
      default -> plans.plan();
    };
  }

  private Finding<List<Plan>> plans(SequenceProblem problem, Budget budget) {
    Map<TermId, String> read = new LinkedHashMap<>();
    List<String> terms = problem.terms().stream().map(term -> term.id().value()).toList();
    readings.forEach(
        (name, reading) -> {
          if (!terms.contains(name)) {
            throw unknown("term", name, terms);
          }
          ContestedTerm term = problem.get(new TermId(name));
          List<String> names = term.readings().stream().map(ContestedTerm.Reading::name).toList();
          if (!names.contains(reading)) {
            throw unknown("reading of " + name, reading, names);
          }
          read.put(term.id(), reading);
        });
    return Plans.of(problem, read, budget);
  }

  private Map<StepId, Long> ended(SequenceProblem problem) {
    Map<String, String> all = new LinkedHashMap<>(done);
    all.putAll(late);
    List<String> steps = problem.steps().stream().map(PlannedStep::id).map(Id::value).toList();
    Map<StepId, Long> ended = new LinkedHashMap<>();
    all.forEach(
        (step, day) -> {
          if (!steps.contains(step)) {
            throw unknown("step", step, steps);
          }
          try {
            ended.put(new StepId(step), problem.scale().at(new DayConverter().convert(day)));
          } catch (CommandLine.TypeConversionException e) {
            throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
          }
        });
    return ended;
  }

  private SequenceProblem leftOut(CaseView view, SequenceProblem problem) {
    List<String> demands = view.demands().stream().map(Demand::id).map(DemandId::value).toList();
    for (String name : without) {
      if (!demands.contains(name)) {
        throw unknown("demand", name, demands);
      }
    }
    return problem.withDemands(
        problem.demands().stream().filter(each -> !without.contains(each.id().value())).toList());
  }

  private ParameterException unknown(String kind, String name, Collection<String> known) {
    return new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "No "
            + kind
            + " \""
            + name
            + "\". Maybe "
            + Spelling.nearest(name, known)
                .map(near -> "you meant \"" + near + "\".")
                .orElse("one of " + String.join(", ", known) + "."));
  }

  private int export(
      SequenceProblem problem,
      Budget budget,
      CommandLine line,
      Function<Plan, Optional<String>> write) {
    var plans = new PlanAnswers(problem, plans(problem, budget));
    List<Plan> all = plans.plans().findAnswer().orElse(List.of());
    if (all.size() == 1
        && all.getFirst().times().stream().anyMatch(each -> isBeyond(each, problem))) {
      line.getErr().println(Messages.current().text("sequence.plan.beyond"));
      return ExitCode.PROBLEMS;
    }
    if (all.size() == 1) {
      Optional<String> text = write.apply(all.getFirst());
      if (text.isEmpty()) {
        line.getErr().println(Messages.current().text("sequence.plan.nothing-to-export"));
        return ExitCode.PROBLEMS;
      }
      line.getOut().print(text.get());
      return ExitCode.OK;
    }
    if (all.isEmpty()) {
      line.getErr().print(plans.plan().text());
    } else {
      line.getErr()
          .println(
              Messages.current()
                  .text(
                      "sequence.plan.several",
                      "plans",
                      all.size(),
                      "options",
                      all.getFirst().readings().entrySet().stream()
                          .map(each -> "--read " + each.getKey() + "=" + each.getValue())
                          .sorted()
                          .collect(Collectors.joining(" "))));
    }
    return ExitCode.PROBLEMS;
  }

  private static boolean isBeyond(Plan.Window window, SequenceProblem problem) {
    Long latest = window.latest();
    return Stream.of(window.earliest(), latest == null ? window.earliest() : latest)
        .anyMatch(time -> problem.scale().calendarTime(time) instanceof CalendarTime.AfterCalendar);
  }

  private int print(SequenceAnswer answer, CommandLine line) {
    PrintWriter out = line.getOut();
    if (json) {
      out.println(AnswerJson.pretty(answer.json()));
    } else {
      out.print(answer.text());
    }
    return answer.isYes() ? ExitCode.OK : ExitCode.PROBLEMS;
  }
}
