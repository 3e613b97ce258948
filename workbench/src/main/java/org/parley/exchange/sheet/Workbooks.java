package org.parley.exchange.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.parley.model.checks.Characters;
import org.parley.reading.source.BoundedZip;

/// Reads the first sheet of an XLSX workbook, cell by cell. Formulas are read as the values that
/// stand beside them, and never computed.
final class Workbooks {

  /// Sheets are streamed, so one part may be as large as all.
  private static final BoundedZip.ZipBounds BOUNDS =
      new BoundedZip.ZipBounds(1_000, 64 << 20, 64 << 20);

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

  private Workbooks() {}

  static Sheet read(byte[] bytes) throws BadSheetException {
    refuseBombs(bytes);
    List<List<String>> lines = new ArrayList<>();
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS);
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
        Row row = each.next();
        if (row.getCellCount() > Sheet.MOST_COLUMNS) {
          throw new BadSheetException(new SheetFault.TooManySheetColumns(Sheet.MOST_COLUMNS), "");
        }
        if (lines.size() > Sheet.MOST_ROWS + 1) {
          throw new BadSheetException(new SheetFault.TooManySheetRows(Sheet.MOST_ROWS), "");
        }
        lines.add(cells(row));
      }
    } catch (BadSheetException refused) {
      throw refused;
    } catch (IOException | RuntimeException _) {
      throw new BadSheetException(SheetFault.Plain.SHEET_NOT_A_WORKBOOK, "");
    }
    return Sheet.of(lines);
  }

  private static void refuseBombs(byte[] bytes) throws BadSheetException {
    try {
      BoundedZip.names(bytes, BOUNDS);
    } catch (BoundedZip.ZipTooLargeException _) {
      throw new BadSheetException(new SheetFault.SheetTooLarge((int) (BOUNDS.bytes() >> 20)), "");
    } catch (IOException _) {
      throw new BadSheetException(SheetFault.Plain.SHEET_NOT_A_WORKBOOK, "");
    }
  }

  private static List<String> cells(Row row) throws BadSheetException {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      String text = row.getOptionalCell(i).map(Workbooks::text).orElse("");
      if (Characters.find(text.replace("\r\n", "\n")).isPresent()) {
        throw new BadSheetException(SheetFault.Plain.SHEET_NOT_A_WORKBOOK, "");
      }
      cells.add(text);
    }
    return cells;
  }

  private static String text(Cell cell) {
    String raw = cell.getRawValue();
    String text = cell.getText();
    if (raw == null) {
      return "";
    }
    if ((cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA)
        && isDate(cell.getDataFormatString())
        && raw.matches("\\d{1,7}(\\.\\d+)?")) {
      LocalDateTime moment = cell.asDate();
      return moment.toLocalDate().toString();
    }
    return cell.getType() == CellType.NUMBER ? plain(raw) : text == null ? raw : text;
  }

  private static String plain(String raw) {
    return raw.endsWith(".0") ? raw.substring(0, raw.length() - 2) : raw;
  }

  /// Whether a number format shows a day: one with a year or a day outside quoted words.
  private static boolean isDate(String format) {
    if (format == null) {
      return false;
    }
    String bare =
        format
            .toLowerCase(Locale.ROOT)
            .replaceAll("\"[^\"]*\"", "")
            .replaceAll("\\[[^\\]]*\\]", "")
            .replaceAll("\\\\.", "");
    return bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0;
  }
}
