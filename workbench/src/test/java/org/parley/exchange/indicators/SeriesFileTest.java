package org.parley.exchange.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.exchange.indicators.SeriesFile.Layout;
import org.parley.genius.file.InputFile;
import org.parley.model.indicator.Series;
import org.parley.model.indicator.Series.Frequency;

@NullMarked
class SeriesFileTest {

  private static final Path REFERENCE = Path.of("../../shared/data/reference");

  private static SeriesFile read(String text, SeriesColumns columns) throws IOException {
    return SeriesFile.read(InputFile.of("a.csv", text), columns);
  }

  @Test
  void twoColumns() throws IOException {
    SeriesFile read =
        read(
            "Date,Price\n2025-11-03,65.790\n2025-11-04,\n2025-11-05,6.5e1\n",
            SeriesColumns.BY_HEADING);
    assertEquals(Series.of("2025-11-03 65.79\n2025-11-05 65"), read.values());
    assertEquals(3, read.rows());
    assertEquals(1, read.empty());
    assertEquals(Layout.COLUMNS, read.layout());
    assertEquals("Price", read.column());
    assertEquals(64, read.sha256().length());
  }

  /// SDMX-CSV 1.0, with a dimension that differs and attributes that are none.
  @Test
  void sdmx() throws IOException {
    String text =
        """
        DATAFLOW,FREQ,GEO,TIME_PERIOD,OBS_VALUE,OBS_STATUS
        ESTAT:MIGR(1.0),M,PL,2025-M11,12,p
        ESTAT:MIGR(1.0),M,DE,2025-11,"1500.5",
        ESTAT:MIGR(1.0),M,DE,2025-12,:,c
        """;
    SeriesFile read = read(text, SeriesColumns.BY_HEADING);
    assertEquals(Series.of("2025-11 12 PL\n2025-11 1500.5 DE"), read.values());
    assertEquals(Layout.SDMX, read.layout());
    SeriesFile one = read(text, new SeriesColumns(null, null, null, Map.of("GEO", "PL")));
    assertEquals(Series.of("2025-11 12"), one.values());
    assertEquals(2, one.leftOut());
  }

  @Test
  void yearsAndMonthsByCountry() throws IOException {
    SeriesFile read =
        read(
            "country;iso;year;month;total;gdp\n\"Korea, Republic of\";KOR;2022;2;0.25;1\nNorway;NOR;2022;12;1;2\n",
            new SeriesColumns(null, "total", null, Map.of()));
    assertEquals(Series.of("2022-02 0.25 Korea, Republic of\n2022-12 1 Norway"), read.values());
    assertEquals(Layout.YEARS_AND_MONTHS, read.layout());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Date,Price~2025-11-03,1~2025-11-04,1.2.3 | 3 | 2 | not-a-series-number",
        "Date,Price~2025-11-03,1~2025-11-04,\"1,200\" | 3 | 2 | not-a-series-number",
        "Date,Price~03/11/2025,1 | 2 | 1 | not-a-series-date",
        "Date,Price~2025-11-03,1~2025-12,2 | 3 | 1 | other-series-frequency",
        "Date,Price~2025-11-03,1~2025-11-03,2 | 3 | 0 | series-date-twice",
        "Date,Price~2025-11-03,1,2 | 2 | 0 | wrong-number-of-series-cells",
        "Date,a,b~2025-11-03,1,2 | 1 | 0 | which-value-column",
        "TIME_PERIOD,OBS_VALUE,A,B~2025,1,a,b~2026,1,b,a | 1 | 0 | which-name-column",
        "Date,Price | 0 | 0 | no-series-rows",
        "Date~2025 | 1 | 0 | series-not-csv",
        "PAR1 | 0 | 0 | series-not-parquet",
        "Date,Price~2025-11-03, | 0 | 0 | no-values"
      })
  void aFaultIsAtItsPlace(String text, int line, int column, String code) {
    BadSeriesException refused =
        assertThrows(
            BadSeriesException.class,
            () -> read(text.replace('~', '\n'), SeriesColumns.BY_HEADING));
    assertEquals(code, refused.why().code());
    assertEquals(line, refused.line());
    assertEquals(column, refused.column());
    assertTrue(refused.sentence().startsWith("reading a.csv"), refused.sentence());
  }

  @Test
  void aColumnThatIsNotThereIsRefused() {
    BadSeriesException refused =
        assertThrows(
            BadSeriesException.class,
            () -> read("Date,Price\n2025,1\n", new SeriesColumns(null, "price", null, Map.of())));
    assertEquals("no-series-column", refused.why().code());
    assertTrue(refused.sentence().contains("Date, Price"), refused.sentence());
    assertThrows(BadSeriesException.class, () -> SeriesColumns.of(null, null, null, List.of("x")));
  }

  /// The files beside the repository, where they are.
  @Test
  void publishedFilesAreRead() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(REFERENCE), "no ../shared/data/reference here");
    SeriesFile brent =
        SeriesFile.read(
            InputFile.of(REFERENCE.resolve("brent-daily.csv")), SeriesColumns.BY_HEADING);
    assertEquals(9_958, brent.rows());
    assertEquals(Frequency.DAY, brent.values().frequency());
    SeriesFile gas =
        SeriesFile.read(
            InputFile.of(REFERENCE.resolve("henry-hub-daily.csv")), SeriesColumns.BY_HEADING);
    assertEquals(7_437, gas.rows());
    assertEquals(1, gas.empty());
    SeriesFile support =
        SeriesFile.read(
            InputFile.of(REFERENCE.resolve("kiel-support.csv")),
            new SeriesColumns(null, "total", null, Map.of()));
    assertEquals(1_079, support.rows());
    assertEquals(42, support.values().names().size());
    assertEquals(Frequency.MONTH, support.values().frequency());
  }
}
