package org.parley.cli.sequence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ExitCode;
import org.parley.exchange.calendar.ImportedProject;
import org.parley.exchange.calendar.ProjectReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley from-project FILE`: the tasks of a project file as steps and demands of a case.
@Command(
    name = "from-project",
    mixinStandardHelpOptions = true,
    description =
        "Prints the tasks of a Microsoft Project XML file as steps and demands of a case.",
    footerHeading = "%nExit code 0: printed. 1: it is not such a file. 66: no such file.%n%n",
    footer = {
      "What has no exact counterpart is said on the standard error.",
      "",
      "Example:",
      "  parley from-project plan.xml > my-case/sequence.yaml"
    })
public final class FromProjectCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The XML file.")
  private @Nullable Path file;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    if (file == null) {
      return ExitCode.USAGE;
    }
    try (InputStream in = Files.newInputStream(file)) {
      ImportedProject project = ProjectReader.read(in);
      project.notes().forEach(line.getErr()::println);
      line.getOut().print(project.text());
      return ExitCode.OK;
    } catch (ProjectReader.NotAProject e) {
      line.getErr().println("Reading " + file + ": " + e.getMessage());
      return ExitCode.PROBLEMS;
    }
  }
}
