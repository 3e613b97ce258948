package org.parley.exchange.reference;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.parquet.BadParquetException;
import org.parley.exchange.parquet.ParquetText;
import org.parley.genius.file.InputFile;
import org.parley.reference.Edition;
import org.parley.wording.Complaint;

/// The rows of a file of one edition, of which only named columns can be read.
public final class ReferenceTable {

  private final String file;
  private final Map<String, Integer> columns;
  private final Set<String> used;
  private final Set<String> unconfirmed;
  private final List<Row> rows = new ArrayList<>();

  private ReferenceTable(
      String file, Map<String, Integer> columns, Set<String> used, Set<String> unconfirmed) {
    this.file = file;
    this.columns = columns;
    this.used = used;
    this.unconfirmed = unconfirmed;
  }

  /// A row that is not used, and the reason.
  ///
  /// @param line its line in the file
  public record Skipped(int line, Complaint why) {}

  /// Reads a file. The bytes need not be those of the edition, but columns and rows must be.
  ///
  /// @param used the columns that may be read
  /// @param unconfirmed the columns whose codes are not confirmed, which are refused
  /// @throws BadReferenceException if it is not CSV, or a column or row is missing
  public static ReferenceTable read(
      InputFile file, Edition edition, Set<String> used, Set<String> unconfirmed)
      throws IOException {
    ReferenceTable table = read(file, used, unconfirmed);
    if (table.rows.size() != edition.rows()) {
      throw new BadReferenceException(
          file.name(),
          0,
          new Complaint(
              new ReferenceFault.WrongNumberOfRows(table.rows.size(), edition.rows()),
              edition.key()));
    }
    return table;
  }

  /// Reads a file of any number of rows.
  static ReferenceTable read(InputFile file, Set<String> used, Set<String> unconfirmed)
      throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text(file)), format)) {
      ReferenceTable table = null;
      int line = 1;
      for (CSVRecord cells : parser) {
        if (table == null) {
          table = new ReferenceTable(file.name(), heading(cells), used, unconfirmed);
          table.needColumns();
        } else {
          table.add(line, cells);
        }
        line = (int) parser.getCurrentLineNumber() + 1;
      }
      if (table != null) {
        return table;
      }
    } catch (UncheckedIOException | IllegalStateException _) {
      // said below
    }
    throw new BadReferenceException(
        file.name(), 0, new Complaint(ReferenceFault.Plain.REFERENCE_NOT_CSV));
  }

  private static String text(InputFile file) throws IOException {
    if (!ParquetText.isParquet(file.bytes())) {
      return file.text();
    }
    try {
      return ParquetText.csv(file.bytes());
    } catch (BadParquetException _) {
      throw new BadReferenceException(
          file.name(), 0, new Complaint(ReferenceFault.Plain.REFERENCE_NOT_CSV));
    }
  }

  private static Map<String, Integer> heading(CSVRecord cells) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      columns.putIfAbsent(cells.get(i).strip(), i);
    }
    return columns;
  }

  private void needColumns() throws BadReferenceException {
    for (String each : used.stream().sorted().toList()) {
      if (!columns.containsKey(each)) {
        throw new BadReferenceException(
            file, 1, new Complaint(new ReferenceFault.MissingColumn(each), each));
      }
    }
  }

  private void add(int line, CSVRecord cells) throws BadReferenceException {
    Row row = new Row(rows.size() + 1, line, cells.values());
    if (cells.size() < columns.size()) {
      throw row.bad(
          new ReferenceFault.WrongNumberOfReferenceCells(cells.size(), columns.size()), "");
    }
    rows.add(row);
  }

  /// The rows, in the order of the file.
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /// One row.
  public final class Row {

    private final int number;
    private final int line;
    private final String[] cells;

    private Row(int number, int line, String[] cells) {
      this.number = number;
      this.line = line;
      this.cells = cells;
    }

    /// Its number, from 1, without the heading.
    public int number() {
      return number;
    }

    /// The line of the file on which it begins, from 1.
    public int line() {
      return line;
    }

    /// The text of a cell, without white space around it.
    ///
    /// @throws BadReferenceException if the codes of the column are not confirmed
    public String get(String column) throws BadReferenceException {
      if (unconfirmed.contains(column)) {
        throw bad(new ReferenceFault.UnconfirmedColumn(column), cells[indexOf(column)].strip());
      }
      if (!used.contains(column)) {
        throw new IllegalArgumentException("the column " + column + " is not among those used");
      }
      return cells[indexOf(column)].strip();
    }

    private int indexOf(String column) throws BadReferenceException {
      Integer index = columns.get(column);
      if (index == null) {
        throw bad(new ReferenceFault.MissingColumn(column), column);
      }
      return index;
    }

    /// The whole number in a cell.
    public int number(String column) throws BadReferenceException {
      String text = get(column);
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException _) {
        throw bad(new ReferenceFault.NotAReferenceNumber(column), text);
      }
    }

    /// The whole number in a cell, which may also be written as a decimal, `1502.0`.
    ///
    /// @param none the texts that stand for no number
    public @Nullable Long findLong(String column, Set<String> none) throws BadReferenceException {
      String text = get(column);
      if (none.contains(text)) {
        return null;
      }
      try {
        return Long.valueOf(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
      } catch (NumberFormatException _) {
        throw bad(new ReferenceFault.NotAReferenceNumber(column), text);
      }
    }

    /// The same, of 32 bits.
    public @Nullable Integer find(String column, Set<String> none) throws BadReferenceException {
      Long found = findLong(column, none);
      if (found != null && (found < 0 || found > Integer.MAX_VALUE)) {
        throw bad(new ReferenceFault.NotAReferenceNumber(column), get(column));
      }
      return found == null ? null : found.intValue();
    }

    /// The whole number in a cell, if it is among those that a codebook has.
    public int code(String column, int least, int most) throws BadReferenceException {
      String text = get(column);
      if (text.length() == 1 && text.charAt(0) - '0' >= least && text.charAt(0) - '0' <= most) {
        return text.charAt(0) - '0';
      }
      throw bad(new ReferenceFault.UnknownReferenceCode(column, least + "-" + most), text);
    }

    /// The constant for the code in a cell.
    ///
    /// @param codes the codes there are, for the refusal
    public <T> T code(String column, Function<String, Optional<T>> constants, String codes)
        throws BadReferenceException {
      String text = get(column);
      Optional<T> found = constants.apply(text);
      if (found.isPresent()) {
        return found.get();
      }
      throw bad(new ReferenceFault.UnknownReferenceCode(column, codes), text);
    }

    /// The day in a cell.
    ///
    /// @param pattern how days are written: `dd/MM/uuuu`
    public LocalDate day(String column, String pattern) throws BadReferenceException {
      String text = get(column);
      try {
        return LocalDate.parse(
            text,
            DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT));
      } catch (DateTimeException _) {
        throw bad(new ReferenceFault.NotAReferenceDay(column), text);
      }
    }

    /// The exception that refuses this row.
    public BadReferenceException bad(ReferenceFault why, String value) {
      return new BadReferenceException(file, line, new Complaint(why, value));
    }
  }
}
