package org.parley.web.api.line;

import org.jspecify.annotations.Nullable;

/// The content of a request or response.
///
/// @param schema the name of its schema; empty where it may be any JSON
/// @param record the record that the schema is read off; absent where it is made otherwise
/// @param of what the type parameter of the record stands for
public record LineContent(String schema, @Nullable Class<?> record, @Nullable Class<?> of) {

  static final LineContent ANY = named("");

  static LineContent of(Class<?> record) {
    return new LineContent(Types.name(record), record, null);
  }

  /// That of a record with a type parameter.
  ///
  /// @param schema its name, since that of the record is not enough
  public static LineContent of(String schema, Class<?> record, Class<?> of) {
    return new LineContent(schema, record, of);
  }

  /// That of a schema which is read off no record.
  public static LineContent named(String schema) {
    return new LineContent(schema, null, null);
  }
}
