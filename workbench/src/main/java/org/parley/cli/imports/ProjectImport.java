package org.parley.cli.imports;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ExitCode;
import org.parley.exchange.calendar.ImportedProject;
import org.parley.exchange.calendar.ProjectReader;
import org.parley.exchange.tree.BadFileException;
import org.parley.exchange.tree.InputFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley import ms-project FILE`: the tasks of a project file as steps and demands of a case.
@Command(
    name = "ms-project",
    mixinStandardHelpOptions = true,
    description =
        "Microsoft Project XML: prints its tasks as steps and demands, for a file of a case. What has"
            + " no exact counterpart is listed on standard error.")
final class ProjectImport implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The XML file.")
  private @Nullable Path file;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    if (file == null) {
      return ExitCode.USAGE;
    }
    try {
      ImportedProject project = ProjectReader.read(InputFile.of(file));
      project.notes().forEach(line.getErr()::println);
      line.getOut().print(project.text());
      return ExitCode.OK;
    } catch (BadFileException problem) {
      line.getErr().println(problem.getMessage());
      return ExitCode.PROBLEMS;
    } catch (NoSuchFileException problem) {
      line.getErr()
          .println("There is no file \"" + problem.getFile() + "\". Maybe check the path.");
      return ExitCode.NO_INPUT;
    }
  }
}
