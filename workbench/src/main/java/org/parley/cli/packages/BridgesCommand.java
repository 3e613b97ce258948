package org.parley.cli.packages;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.packages.AddedProposal;
import org.parley.answer.packages.BridgesAnswer;
import org.parley.answer.packages.ProposedOptions;
import org.parley.bargain.cases.BridgeProposal;
import org.parley.bargain.cases.Obstacles;
import org.parley.bargain.cases.PackageProblem;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.cli.ExitCode;
import org.parley.cli.ProblemPrinter;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `parley bridges CASE`: minimal conflicts between the parties, and minimal concessions.
@Command(
    name = "bridges",
    mixinStandardHelpOptions = true,
    description =
        "Minimal conflicts and the concessions that suffice, if no package is acceptable to all; else"
            + " what rules the others out, and Pareto-improving trades.",
    footerHeading = "%nExit code 0: answered. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley bridges examples/ukraine-2025",
      "  parley bridges examples/ukraine-2025 --among UA,US --table p12-joint,p14-zone",
      "  parley bridges examples/ukraine-2025 --json | jq '.waysOut[].words'",
      "  parley bridges my-case --add defer:p4"
    })
public final class BridgesCommand implements Callable<Integer> {

  @Mixin private final PackagesArgument argument = new PackagesArgument();

  @Option(
      names = "--table",
      paramLabel = "OPTION",
      split = ",",
      description =
          "The package on the table: one option a point, the first option of a point that is not"
              + " named. Then also look for trades from it.")
  private List<String> table = List.of();

  @Option(
      names = "--add",
      paramLabel = "PROPOSAL",
      description =
          "Add a proposal as options of its points, for the team alone: its key, as the list of"
              + " proposals names it.")
  private @Nullable String add;

  @Spec private @Nullable CommandSpec spec;

  private final InstantSource clock;

  public BridgesCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    CommandLine line = spec.commandLine();
    String key = add;
    CaseFolder files = key == null ? null : argument.latest(line, "--add");
    return argument.ask(
        line,
        new PackagesArgument.NothingLeft(ExitCode.OK, BridgesAnswer::nothingLeft),
        asked -> {
          if (key != null && files != null) {
            return add(line, files, asked, key);
          }
          int[] options = options(line, asked.packages());
          argument.tell(
              line,
              budget -> Obstacles.of(asked.packages(), options, asked.knots(), budget),
              found -> BridgesAnswer.of(asked.view(), found),
              (found, page) -> new BridgesText(found.packages(), page).bridges(found));
          return ExitCode.OK;
        });
  }

  private int add(CommandLine line, CaseFolder files, PackagesArgument.Asked asked, String key)
      throws IOException {
    PackageProblem packages = asked.packages();
    List<BridgeProposal> proposals;
    try (TerminalProgress progress = argument.progress(line)) {
      proposals =
          Obstacles.of(packages, null, asked.knots(), argument.budget(progress))
              .proposed()
              .proposals();
    }
    BridgeProposal proposal =
        proposals.stream()
            .filter(each -> ProposedOptions.key(packages, each).equals(key))
            .findFirst()
            .orElseThrow(() -> notProposed(line, packages, proposals, key));
    if (ProposedOptions.pointsOf(packages, proposal).isEmpty()) {
      line.getErr().println(Messages.current().text("packages.proposal.no-option"));
      return ExitCode.PROBLEMS;
    }
    return switch (files.load()) {
      case LoadResult.Rejected rejected -> {
        new ProblemPrinter(line).print(rejected, line.getErr());
        yield ExitCode.PROBLEMS;
      }
      case LoadResult.Loaded loaded -> {
        CaseView view = loaded.contents().viewFor(new Viewer.Mediator());
        ProposedOptions.Additions additions =
            ProposedOptions.of(
                view, packages, proposal, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        yield switch (files.edit(
            loaded, CaseEdit.of(additions.source().stream().toList(), additions.points()))) {
          case EditResult.Refused(List<CaseProblem> problems) -> {
            problems.forEach(each -> line.getErr().println(each.place() + ": " + each.sentence()));
            yield ExitCode.PROBLEMS;
          }
          case EditResult.Saved(_, List<String> changed) -> {
            AddedProposal added = AddedProposal.of(packages, proposal, additions, changed);
            if (argument.json()) {
              line.getOut().println(AnswerJson.pretty(added));
            } else {
              line.getOut().println(added.words());
            }
            yield ExitCode.OK;
          }
        };
      }
    };
  }

  private static ParameterException notProposed(
      CommandLine line, PackageProblem packages, List<BridgeProposal> proposals, String key) {
    List<String> keys =
        proposals.stream()
            .filter(each -> !ProposedOptions.pointsOf(packages, each).isEmpty())
            .map(each -> ProposedOptions.key(packages, each))
            .toList();
    return new ParameterException(
        line,
        "\""
            + key
            + "\" is not proposed. "
            + (keys.isEmpty() ? "Nothing is." : "Maybe " + String.join(", ", keys)));
  }

  private int @Nullable [] options(CommandLine line, PackageProblem packages) {
    return table.isEmpty()
        ? null
        : PackagesArgument.table(line, packages, table, 0).stream()
            .mapToInt(Integer::intValue)
            .toArray();
  }
}
