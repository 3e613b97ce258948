package org.parley.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `parley schema`: prints the JSON Schema of case files, for editors.
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Prints the JSON Schema of case files, for completion in editors.",
    footerHeading = "%n",
    footer = {
      "Example:",
      "  parley schema > parley-case.schema.json",
      "  and as the first line of a case file:",
      "  # yaml-language-server: $$schema=parley-case.schema.json"
    })
public final class SchemaCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    spec.commandLine().getOut().print(CaseSchema.text());
    return ExitCode.OK;
  }
}
