package org.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseFolder;
import org.parley.casefile.LoadResult;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.LoadResult.Rejected;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.CaseView;
import org.parley.model.Viewer;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.WaysOut;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `parley sequence CASE`: which demands cannot all hold, what would untie them, and when each step
/// can be.
@Command(
    name = "sequence",
    mixinStandardHelpOptions = true,
    description = "Finds the demands about order and dates that cannot all hold, and plans.",
    footerHeading = "%nExit code 0: done. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley sequence examples/ukraine-2025            the knots",
      "  parley sequence examples/ukraine-2025 ways-out   what would untie them",
      "  parley sequence examples/minsk-2015 --json knots | jq '.knots[].demands'"
    })
public final class SequenceCommand implements Callable<Integer> {

  /// What is asked.
  enum Question {
    KNOTS,
    WAYS_OUT,
    PLAN
  }

  private static final long STEPS = 50_000_000;

  @Parameters(index = "0", paramLabel = "CASE", description = "The case folder.")
  private @Nullable Path folder;

  @Parameters(
      index = "1",
      arity = "0..1",
      defaultValue = "knots",
      paramLabel = "QUESTION",
      description = "knots, ways-out or plan; knots where absent.")
  private String question = "knots";

  @Option(
      names = "--from",
      description = "The day that counts as day 0. Default: ${DEFAULT-VALUE}.")
  private LocalDate from = LocalDate.of(2026, 1, 1);

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (folder == null || spec == null) {
      return ExitCode.USAGE;
    }
    LoadResult result = CaseFolder.of(folder).load();
    PrintWriter out = spec.commandLine().getOut();
    return switch (result) {
      case Rejected rejected -> {
        new ProblemPrinter(spec.commandLine()).print(rejected, out);
        yield ExitCode.PROBLEMS;
      }
      case Loaded loaded -> answer(loaded.contents().viewFor(new Viewer.Mediator()), out);
    };
  }

  private int answer(CaseView view, PrintWriter out) {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    Question asked;
    switch (question) {
      case "knots" -> asked = Question.KNOTS;
      case "ways-out" -> asked = Question.WAYS_OUT;
      case "plan" -> asked = Question.PLAN;
      default -> {
        spec.commandLine()
            .getErr()
            .println("No question \"" + question + "\". Maybe one of knots, ways-out and plan.");
        return ExitCode.USAGE;
      }
    }
    SequenceProblem problem = SequenceProblem.of(view, from, asked == Question.PLAN);
    var print = new SequencePrinter(problem);
    Budget budget = Budget.ofSteps(STEPS);
    Finding<List<Knot>> knots = Knots.of(problem, budget);
    switch (asked) {
      case KNOTS -> show(out, print.knots(knots), print.knotsAsText(knots));
      case WAYS_OUT -> {
        Finding<List<WaysOut.Group>> ways =
            WaysOut.of(problem, knots.findAnswer().orElse(List.of()), budget);
        show(out, print.ways(ways), print.waysAsText(ways));
      }
      case PLAN -> {
        Finding<Plan> plan = Plans.of(problem, budget);
        show(out, print.plan(plan), print.planAsText(plan));
      }
    }
    return ExitCode.OK;
  }

  private void show(PrintWriter out, Object asJson, String asText) {
    if (json) {
      out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(asJson));
    } else {
      out.print(asText);
    }
  }
}
