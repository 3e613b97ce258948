package org.parley.exchange.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/// Reads the flat columns of a Parquet file as CSV, so that all that takes CSV takes Parquet.
///
/// Days and moments are written by ISO 8601; a column of moments that are all at midnight has days.
/// Columns that repeat or nest are left out. Null is an empty cell.
public final class ParquetText {

  /// The most cells that are read.
  static final int MOST_CELLS = 8_000_000;

  /// The most bytes of all pages together, unpacked.
  static final int MOST_BYTES = 256 << 20;

  private static final int CHUNK = 8 << 20;
  private static final String MIDNIGHT = "T00:00:00";

  private ParquetText() {}

  /// Whether a file begins as Parquet does.
  public static boolean isParquet(ByteBuffer bytes) {
    return bytes.remaining() >= 4
        && bytes.duplicate().order(ByteOrder.BIG_ENDIAN).getInt() == 0x50415231;
  }

  /// The rows of a file below the names of its columns, as CSV by RFC 4180.
  ///
  /// @throws BadParquetException if it is damaged, encrypted, compressed in another way than by
  ///   Snappy, gzip, LZ4 or Zstandard, or beyond a limit
  public static String csv(ByteBuffer bytes) throws BadParquetException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            new MemoryInput(bytes),
            ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new PureCodecs(MOST_BYTES))
                .withMaxAllocationInBytes(CHUNK)
                .build())) {
      refuseBeyond(reader, bytes.remaining());
      return csv(rows(reader, flat(reader.getFileMetaData().getSchema())));
    } catch (IOException | RuntimeException e) {
      throw new BadParquetException(e);
    }
  }

  /// A footer must fit its file before memory is set aside for it.
  private static void refuseBeyond(ParquetFileReader reader, long length) throws IOException {
    for (BlockMetaData block : reader.getRowGroups()) {
      for (ColumnChunkMetaData chunk : block.getColumns()) {
        long from = chunk.getStartingPos();
        if (from < 0 || chunk.getTotalSize() < 0 || chunk.getTotalSize() > length - from) {
          throw new IOException("a column ends beyond the file");
        }
      }
    }
  }

  private static MessageType flat(MessageType all) throws IOException {
    List<Type> flat =
        all.getFields().stream()
            .filter(each -> each.isPrimitive() && !each.isRepetition(Type.Repetition.REPEATED))
            .toList();
    if (flat.isEmpty()) {
      throw new IOException("no flat column");
    }
    return new MessageType(all.getName(), flat);
  }

  private static List<List<String>> rows(ParquetFileReader reader, MessageType type)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(type.getFields().stream().map(Type::getName).toList());
    reader.setRequestedSchema(type);
    var columns = new ColumnIOFactory().getColumnIO(type);
    for (PageReadStore pages = reader.readNextRowGroup();
        pages != null;
        pages = reader.readNextRowGroup()) {
      RecordReader<Group> records = columns.getRecordReader(pages, new GroupRecordConverter(type));
      for (long left = pages.getRowCount(); left > 0; left--) {
        if ((long) rows.size() * type.getFieldCount() > MOST_CELLS) {
          throw new IOException("more than " + MOST_CELLS + " cells");
        }
        rows.add(cells(type, records.read()));
      }
    }
    return daysOfMidnights(type, rows);
  }

  private static List<String> cells(MessageType type, Group group) {
    List<String> cells = new ArrayList<>(type.getFieldCount());
    for (int column = 0; column < type.getFieldCount(); column++) {
      cells.add(
          group.getFieldRepetitionCount(column) == 0
              ? ""
              : cell(type.getType(column).asPrimitiveType(), group, column));
    }
    return cells;
  }

  private static String cell(PrimitiveType type, Group group, int column) {
    if (type.getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
      return moment96(group.getInt96(column, 0).toByteBuffer());
    }
    if (type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation moment) {
      return moment(moment, group.getLong(column, 0));
    }
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> type.stringifier().stringify(group.getInteger(column, 0));
      case INT64 -> type.stringifier().stringify(group.getLong(column, 0));
      case FLOAT -> plain(Float.toString(group.getFloat(column, 0)));
      case DOUBLE -> plain(Double.toString(group.getDouble(column, 0)));
      case BOOLEAN -> Boolean.toString(group.getBoolean(column, 0));
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 ->
          type.getLogicalTypeAnnotation() == null
              ? group.getBinary(column, 0).toStringUsingUTF8()
              : type.stringifier().stringify(group.getBinary(column, 0));
    };
  }

  private static String plain(String number) {
    if (number.equals("NaN") || number.endsWith("Infinity")) {
      return "";
    }
    String plain = new java.math.BigDecimal(number).toPlainString();
    return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
  }

  private static String moment(TimestampLogicalTypeAnnotation type, long since) {
    ChronoUnit unit =
        type.getUnit() == TimeUnit.MILLIS
            ? ChronoUnit.MILLIS
            : type.getUnit() == TimeUnit.MICROS ? ChronoUnit.MICROS : ChronoUnit.NANOS;
    Instant at = Instant.EPOCH.plus(since, unit);
    return written(LocalDateTime.ofInstant(at, ZoneOffset.UTC))
        + (type.isAdjustedToUTC() ? "Z" : "");
  }

  /// The older form: nanoseconds of the day, then the Julian day.
  private static String moment96(ByteBuffer bytes) {
    ByteBuffer little = bytes.order(ByteOrder.LITTLE_ENDIAN);
    LocalTime time = LocalTime.ofNanoOfDay(little.getLong());
    return written(
        LocalDateTime.of(LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, little.getInt()), time));
  }

  /// With seconds, even if there are none.
  private static String written(LocalDateTime moment) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
  }

  private static List<List<String>> daysOfMidnights(MessageType type, List<List<String>> rows) {
    for (int column = 0; column < type.getFieldCount(); column++) {
      int at = column;
      PrimitiveType each = type.getType(column).asPrimitiveType();
      boolean isMoment =
          each.getPrimitiveTypeName() == PrimitiveTypeName.INT96
              || each.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation;
      if (isMoment
          && rows.stream()
              .skip(1)
              .map(row -> row.get(at))
              .allMatch(cell -> cell.isEmpty() || cell.replace("Z", "").endsWith(MIDNIGHT))) {
        rows.stream()
            .skip(1)
            .forEach(row -> row.set(at, row.get(at).replaceFirst(MIDNIGHT + "Z?$", "")));
      }
    }
    return rows;
  }

  private static String csv(List<List<String>> rows) throws IOException {
    StringBuilder out = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
      for (List<String> row : rows) {
        printer.printRecord(row);
      }
    }
    return out.toString();
  }
}
