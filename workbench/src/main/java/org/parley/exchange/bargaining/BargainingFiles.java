package org.parley.exchange.bargaining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.genius.GeniusFiles;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.genius.utility.ImportedProblem;
import org.parley.genius.utility.UtilityScale;

/// Reads a bargaining problem from files of one of the formats of the field.
public final class BargainingFiles {

  private BargainingFiles() {}

  /// The problem in these files, with exact worths.
  ///
  /// @param files one for each party, in the order the parties shall have; for GENIUS also the
  ///   domain
  /// @throws BadFileException if a file is invalid or uses unsupported features
  /// @throws IOException if a file cannot be read
  public static ImportedProblem read(Format format, List<Path> files) throws IOException {
    return read(format, files, null);
  }

  /// The problem in these files.
  ///
  /// @param digits the decimals to round utilities to, 1 to 17; null for exact values
  public static ImportedProblem read(Format format, List<Path> files, @Nullable Integer digits)
      throws IOException {
    List<InputFile> inputs = new ArrayList<>();
    for (Path file : files) {
      inputs.add(InputFile.of(file));
    }
    return readTexts(format, inputs, digits);
  }

  /// As [#read], from files that are in memory.
  public static ImportedProblem readTexts(
      Format format, List<InputFile> files, @Nullable Integer digits) throws BadFileException {
    if (digits != null && (digits < 1 || digits > UtilityScale.MOST_DIGITS)) {
      throw new IllegalArgumentException(
          "reading bargaining files: cannot round to "
              + digits
              + " decimals. Maybe ask for 1 to "
              + UtilityScale.MOST_DIGITS
              + ".");
    }
    return switch (format) {
      case GENIUS -> GeniusFiles.read(files, digits);
      case GENIUSWEB -> GeniusWebFiles.read(files, digits);
      case NEGOLOG -> NegoLogFiles.read(files, digits);
      case SCORES -> ScoreFiles.read(files, digits);
    };
  }
}
