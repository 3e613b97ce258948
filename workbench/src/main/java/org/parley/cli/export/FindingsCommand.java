package org.parley.cli.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.findings.CaseFindings;
import org.parley.cli.CaseArgument;
import org.parley.cli.ExitCode;
import org.parley.exact.Budget;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.model.cases.CaseView;
import org.parley.proof.FindingFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley findings CASE DIR`: every finding that has a certificate, as a file that can be checked.
@Command(
    name = "findings",
    mixinStandardHelpOptions = true,
    description = "Writes the findings of a case that can be checked elsewhere, each as JSON.",
    footerHeading = "%nExit code 0: done. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley findings my-case findings",
      "  parley verify-finding findings/frontier.json"
    })
public final class FindingsCommand implements Callable<Integer> {

  private final ReferenceShelf shelf;

  @Mixin private final CaseArgument argument = new CaseArgument();

  @Parameters(index = "1", paramLabel = "DIR", description = "The folder to write them to.")
  private Path folder = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  public FindingsCommand(ReferenceShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    Optional<CaseView> view = argument.view(spec.commandLine());
    if (view.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    PrintWriter out = spec.commandLine().getOut();
    Files.createDirectories(folder);
    for (Map.Entry<String, FindingFile> each :
        CaseFindings.of(view.get(), shelf, Budget.unlimited()).entrySet()) {
      Path file = folder.resolve(each.getKey() + ".json");
      Files.writeString(file, each.getValue().toJson().toString() + "\n");
      out.println(file);
    }
    return ExitCode.OK;
  }
}
