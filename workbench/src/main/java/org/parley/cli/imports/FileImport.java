package org.parley.cli.imports;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ExitCode;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// An import of one file: prints records for a file of a case, and notes on standard error.
abstract class FileImport implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file.")
  private @Nullable Path file;

  @Spec private @Nullable CommandSpec spec;

  /// The records of a file as text, and what was left out.
  record Imported(String text, List<String> notes) {
    Imported {
      notes = List.copyOf(notes);
    }
  }

  /// Reads the file.
  abstract Imported read(InputFile file) throws BadFileException;

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    if (file == null) {
      return ExitCode.USAGE;
    }
    try {
      Imported found = read(InputFile.of(file));
      found.notes.forEach(line.getErr()::println);
      line.getOut().print(found.text);
      return ExitCode.OK;
    } catch (BadFileException problem) {
      line.getErr().println(FileFaultWording.sentence(problem));
      return ExitCode.PROBLEMS;
    } catch (NoSuchFileException problem) {
      line.getErr()
          .println("There is no file \"" + problem.getFile() + "\". Maybe check the path.");
      return ExitCode.NO_INPUT;
    }
  }
}
