package org.parley.cluster;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/// Records of texts, numbers, flags and days as rows of a table, with a column for each component.
final class RecordRows {

  private RecordRows() {}

  /// The columns of a record.
  static StructType schema(Class<? extends Record> type) {
    return DataTypes.createStructType(
        Arrays.stream(type.getRecordComponents())
            .map(
                each ->
                    DataTypes.createStructField(
                        each.getName(), column(each.getType()), !each.getType().isPrimitive()))
            .toList());
  }

  private static DataType column(Class<?> type) {
    if (type == String.class) {
      return DataTypes.StringType;
    }
    if (type == int.class || type == Integer.class) {
      return DataTypes.IntegerType;
    }
    if (type == boolean.class) {
      return DataTypes.BooleanType;
    }
    if (type == LocalDate.class) {
      return DataTypes.DateType;
    }
    throw new IllegalArgumentException("a table has no column for " + type);
  }

  /// A record as a row.
  static Row row(Record one) {
    RecordComponent[] components = one.getClass().getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    try {
      for (int at = 0; at < values.length; at++) {
        values[at] = components[at].getAccessor().invoke(one);
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("writing " + one.getClass(), e);
    }
    return RowFactory.create(values);
  }

  /// A row as a record.
  static <R extends Record> R record(Row row, Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    for (int at = 0; at < values.length; at++) {
      values[at] = row.getAs(components[at].getName());
    }
    try {
      Constructor<R> made =
          type.getConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return made.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("reading " + type, e);
    }
  }
}
