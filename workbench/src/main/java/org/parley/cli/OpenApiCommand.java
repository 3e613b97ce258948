package org.parley.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parley openapi`: prints the description of the interface for programs.
@Command(
    name = "openapi",
    mixinStandardHelpOptions = true,
    description = "Prints the OpenAPI document of the API; a server has it at /api/openapi.json.",
    footerHeading = "%n",
    footer = {
      "Examples:",
      "  parley openapi > parley-openapi.json",
      "  parley openapi --cases > parley-cases-openapi.json"
    })
public final class OpenApiCommand implements Callable<Integer> {

  private final Supplier<String> document;
  private final Supplier<String> ofManyCases;

  @Option(
      names = "--cases",
      description =
          "That of a server of many cases, which has this one below /cases/ID/ for each case.")
  private boolean isOfManyCases;

  @Spec private @Nullable CommandSpec spec;

  /// @param document the document of a case, as text
  /// @param ofManyCases the document of a server of many cases
  public OpenApiCommand(Supplier<String> document, Supplier<String> ofManyCases) {
    this.document = document;
    this.ofManyCases = ofManyCases;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    spec.commandLine().getOut().print((isOfManyCases ? ofManyCases : document).get());
    return ExitCode.OK;
  }
}
