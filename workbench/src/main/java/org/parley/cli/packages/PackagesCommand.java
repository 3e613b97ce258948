package org.parley.cli.packages;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.Overview;
import org.parley.cli.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `parley packages CASE`: is there a deal, and which ones?
@Command(
    name = "packages",
    mixinStandardHelpOptions = true,
    description =
        "Which packages could all accept: counted exactly, with the share of each option among them.",
    footerHeading =
        "%nExit code 0: there is such a package. 1: there is none, or the case has problems. 66: no"
            + " such folder.%n%n",
    footer = {
      "Examples:",
      "  parley packages examples/ukraine-2025",
      "  parley packages examples/ukraine-2025 --among UA,US,EU",
      "  parley packages examples/ukraine-2025 --deadline 2s --json | jq .headline"
    })
public final class PackagesCommand implements Callable<Integer> {

  @Mixin private final PackagesArgument argument = new PackagesArgument();

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
    Overview overview;
    try (TerminalProgress progress = new TerminalProgress(line.getErr(), !argument.json())) {
      overview = Overview.of(asked.get().packages(), argument.budget(progress));
    }
    if (argument.json()) {
      line.getOut()
          .println(
              JsonMapper.shared()
                  .writerWithDefaultPrettyPrinter()
                  .writeValueAsString(
                      new PackagesJson(overview.packages())
                          .packages(asked.get().view(), overview)));
    } else {
      new PackagesText(overview.packages(), new Page(line.getOut(), line.getColorScheme()))
          .packages(overview);
    }
    return overview.table().everyone().isEmpty() ? ExitCode.PROBLEMS : ExitCode.OK;
  }
}
