package org.parley.exchange.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// Reads one sheet of an XLSX or ODS workbook, cell by cell. Formulas are read as the values that
/// stand beside them, and never computed.
final class Workbooks {

  /// The most bytes of all parts together, unpacked; sheets are streamed.
  private static final long MOST_BYTES = 64 << 20;

  private static final int MOST_PARTS = 1_000;

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

  private Workbooks() {}

  static Sheet read(byte[] bytes, SheetChoice choice) throws BadSheetException {
    refuseBombs(bytes);
    if (isOpenDocument(bytes)) {
      return ofOpenDocument(bytes, choice);
    }
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get();
        ReadableWorkbook workbook =
            new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS)) {
      WorkbookMerges merges = new WorkbookMerges(zip);
      return new SheetChooser<org.dhatim.fastexcel.reader.Sheet>(
              org.dhatim.fastexcel.reader.Sheet::getName,
              each -> each.getVisibility() == SheetVisibility.VISIBLE,
              each -> read(each, merges, choice.mostRows()),
              choice)
          .read(workbook.getSheets().toList());
    } catch (BadSheetException refused) {
      throw refused;
    } catch (IOException | RuntimeException _) {
      throw new BadSheetException(SheetFault.Plain.SHEET_NOT_A_WORKBOOK, "");
    }
  }

  private static boolean isOpenDocument(byte[] bytes) throws BadSheetException {
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      return zip.getEntry(OdsSheets.CONTENT) != null && zip.getEntry("[Content_Types].xml") == null;
    } catch (IOException | RuntimeException _) {
      throw new BadSheetException(SheetFault.Plain.SHEET_NOT_A_WORKBOOK, "");
    }
  }

  private static Sheet ofOpenDocument(byte[] bytes, SheetChoice choice) throws BadSheetException {
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      ZipArchiveEntry content = zip.getEntry(OdsSheets.CONTENT);
      return OdsSheets.read(() -> zip.getInputStream(content), choice);
    } catch (BadSheetException refused) {
      throw refused;
    } catch (IOException | XMLStreamException | RuntimeException _) {
      throw new BadSheetException(SheetFault.Plain.SHEET_NOT_A_WORKBOOK, "");
    }
  }

  private static Sheet read(
      org.dhatim.fastexcel.reader.Sheet sheet, WorkbookMerges merges, int mostRows)
      throws IOException {
    List<Sheet.Line> lines = new ArrayList<>();
    try (Stream<Row> rows = sheet.openStream()) {
      for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
        Row row = each.next();
        if (row.getCellCount() > Sheet.MOST_COLUMNS) {
          throw new BadSheetException(new SheetFault.TooManySheetColumns(Sheet.MOST_COLUMNS), "");
        }
        if (lines.size() > mostRows + 1) {
          throw new BadSheetException(new SheetFault.TooManySheetRows(mostRows), "");
        }
        Sheet.Line line = new Sheet.Line(row.getRowNum(), cells(row));
        if (!line.isBlank()) {
          lines.add(line);
        }
      }
    }
    return Sheet.of(merges.of(sheet.getId()).filled(lines), sheet.getName(), mostRows);
  }

  /// Unpacks every part within the bounds, by the directory at the end of the file, which the
  /// reader of workbooks follows, too.
  private static void refuseBombs(byte[] bytes) throws BadSheetException {
    byte[] buffer = new byte[1 << 16];
    long left = MOST_BYTES;
    int parts = 0;
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (ZipArchiveEntry each : Collections.list(zip.getEntries())) {
        try (InputStream in = zip.getInputStream(each)) {
          for (int n = in.read(buffer); n >= 0 && left >= 0; n = in.read(buffer)) {
            left -= n;
          }
        }
        if (left < 0 || ++parts > MOST_PARTS) {
          throw new BadSheetException(new SheetFault.SheetTooLarge((int) (MOST_BYTES >> 20)), "");
        }
      }
    } catch (BadSheetException refused) {
      throw refused;
    } catch (IOException | RuntimeException _) {
      throw new BadSheetException(SheetFault.Plain.SHEET_NOT_A_WORKBOOK, "");
    }
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(row.getOptionalCell(i).map(Workbooks::text).orElse(""));
    }
    return cells;
  }

  private static String text(Cell cell) {
    String raw = cell.getRawValue();
    String text = cell.getText();
    if (raw == null) {
      return "";
    }
    boolean isNumber =
        (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA)
            && raw.matches("-?\\d.*");
    if (!isNumber) {
      return cell.getType() == CellType.ERROR || text == null ? raw : text;
    }
    CellFormat format = CellFormat.of(cell.getDataFormatString(), cell.getDataFormatId());
    return format.isDate() && raw.matches("\\d{1,7}(\\.\\d+)?")
        ? format.shown(cell.asDate().toLocalDate())
        : format.isPercent() ? Percentages.of(raw) : WorkbookNumbers.of(raw);
  }
}
