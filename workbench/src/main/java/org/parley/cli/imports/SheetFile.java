package org.parley.cli.imports;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.IntPredicate;
import org.parley.cli.ExitCode;
import org.parley.exchange.sheet.BadSheetException;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetChoice;
import org.parley.exchange.sheet.SheetFault;
import org.parley.exchange.sheet.SheetReader;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;
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
  /// @param choice of a workbook, which sheet is meant
  /// @return the exit code
  static int read(CommandLine line, Path file, SheetChoice choice, SheetUse use)
      throws IOException {
    try {
      Sheet sheet = SheetReader.read(InputFile.of(file), choice);
      sheet.told().forEach(each -> line.getErr().println(file + ": " + each));
      return use.with(sheet);
    } catch (BadSheetException | BadFileException refused) {
      line.getErr().println(FileFaultWording.sentence(refused));
      return ExitCode.PROBLEMS;
    } catch (NoSuchFileException missing) {
      line.getErr()
          .println("There is no file \"" + missing.getFile() + "\". Maybe check the path.");
      return ExitCode.NO_INPUT;
    }
  }

  /// Says which columns with cells are left out, or that none is known.
  ///
  /// @param isLeftOut by column, from 0
  /// @param chosen the headings that somebody said something of
  /// @return whether a column is known
  static boolean tellLeftOut(
      CommandLine line, Path file, Sheet sheet, IntPredicate isLeftOut, Set<String> chosen) {
    boolean isKnown = false;
    for (int i = 0; i < sheet.heading().size(); i++) {
      int at = i;
      String heading = sheet.heading().get(i);
      boolean isFilled =
          !heading.isEmpty() || sheet.rows().stream().anyMatch(row -> !row.get(at).isEmpty());
      isKnown |= !isLeftOut.test(i);
      if (isLeftOut.test(i) && isFilled && !chosen.contains(heading)) {
        line.getErr()
            .println(Messages.current().text("table.left-out", "file", file, "column", heading));
      }
    }
    if (!isKnown) {
      line.getErr().println(new Complaint(SheetFault.Plain.NO_HEADING_KNOWN).sentence());
    }
    return isKnown;
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
