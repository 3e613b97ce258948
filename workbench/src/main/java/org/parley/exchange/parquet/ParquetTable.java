package org.parley.exchange.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/// Writes a table as Parquet, row by row.
///
/// A column of whole numbers is `INT64`, of numbers `DOUBLE`, of days `DATE`, of moments
/// `TIMESTAMP` in UTC; any other is text. Empty cells are null. A number has at most 15 digits, so
/// that `DOUBLE` keeps each.
public final class ParquetTable {

  /// The type of all cells of a column.
  enum Kind {
    WHOLE,
    NUMBER,
    DAY,
    MOMENT,
    TEXT
  }

  private ParquetTable() {}

  /// Writes a table, and leaves the stream open.
  ///
  /// @param names the names of its columns, all different
  /// @param rows a value for each column: `BigDecimal`, `LocalDate`, `Instant` or `String`
  /// @param origin what the file says about itself, by name
  public static void write(
      List<String> names, List<List<Object>> rows, Map<String, String> origin, OutputStream out)
      throws IOException {
    List<Kind> kinds = new ArrayList<>();
    List<Type> fields = new ArrayList<>();
    for (int column = 0; column < names.size(); column++) {
      Kind kind = kind(rows, column);
      kinds.add(kind);
      fields.add(field(kind, names.get(column)));
    }
    MessageType type = new MessageType("table", fields);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new StreamedFile(out))
            .withConf(new PlainParquetConfiguration())
            .withType(type)
            .withExtraMetaData(origin)
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .build()) {
      for (List<Object> row : rows) {
        writer.write(group(type, kinds, row));
      }
    }
  }

  private static Kind kind(List<List<Object>> rows, int column) {
    Kind kind = null;
    for (List<Object> row : rows) {
      Object value = row.get(column);
      if (!value.equals("")) {
        kind = kind == null ? kind(value) : joined(kind, kind(value));
      }
    }
    return kind == null ? Kind.TEXT : kind;
  }

  private static Kind kind(Object value) {
    return switch (value) {
      case BigDecimal number when number.scale() <= 0 -> Kind.WHOLE;
      case BigDecimal _ -> Kind.NUMBER;
      case LocalDate _ -> Kind.DAY;
      case Instant _ -> Kind.MOMENT;
      default -> Kind.TEXT;
    };
  }

  private static Kind joined(Kind one, Kind other) {
    boolean areNumbers = one.compareTo(Kind.NUMBER) <= 0 && other.compareTo(Kind.NUMBER) <= 0;
    return one == other ? one : areNumbers ? Kind.NUMBER : Kind.TEXT;
  }

  private static Type field(Kind kind, String name) {
    return switch (kind) {
      case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(name);
      case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
      case DAY ->
          Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType()).named(name);
      case MOMENT ->
          Types.optional(PrimitiveTypeName.INT64)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
              .named(name);
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
    };
  }

  private static Group group(MessageType type, List<Kind> kinds, List<Object> row) {
    Group group = new SimpleGroup(type);
    for (int column = 0; column < kinds.size(); column++) {
      Object value = row.get(column);
      if (value.equals("")) {
        continue;
      }
      switch (kinds.get(column)) {
        case WHOLE -> group.add(column, ((BigDecimal) value).longValueExact());
        case NUMBER -> group.add(column, ((BigDecimal) value).doubleValue());
        case DAY -> group.add(column, (int) ((LocalDate) value).toEpochDay());
        case MOMENT -> group.add(column, ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
        case TEXT -> group.add(column, text(value));
      }
    }
    return group;
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /// A file that goes straight to a stream, which stays open.
  private record StreamedFile(OutputStream out) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new Counted(out);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  private static final class Counted extends PositionOutputStream {

    private final OutputStream out;
    private long count;

    Counted(OutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return count;
    }

    @Override
    public void write(int each) throws IOException {
      out.write(each);
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      count += length;
    }
  }
}
