package org.parley.cli.imports;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.parley.cli.ExitCode;
import org.parley.exchange.sheet.BadSheetException;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetReader;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The table that a command reads.
final class SheetFile {

  private SheetFile() {}

  /// The use that a command makes of the table.
  @FunctionalInterface
  interface SheetUse {
    /// Returns the exit code.
    int with(Sheet sheet) throws IOException;
  }

  /// Reads a table and uses it; says on the error stream why it cannot be read.
  ///
  /// @param names of a workbook, which sheet is meant; the first if there is none
  /// @return the exit code
  static int read(CommandLine line, Path file, Set<String> names, SheetUse use) throws IOException {
    try {
      return use.with(SheetReader.read(InputFile.of(file), names));
    } catch (BadSheetException | BadFileException refused) {
      line.getErr().println(FileFaultWording.sentence(refused));
      return ExitCode.PROBLEMS;
    } catch (NoSuchFileException missing) {
      line.getErr()
          .println("There is no file \"" + missing.getFile() + "\". Maybe check the path.");
      return ExitCode.NO_INPUT;
    }
  }

  /// The place of a column.
  ///
  /// @throws ParameterException if there is no such heading
  static int column(CommandLine line, Sheet sheet, String heading) {
    int at = sheet.heading().indexOf(heading);
    if (at < 0) {
      throw new ParameterException(
          line,
          "there is no column \""
              + heading
              + "\". Maybe one of: "
              + String.join(", ", sheet.heading()));
    }
    return at;
  }
}
