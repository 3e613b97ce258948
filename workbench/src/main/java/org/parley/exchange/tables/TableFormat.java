package org.parley.exchange.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The formats in which a table of a page is written.
public enum TableFormat {
  CSV("text/csv; charset=utf-8"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  JSONL("application/jsonl; charset=utf-8"),
  PARQUET("application/vnd.apache.parquet");

  private final String type;

  TableFormat(String type) {
    this.type = type;
  }

  /// The media type.
  public String type() {
    return type;
  }

  /// The ending of a file, and the word for it in addresses: `csv`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it is no text, and needs a file.
  public boolean isBinary() {
    return this == XLSX || this == PARQUET;
  }

  /// Every word.
  public static List<String> words() {
    return Arrays.stream(values()).map(TableFormat::word).toList();
  }

  /// The format with a word.
  public static Optional<TableFormat> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /// Writes a table row by row, and leaves the stream open.
  ///
  /// @param origin where it comes from; CSV and JSON Lines have no room for it
  public void write(PageTable table, TableOrigin origin, OutputStream out) throws IOException {
    switch (this) {
      case CSV -> TableText.csv(table, out);
      case JSONL -> TableText.jsonLines(table, out);
      case PARQUET -> TableParquet.write(table, origin, out);
      case XLSX -> TableWorkbook.write(table, origin, out);
    }
  }
}
