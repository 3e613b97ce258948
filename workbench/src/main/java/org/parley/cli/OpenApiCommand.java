package org.parley.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `parley openapi`: prints the description of the interface for programs.
@Command(
    name = "openapi",
    mixinStandardHelpOptions = true,
    description = "Prints the OpenAPI document of the API; a server has it at /api/openapi.json.",
    footerHeading = "%n",
    footer = {"Example:", "  parley openapi > parley-openapi.json"})
public final class OpenApiCommand implements Callable<Integer> {

  private final Supplier<String> document;

  @Spec private @Nullable CommandSpec spec;

  /// @param document the document, as text
  public OpenApiCommand(Supplier<String> document) {
    this.document = document;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    spec.commandLine().getOut().print(document.get());
    return ExitCode.OK;
  }
}
