package org.parley.exchange.tables;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes tables as text, one row after the other.
final class TableText {

  /// Excel reads CSV as UTF-8 only if it begins with this mark.
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private TableText() {}

  /// CSV by RFC 4180.
  static void csv(PageTable table, OutputStream out) throws IOException {
    Writer writer = writer(out);
    writer.append(BYTE_ORDER_MARK);
    // the printer is not closed, since that would close the stream
    CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    if (table.hasHeadings()) {
      printer.printRecord(table.columns().stream().map(CaseTable::safe).toList());
    }
    for (List<TableCell> row : table.rows()) {
      printer.printRecord(row.stream().map(TableText::safe).toList());
    }
    writer.flush();
  }

  /// Numbers and days are no formulas, even if they begin with a sign.
  private static String safe(TableCell cell) {
    return switch (cell) {
      case TableCell.Words(String text) -> CaseTable.safe(text);
      case TableCell.Figure _, TableCell.Day _, TableCell.Moment _ -> cell.written();
    };
  }

  /// JSON Lines: an object for each row.
  static void jsonLines(PageTable table, OutputStream out) throws IOException {
    Writer writer = writer(out);
    List<String> keys = table.keys();
    for (List<TableCell> row : table.rows()) {
      ObjectNode object = JsonMapper.shared().createObjectNode();
      for (int i = 0; i < row.size(); i++) {
        put(object, keys.get(i), row.get(i));
      }
      writer.append(object.toString()).append('\n');
    }
    writer.flush();
  }

  private static void put(ObjectNode object, String key, TableCell cell) {
    switch (cell) {
      case TableCell.Words(String text) when text.isEmpty() -> object.putNull(key);
      case TableCell.Words(String text) -> object.put(key, text);
      case TableCell.Figure(var value, _) -> object.put(key, value);
      case TableCell.Day _, TableCell.Moment _ -> object.put(key, cell.written());
    }
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }
}
