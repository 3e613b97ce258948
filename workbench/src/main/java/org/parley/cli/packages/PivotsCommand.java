package org.parley.cli.packages;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.pivot.Pivot;
import org.parley.bargain.pivot.Pivots;
import org.parley.cli.ExitCode;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `parley pivots CASE`: which open point matters most?
@Command(
    name = "pivots",
    mixinStandardHelpOptions = true,
    description =
        "Which open point matters most: what settling it each way leaves of the packages, and of"
            + " each party's best and worst. Where nothing is acceptable to all, among the most who"
            + " accept something together.",
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

  /// What was found, and among whom.
  ///
  /// @param asked the problem
  /// @param table how many packages each set of parties accepts
  /// @param looked the problem among those looked at
  /// @param pivots the points, the one that matters most first
  record Found(
      PackageProblem asked, ZoneTable table, PackageProblem looked, Finding<List<Pivot>> pivots) {}

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    CommandLine line = spec.commandLine();
    Optional<PackagesArgument.Asked> asked = argument.read(line);
    if (asked.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    Found found;
    try (TerminalProgress progress = argument.progress(line)) {
      found = find(asked.get().packages(), argument.budget(progress));
    } catch (InvalidProblemException e) {
      return PackagesArgument.refused(line, e);
    }
    PivotsPrinter printer = new PivotsPrinter(found);
    if (argument.json()) {
      line.getOut()
          .println(
              JsonMapper.shared()
                  .writerWithDefaultPrettyPrinter()
                  .writeValueAsString(printer.json(asked.get().view())));
    } else {
      printer.print(new Page(line.getOut(), line.getColorScheme()));
    }
    return found.pivots() instanceof Finding.Impossible ? ExitCode.PROBLEMS : ExitCode.OK;
  }

  private Found find(PackageProblem packages, Budget budget) {
    ZoneTable table = ZoneTable.of(packages.problem(), budget);
    PackageProblem looked = packages.among(table.best().parties());
    return new Found(packages, table, looked, Pivots.find(looked.problem(), frontier, budget));
  }
}
