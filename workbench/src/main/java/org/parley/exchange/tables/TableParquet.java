package org.parley.exchange.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.exchange.parquet.ParquetTable;

/// Writes tables as Parquet: a typed column for each, where they come from in the metadata.
final class TableParquet {

  private TableParquet() {}

  static void write(PageTable table, TableOrigin origin, OutputStream out) throws IOException {
    Map<String, String> about = new LinkedHashMap<>();
    origin.lines().forEach(each -> about.put(each.name(), each.value().written()));
    ParquetTable.write(table.keys(), new Values(table.rows()), about, out);
  }

  /// The values of cells, row by row, so that a long table need not be in memory.
  private static final class Values extends AbstractList<List<Object>> {

    private final List<List<TableCell>> rows;

    Values(List<List<TableCell>> rows) {
      this.rows = rows;
    }

    @Override
    public List<Object> get(int row) {
      return rows.get(row).stream().map(TableParquet::value).toList();
    }

    @Override
    public int size() {
      return rows.size();
    }
  }

  private static Object value(TableCell cell) {
    return switch (cell) {
      case TableCell.Words(String text) -> text;
      case TableCell.Figure(var value, _) -> value;
      case TableCell.Day(var day) -> day;
      case TableCell.Moment(var at) -> at;
    };
  }
}
