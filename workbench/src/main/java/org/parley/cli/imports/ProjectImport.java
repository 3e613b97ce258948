package org.parley.cli.imports;

import org.parley.exchange.calendar.ImportedProject;
import org.parley.exchange.calendar.ProjectReader;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import picocli.CommandLine.Command;

/// `parley import ms-project FILE`: the tasks of a project file as steps and demands of a case.
@Command(
    name = "ms-project",
    mixinStandardHelpOptions = true,
    description =
        "Microsoft Project XML: prints its tasks as steps and demands, for a file of a case. What has"
            + " no exact counterpart is listed on standard error.")
final class ProjectImport extends FileImport {

  @Override
  Imported read(InputFile file) throws BadFileException {
    ImportedProject found = ProjectReader.read(file);
    return new Imported(found.text(), found.notes());
  }
}
