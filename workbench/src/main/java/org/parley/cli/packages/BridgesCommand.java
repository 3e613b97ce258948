package org.parley.cli.packages;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.packages.BridgesJson;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.cases.Crossing;
import org.parley.cli.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `parley bridges CASE`: what stands in the way, and what is enough to move.
@Command(
    name = "bridges",
    mixinStandardHelpOptions = true,
    description =
        "What clashes where no package is acceptable to all, and what is enough to move; where some"
            + " are, what keeps others out, and trades that leave nobody worse off.",
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
  public Integer call() throws IOException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    CommandLine line = spec.commandLine();
    Optional<PackagesArgument.Asked> asked = argument.read(line);
    if (asked.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    int[] options =
        table.isEmpty()
            ? null
            : PackagesArgument.table(line, asked.get().packages(), table, 0).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    Crossing crossing;
    try (TerminalProgress progress = argument.progress(line)) {
      crossing = Crossing.of(asked.get().packages(), options, argument.budget(progress));
    } catch (InvalidProblemException e) {
      return PackagesArgument.refused(line, e);
    }
    if (argument.json()) {
      line.getOut()
          .println(
              JsonMapper.shared()
                  .writerWithDefaultPrettyPrinter()
                  .writeValueAsString(
                      new BridgesJson(crossing.packages()).bridges(asked.get().view(), crossing)));
    } else {
      new BridgesText(crossing.packages(), new Page(line.getOut(), line.getColorScheme()))
          .bridges(crossing);
    }
    return ExitCode.OK;
  }
}
