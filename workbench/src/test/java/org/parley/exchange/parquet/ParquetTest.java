package org.parley.exchange.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.exchange.indicators.SeriesColumns;
import org.parley.exchange.indicators.SeriesFile;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetReader;

/// Parquet files: what another reader finds in ours, and what is read of those of another writer.
@NullMarked
class ParquetTest {

  private static final List<String> NAMES = List.of("n", "share", "day", "at", "größe.m²", "mixed");

  private static final List<List<Object>> ROWS =
      List.of(
          List.of(
              new BigDecimal("18"),
              new BigDecimal("0.34"),
              LocalDate.parse("2025-12-28"),
              Instant.parse("2025-12-28T10:00:00Z"),
              "Україна, \"so\"\nsaid",
              new BigDecimal("2.50")),
          List.of("", new BigDecimal("3"), "", "", "", "about 2025"),
          List.of(
              new BigDecimal("-7"),
              new BigDecimal("123456789.123456"),
              LocalDate.parse("1648-10-24"),
              Instant.parse("1969-12-31T23:59:59Z"),
              "=cmd",
              LocalDate.parse("2026-01-01")));

  private static byte[] written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ParquetTable.write(NAMES, ROWS, Map.of("Case", "River"), out);
    return out.toByteArray();
  }

  @Test
  void anotherReaderFindsTypedValues() throws IOException {
    List<List<Object>> found = new ArrayList<>();
    try (ParquetFileReader file = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(written())));
        RowReader rows = file.rowReader()) {
      assertEquals("River", file.getFileMetaData().keyValueMetadata().get("Case"));
      while (rows.hasNext()) {
        rows.next();
        List<Object> row = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
          row.add(rows.isNull(i) ? "" : rows.getValue(i));
        }
        found.add(row);
      }
    }
    assertEquals(
        List.of(
            List.of(
                18L,
                0.34,
                LocalDate.parse("2025-12-28"),
                Instant.parse("2025-12-28T10:00:00Z"),
                "Україна, \"so\"\nsaid",
                "2.50"),
            List.of("", 3.0, "", "", "", "about 2025"),
            List.of(
                -7L,
                123456789.123456,
                LocalDate.parse("1648-10-24"),
                Instant.parse("1969-12-31T23:59:59Z"),
                "=cmd",
                "2026-01-01")),
        found);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    assertEquals(
        String.join(
            "\r\n",
            "n,share,day,at,größe.m²,mixed",
            "18,0.34,2025-12-28,2025-12-28T10:00:00Z,\"Україна, \"\"so\"\"\nsaid\",2.50",
            "\"\",3,,,,about 2025",
            "-7,123456789.123456,1648-10-24,1969-12-31T23:59:59Z,=cmd,2026-01-01",
            ""),
        ParquetText.csv(ByteBuffer.wrap(written())));
  }

  @Test
  void theSameTableIsTheSameBytes() throws IOException {
    assertEquals(ByteBuffer.wrap(written()), ByteBuffer.wrap(written()));
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ParquetTest.class.getResourceAsStream(name + ".parquet"), name)) {
      return in.readAllBytes();
    }
  }

  /// Twelve rows that DuckDB 2.0 wrote. A list and a struct beside them are left out.
  @ParameterizedTest
  @ValueSource(strings = {"plain", "snappy", "gzip", "lz4", "zstd"})
  void filesOfAnotherWriterAreRead(String compression) throws IOException {
    List<String> lines = ParquetText.csv(ByteBuffer.wrap(file(compression))).lines().toList();
    assertEquals(13, lines.size());
    assertEquals("day,midnight,price,name,seen,held,share,whole", lines.getFirst());
    assertEquals("2026-01-01,2026-01-01,0.00,Größe 0,2026-01-01T10:30:00Z,true,,0", lines.get(1));
    assertEquals(
        "2026-01-12,2026-01-12,13.75,Größe 2,2026-01-01T21:30:00Z,false,1.1,11", lines.get(12));
  }

  @Test
  void whatTakesCsvTakesParquet() throws IOException {
    var file = new org.parley.genius.file.InputFile("a.parquet", ByteBuffer.wrap(file("zstd")));
    Sheet sheet = SheetReader.read(file);
    assertEquals("Größe 1", sheet.rows().get(1).get(3));
    SeriesFile series =
        SeriesFile.read(file, new SeriesColumns("midnight", "price", null, Map.of("held", "true")));
    assertEquals(12, series.rows());
    assertEquals(6, series.leftOut());
  }

  @Test
  void anotherCompressionIsRefused() throws IOException {
    ByteBuffer brotli = ByteBuffer.wrap(file("brotli"));
    assertThrows(BadParquetException.class, () -> ParquetText.csv(brotli));
  }

  /// A damaged file is read or refused: no other failure, whatever its footer says.
  @Test
  void aDamagedFileIsReadOrRefused() throws IOException {
    Random random = new Random(7);
    int refused = 0;
    for (String name : List.of("plain", "snappy", "gzip", "lz4", "zstd")) {
      byte[] whole = file(name);
      for (int i = 0; i < 400; i++) {
        byte[] damaged = whole.clone();
        for (int n = random.nextInt(1, 6); n > 0; n--) {
          damaged[random.nextInt(4, damaged.length)] = (byte) random.nextInt();
        }
        try {
          var _ = ParquetText.csv(ByteBuffer.wrap(damaged));
        } catch (BadParquetException _) {
          refused++;
        }
      }
      for (int length = 4; length < whole.length; length += 37) {
        ByteBuffer cut = ByteBuffer.wrap(whole, 0, length).slice();
        assertThrows(BadParquetException.class, () -> ParquetText.csv(cut));
      }
    }
    assertTrue(refused > 500, refused + " refused");
  }
}
