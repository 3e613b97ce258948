package org.parley.exchange.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.parley.exchange.parquet.BadParquetException;
import org.parley.exchange.parquet.ParquetText;
import org.parley.genius.file.InputFile;
import org.parley.reading.source.CodePages;

/// Reads the cells of a spreadsheet: pasted rows, CSV as Excel saves it, the first sheet of XLSX or
/// ODS, or Parquet.
///
/// CSV is UTF-8, UTF-16 or a code page, as [CodePages] finds. It is separated by tabs, semicolons,
/// commas or upright lines, whichever the heading has most of. Titles may stand above the heading.
public final class SheetReader {

  private static final char MARK = '\ufeff';
  private static final String DELIMITERS = "\t;,|";

  /// The lines with words among which the heading is.
  private static final int FIRST_LINES = 7;

  private SheetReader() {}

  /// Reads a file.
  ///
  /// @throws BadSheetException if it is no spreadsheet, or beyond a limit
  public static Sheet read(InputFile file) throws IOException {
    return read(file, SheetChoice.FIRST);
  }

  /// Reads a file.
  ///
  /// @param choice the sheet that is read of a workbook
  /// @throws BadSheetException if it is no spreadsheet, or beyond a limit
  public static Sheet read(InputFile file, SheetChoice choice) throws IOException {
    ByteBuffer bytes = file.bytes();
    if (begins(bytes, 'P', 'K', 3, 4)) {
      byte[] all = new byte[bytes.remaining()];
      bytes.duplicate().get(all);
      return Workbooks.read(all, choice);
    }
    if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw new BadSheetException(SheetFault.Plain.SHEET_OF_OLD_EXCEL, "");
    }
    if (ParquetText.isParquet(bytes)) {
      return ofParquet(bytes, choice.mostRows());
    }
    return read(CodePages.decoded(bytes), choice.mostRows());
  }

  private static Sheet ofParquet(ByteBuffer bytes, int mostRows) throws BadSheetException {
    try {
      return read(ParquetText.csv(bytes), mostRows);
    } catch (BadParquetException _) {
      throw new BadSheetException(SheetFault.Plain.SHEET_NOT_PARQUET, "");
    }
  }

  private static boolean begins(ByteBuffer bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (bytes.remaining() <= i || (bytes.get(bytes.position() + i) & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /// Reads a text.
  ///
  /// @throws BadSheetException if it has no rows and columns, or is beyond a limit
  public static Sheet read(String text) throws BadSheetException {
    return read(text, Sheet.MOST_ROWS);
  }

  private static Sheet read(String text, int mostRows) throws BadSheetException {
    String whole = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    char delimiter = 0;
    if (whole.regionMatches(true, 0, "sep=", 0, 4) && whole.length() > 5) {
      delimiter = whole.charAt(4);
      whole = whole.substring(whole.indexOf('\n') + 1);
    }
    if (whole.indexOf(0) >= 0) {
      throw new BadSheetException(SheetFault.Plain.SHEET_NOT_SEPARATED, "");
    }
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter == 0 ? delimiter(whole) : delimiter)
            .setIgnoreEmptyLines(false)
            .setLenientEof(true)
            .setTrailingData(true)
            .get();
    List<Sheet.Line> lines = new ArrayList<>();
    int number = 0;
    try (CSVParser parser = CSVParser.parse(new StringReader(whole), format)) {
      for (CSVRecord line : parser) {
        if (lines.size() > mostRows + 1) {
          throw new BadSheetException(new SheetFault.TooManySheetRows(mostRows), "");
        }
        Sheet.Line cells = new Sheet.Line(++number, line.toList());
        if (!cells.isBlank()) {
          lines.add(cells);
        }
      }
    } catch (BadSheetException refused) {
      throw refused;
    } catch (IOException | UncheckedIOException | IllegalStateException _) {
      throw new BadSheetException(SheetFault.Plain.SHEET_NOT_SEPARATED, "");
    }
    return Sheet.of(lines, "", mostRows);
  }

  /// The delimiter that is most frequent in the heading. Titles above it may have none, or commas
  /// that the line below does not have.
  private static char delimiter(String text) {
    List<String> first = firstLines(text);
    for (int i = 0; i + 1 < first.size(); i++) {
      char best = frequent(first.get(i));
      if (count(first.get(i), best) > 1 && count(first.get(i + 1), best) > 0) {
        return best;
      }
    }
    // two columns have one delimiter, as often below
    for (int i = 0; i + 1 < first.size(); i++) {
      char best = frequent(first.get(i));
      int count = count(first.get(i), best);
      if (count > 0 && count(first.get(i + 1), best) == count) {
        return best;
      }
    }
    return first.isEmpty() ? DELIMITERS.charAt(0) : frequent(first.getFirst());
  }

  /// A line ends outside quotation marks: a cell may have several.
  private static List<String> firstLines(String text) {
    List<String> first = new ArrayList<>();
    boolean isQuoted = false;
    int begun = 0;
    for (int i = 0; i < text.length() && first.size() < FIRST_LINES; i++) {
      char each = text.charAt(i);
      isQuoted ^= each == '"';
      boolean isLast = i + 1 == text.length();
      if (isLast || (!isQuoted && (each == '\n' || each == '\r'))) {
        String line = text.substring(begun, i + 1);
        begun = i + 1;
        if (!line.isBlank()) {
          first.add(line);
        }
      }
    }
    return first;
  }

  private static char frequent(String line) {
    char best = DELIMITERS.charAt(0);
    for (int at = 1; at < DELIMITERS.length(); at++) {
      char each = DELIMITERS.charAt(at);
      if (count(line, each) > count(line, best)) {
        best = each;
      }
    }
    return best;
  }

  /// How often a sign stands in a line, outside quotation marks.
  private static int count(String line, char sign) {
    int count = 0;
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      isQuoted ^= line.charAt(i) == '"';
      count += !isQuoted && line.charAt(i) == sign ? 1 : 0;
    }
    return count;
  }
}
