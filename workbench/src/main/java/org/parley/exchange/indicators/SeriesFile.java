package org.parley.exchange.indicators;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.parley.exchange.parquet.BadParquetException;
import org.parley.exchange.parquet.ParquetText;
import org.parley.genius.file.InputFile;
import org.parley.model.InvalidValueException;
import org.parley.model.indicator.Series;
import org.parley.model.text.Amount;
import org.parley.wording.Complaint;

/// A series read from a file.
///
/// @param values the series
/// @param rows the rows below the heading
/// @param empty how many of them have no value
/// @param leftOut how many were left out by a condition
/// @param layout how the file is laid out
/// @param column the column of the values
/// @param sha256 the digest of the bytes, in hexadecimal
public record SeriesFile(
    Series values, int rows, int empty, int leftOut, Layout layout, String column, String sha256) {

  /// How a file is laid out.
  public enum Layout {
    /// A column of dates and one of values.
    COLUMNS,
    /// SDMX-CSV, 1.0 or 2.0.
    SDMX,
    /// Columns of years and of months, a row for each country.
    YEARS_AND_MONTHS
  }

  private static final String TIME = "TIME_PERIOD";
  private static final String OBSERVED = "OBS_VALUE";

  /// Columns of SDMX-CSV that are no dimension: the structure and attributes of messages.
  private static final Set<String> NO_DIMENSIONS =
      Set.of("STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "DATAFLOW", "LAST UPDATE");

  /// Attributes begin so, by the conventions of those who publish SDMX.
  private static final Pattern ATTRIBUTE =
      Pattern.compile("OBS_.*|UNIT_MULT|DECIMALS|CONF_STATUS|TITLE.*|COMMENT.*");

  /// Cells that stand for no value.
  private static final Set<String> NONE = Set.of("", ".", "NaN", "NA", "n/a", ":");

  private static final Pattern SDMX_MONTH = Pattern.compile("(\\d{4})-?M(\\d{1,2})");
  private static final Pattern SDMX_YEAR = Pattern.compile("(\\d{4})-A1");
  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("[+-]?[0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]{1,2})?");

  /// Reads a file.
  ///
  /// @throws BadSeriesException if it gives no series, with the place of the fault
  public static SeriesFile read(InputFile file, SeriesColumns columns) throws IOException {
    return new Reader(file, columns).read();
  }

  private record Row(int line, CSVRecord cells) {}

  private static final class Reader {

    private final InputFile file;
    private final SeriesColumns asked;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private int leftOut;

    Reader(InputFile file, SeriesColumns asked) {
      this.file = file;
      this.asked = asked;
    }

    SeriesFile read() throws IOException {
      parse();
      int all = rows.size();
      keep();
      if (rows.isEmpty()) {
        throw bad(0, 0, SeriesFileFault.Plain.NO_SERIES_ROWS, "");
      }
      Layout layout = layout();
      int value = value(layout);
      int of = of(layout, value);
      return series(layout, value, of, all);
    }

    private String text() throws IOException {
      if (!ParquetText.isParquet(file.bytes())) {
        return file.text();
      }
      try {
        return ParquetText.csv(file.bytes());
      } catch (BadParquetException _) {
        throw bad(0, 0, SeriesFileFault.Plain.SERIES_NOT_PARQUET, "");
      }
    }

    private void parse() throws IOException {
      String text = text();
      CSVFormat format =
          CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(true).get();
      try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
        int line = 1;
        int width = 0;
        for (CSVRecord cells : parser) {
          if (columns.isEmpty()) {
            width = cells.size();
            for (int i = 0; i < cells.size(); i++) {
              columns.putIfAbsent(cells.get(i).strip(), i);
            }
          } else if (cells.size() != width) {
            throw bad(
                line,
                0,
                new SeriesFileFault.WrongNumberOfSeriesCells(cells.size(), width),
                cells.get(0));
          } else {
            rows.add(new Row(line, cells));
          }
          line = (int) parser.getCurrentLineNumber() + 1;
        }
      } catch (UncheckedIOException | IllegalStateException _) {
        throw bad(0, 0, SeriesFileFault.Plain.SERIES_NOT_CSV, "");
      }
      if (columns.size() < 2) {
        throw bad(1, 0, SeriesFileFault.Plain.SERIES_NOT_CSV, text.lines().findFirst().orElse(""));
      }
    }

    /// The delimiter that is most frequent in the heading.
    private static char delimiter(String text) {
      String heading = text.lines().findFirst().orElse("");
      char best = ',';
      for (char each : new char[] {';', '\t'}) {
        if (count(heading, each) > count(heading, best)) {
          best = each;
        }
      }
      return best;
    }

    private static long count(String text, char of) {
      return text.chars().filter(each -> each == of).count();
    }

    /// Leaves out the rows that do not meet a condition.
    private void keep() throws BadSeriesException {
      for (Map.Entry<String, String> each : asked.where().entrySet()) {
        int column = column(each.getKey());
        int before = rows.size();
        rows.removeIf(row -> !row.cells.get(column).strip().equals(each.getValue()));
        leftOut += before - rows.size();
      }
    }

    private Layout layout() {
      if (asked.date() != null) {
        return Layout.COLUMNS;
      }
      return columns.containsKey(TIME) && columns.containsKey(OBSERVED)
          ? Layout.SDMX
          : columns.keySet().stream().anyMatch(each -> each.equalsIgnoreCase("year"))
                  && columns.keySet().stream().anyMatch(each -> each.equalsIgnoreCase("month"))
              ? Layout.YEARS_AND_MONTHS
              : Layout.COLUMNS;
    }

    private int column(String name) throws BadSeriesException {
      Integer at = columns.get(name);
      if (at == null) {
        throw bad(1, 0, new SeriesFileFault.NoSeriesColumn(listed(columns.keySet())), name);
      }
      return at;
    }

    private int ofCase(String name) throws BadSeriesException {
      for (Map.Entry<String, Integer> each : columns.entrySet()) {
        if (each.getKey().equalsIgnoreCase(name)) {
          return each.getValue();
        }
      }
      return column(name);
    }

    private static String listed(Iterable<String> names) {
      return String.join(", ", names);
    }

    private int dateColumn(Layout layout) throws BadSeriesException {
      String date = asked.date();
      return switch (layout) {
        case SDMX -> column(TIME);
        case YEARS_AND_MONTHS -> ofCase("year");
        case COLUMNS -> date == null ? 0 : column(date);
      };
    }

    private int value(Layout layout) throws BadSeriesException {
      String value = asked.value();
      if (value != null) {
        return column(value);
      }
      if (layout == Layout.SDMX) {
        return column(OBSERVED);
      }
      String of = asked.of();
      List<String> numbers = new ArrayList<>();
      for (Map.Entry<String, Integer> each : columns.entrySet()) {
        int at = each.getValue();
        boolean isOther =
            at == dateColumn(layout)
                || (layout == Layout.YEARS_AND_MONTHS && at == ofCase("month"))
                || each.getKey().equals(of);
        if (!isOther && rows.stream().allMatch(row -> isNumber(row.cells.get(at).strip()))) {
          numbers.add(each.getKey());
        }
      }
      if (numbers.size() == 1) {
        return column(numbers.getFirst());
      }
      if (numbers.isEmpty() && columns.size() == 2) {
        return 1 - dateColumn(layout);
      }
      throw bad(
          1,
          0,
          new SeriesFileFault.WhichValueColumn(
              listed(numbers.isEmpty() ? columns.keySet() : numbers)),
          "");
    }

    private static boolean isNumber(String cell) {
      return NONE.contains(cell) || PLAIN_NUMBER.matcher(cell).matches();
    }

    /// The column of the names; -1 for a series of one.
    private int of(Layout layout, int value) throws BadSeriesException {
      String of = asked.of();
      if (of != null) {
        return column(of);
      }
      if (layout == Layout.YEARS_AND_MONTHS) {
        for (String each : List.of("country", "donor", "iso")) {
          if (columns.keySet().stream().anyMatch(each::equalsIgnoreCase)) {
            return ofCase(each);
          }
        }
        return -1;
      }
      if (layout == Layout.COLUMNS) {
        return -1;
      }
      Set<String> telling = new LinkedHashSet<>();
      for (Map.Entry<String, Integer> each : columns.entrySet()) {
        int at = each.getValue();
        String name = each.getKey();
        if (at != value
            && !name.equals(TIME)
            && !NO_DIMENSIONS.contains(name)
            && !ATTRIBUTE.matcher(name).matches()
            && rows.stream().map(row -> row.cells.get(at).strip()).distinct().count() > 1) {
          telling.add(name);
        }
      }
      if (telling.size() > 1) {
        throw bad(1, 0, new SeriesFileFault.WhichNameColumn(listed(telling)), "");
      }
      return telling.isEmpty() ? -1 : column(telling.iterator().next());
    }

    private SeriesFile series(Layout layout, int value, int of, int all) throws IOException {
      StringBuilder lines = new StringBuilder();
      Map<String, Integer> seen = new HashMap<>();
      String first = null;
      int empty = 0;
      for (Row row : rows) {
        String date = date(layout, row);
        String cell = row.cells.get(value).strip();
        String name = of < 0 ? "" : row.cells.get(of).strip().replaceAll("\\s+", " ");
        if (first == null) {
          first = date;
        }
        if (date.length() != first.length()) {
          throw bad(
              row.line,
              dateColumn(layout) + 1,
              new SeriesFileFault.OtherSeriesFrequency(first),
              date);
        }
        Integer earlier = seen.putIfAbsent(date + ' ' + name, row.line);
        if (earlier != null) {
          throw bad(
              row.line,
              0,
              new SeriesFileFault.SeriesDateTwice(earlier),
              (date + ' ' + name).strip());
        }
        if (NONE.contains(cell)) {
          empty++;
        } else {
          lines.append(date).append(' ').append(number(row, value, cell));
          lines.append(name.isEmpty() ? "" : ' ' + name).append('\n');
        }
        if (seen.size() > Series.MOST_VALUES) {
          throw bad(row.line, 0, new SeriesFileFault.TooManySeriesValues(Series.MOST_VALUES), date);
        }
      }
      try {
        return new SeriesFile(
            Series.of(lines.toString()),
            all,
            empty,
            leftOut,
            layout,
            nameOf(value),
            digest(file.bytes()));
      } catch (InvalidValueException refused) {
        throw new BadSeriesException(file.name(), 0, 0, Complaint.of(refused));
      }
    }

    private String nameOf(int column) {
      return columns.entrySet().stream()
          .filter(each -> each.getValue() == column)
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse("");
    }

    private String date(Layout layout, Row row) throws BadSeriesException {
      int at = dateColumn(layout);
      String cell = row.cells.get(at).strip();
      String date = cell;
      if (layout == Layout.YEARS_AND_MONTHS) {
        String month = row.cells.get(ofCase("month")).strip();
        date = cell + "-" + (month.length() == 1 ? "0" + month : month);
      } else {
        Matcher month = SDMX_MONTH.matcher(cell);
        Matcher year = SDMX_YEAR.matcher(cell);
        if (month.matches()) {
          date = month.group(1) + "-" + (month.group(2).length() == 1 ? "0" : "") + month.group(2);
        } else if (year.matches()) {
          date = year.group(1);
        } else if (cell.matches("\\d{4}-\\d{2}-\\d{2}T.*")) {
          date = cell.substring(0, 10);
        }
      }
      if (Series.frequencyOf(date) == null) {
        throw bad(row.line, at + 1, new SeriesFileFault.NotASeriesDate(nameOf(at)), date);
      }
      return date;
    }

    private String number(Row row, int column, String cell) throws BadSeriesException {
      if (PLAIN_NUMBER.matcher(cell).matches()) {
        try {
          return Amount.of(new BigDecimal(cell)).toString();
        } catch (InvalidValueException _) {
          // said below
        }
      }
      throw bad(row.line, column + 1, new SeriesFileFault.NotASeriesNumber(nameOf(column)), cell);
    }

    private BadSeriesException bad(int line, int column, SeriesFileFault why, String value) {
      return new BadSeriesException(file.name(), line, column, new Complaint(why, value));
    }
  }

  private static String digest(ByteBuffer bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes.duplicate());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
