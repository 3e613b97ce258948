package org.parley.cli.packages;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.packages.BridgesAnswer;
import org.parley.bargain.cases.Obstacles;
import org.parley.bargain.cases.PackageProblem;
import org.parley.cli.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
      "  parley bridges examples/ukraine-2025 --json | jq '.waysOut[].words'"
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

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    CommandLine line = spec.commandLine();
    return argument.ask(
        line,
        new PackagesArgument.NothingLeft(ExitCode.OK, BridgesAnswer::nothingLeft),
        asked -> {
          int[] options = options(line, asked.packages());
          argument.tell(
              line,
              budget -> Obstacles.of(asked.packages(), options, budget),
              found -> BridgesAnswer.of(asked.view(), found),
              (found, page) -> new BridgesText(found.packages(), page).bridges(found));
          return ExitCode.OK;
        });
  }

  private int @Nullable [] options(CommandLine line, PackageProblem packages) {
    return table.isEmpty()
        ? null
        : PackagesArgument.table(line, packages, table, 0).stream()
            .mapToInt(Integer::intValue)
            .toArray();
  }
}
