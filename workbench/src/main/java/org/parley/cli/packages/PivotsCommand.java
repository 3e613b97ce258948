package org.parley.cli.packages;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.packages.FoundPivots;
import org.parley.answer.packages.PivotsAnswer;
import org.parley.cli.ExitCode;
import org.parley.exact.Finding;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parley pivots CASE`: which open point matters most?
@Command(
    name = "pivots",
    mixinStandardHelpOptions = true,
    description =
        "Which open point matters most: the packages and each party's best and worst left by each"
            + " option. If nothing is acceptable to all, for the largest set of parties that agree.",
    footerHeading =
        "%nExit code 0: answered. 1: nothing is acceptable to any of them together, or the case has"
            + " problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley pivots examples/ukraine-2025",
      "  parley pivots examples/ukraine-2025 --among US,RU --frontier",
      "  parley pivots examples/ukraine-2025 --json | jq '.pivots[0].point'"
    })
public final class PivotsCommand implements Callable<Integer> {

  @Mixin private final PackagesArgument argument = new PackagesArgument();

  @Option(
      names = "--frontier",
      description = "Also say what settling a point does to the frontier.")
  private boolean frontier;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    CommandLine line = spec.commandLine();
    return argument.ask(
        line,
        new PackagesArgument.NothingLeft(ExitCode.PROBLEMS, PivotsAnswer::nothingLeft),
        asked -> {
          FoundPivots found =
              argument.tell(
                  line,
                  budget -> FoundPivots.of(asked.packages(), frontier, budget),
                  each -> PivotsAnswer.of(asked.view(), each),
                  (each, page) -> new PivotsPrinter(each).print(page));
          return found.pivots() instanceof Finding.Impossible ? ExitCode.PROBLEMS : ExitCode.OK;
        });
  }
}
