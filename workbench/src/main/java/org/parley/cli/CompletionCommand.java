package org.parley.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `parley completion`: prints a script that lets bash and zsh complete Parley's commands.
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints a script for completion in bash and zsh.",
    footerHeading = "%n",
    footer = {"Example:", "  source <(parley completion)"})
final class CompletionCommand implements Callable<Integer> {

  private final Supplier<CommandLine> whole;

  @Spec private @Nullable CommandSpec spec;

  /// @param whole the command line with every command
  CompletionCommand(Supplier<CommandLine> whole) {
    this.whole = whole;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    spec.commandLine().getOut().print(AutoComplete.bash("parley", whole.get()));
    return ExitCode.OK;
  }
}
