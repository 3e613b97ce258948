package org.parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Copies all that a journal records into another database, which holds none yet.
///
/// Sessions, devices, dismissals and notices stay behind: they belong to a server.
public final class JournalCopy {

  private static final int AT_ONCE = 500;

  private static final List<String> ENTRIES = List.of("entry", "head");

  /// In an order in which each row finds what it refers to.
  private static final List<String> BESIDE_ENTRIES =
      List.of(
          "sealed_answer",
          "sealed_head",
          "refused_answer",
          "refused_head",
          "account",
          "access_token",
          "retired_token",
          "feed_address",
          "provider_identity",
          "second_factor",
          "recovery_code",
          "passkey_owner",
          "passkey",
          "password_link",
          "audit",
          "audit_head",
          "retention");

  private JournalCopy() {}

  /// Copies in one transaction: all of it, or nothing.
  public static void copy(Database from, Database to) {
    copyWith(from, to, (source, target) -> copy(ENTRIES, source, target));
  }

  /// The same, with the entries written otherwise.
  ///
  /// @param entries writes them; it is given the connections from and to
  static void copyWith(Database from, Database to, BiConsumer<Handle, Handle> entries) {
    from.ask(
        source ->
            to.atomically(
                target -> {
                  entries.accept(source, target);
                  copy(BESIDE_ENTRIES, source, target);
                  return true;
                }));
  }

  /// How many rows beside the entries have a text like this.
  static long rowsBesideEntries(Handle handle, Predicate<String> hasWords) {
    long count = 0;
    for (String table : BESIDE_ENTRIES) {
      try (Stream<Map<String, Object>> rows =
          handle.createQuery("select * from " + table).setFetchSize(AT_ONCE).mapToMap().stream()) {
        count +=
            rows.filter(
                    row ->
                        row.values().stream()
                            .anyMatch(each -> each instanceof String text && hasWords.test(text)))
                .count();
      }
    }
    return count;
  }

  private static void copy(List<String> tables, Handle from, Handle to) {
    for (String table : tables) {
      copy(table, from.getConnection(), to.getConnection());
    }
  }

  private static void copy(String table, Connection from, Connection to) {
    try (Statement asking = from.createStatement();
        Statement emptying = to.createStatement()) {
      emptying.executeUpdate("delete from " + table);
      asking.setFetchSize(AT_ONCE);
      try (ResultSet rows = asking.executeQuery("select * from " + table)) {
        insert(table, rows, to);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("copying a journal", e);
    }
  }

  private static void insert(String table, ResultSet rows, Connection to) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<Integer> numbers = IntStream.rangeClosed(1, columns.getColumnCount()).boxed().toList();
    String names =
        numbers.stream().map(each -> name(columns, each)).collect(Collectors.joining(", "));
    String marks = numbers.stream().map(_ -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        to.prepareStatement("insert into " + table + " (" + names + ") values (" + marks + ")")) {
      for (int waiting = 0; rows.next(); waiting = (waiting + 1) % AT_ONCE) {
        for (int column : numbers) {
          insert.setObject(column, value(rows, columns, column));
        }
        insert.addBatch();
        if (waiting == AT_ONCE - 1) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static String name(ResultSetMetaData columns, int column) {
    try {
      return columns.getColumnName(column);
    } catch (SQLException e) {
      throw new IllegalStateException("copying a journal", e);
    }
  }

  private static @Nullable Object value(ResultSet rows, ResultSetMetaData columns, int column)
      throws SQLException {
    return switch (columns.getColumnType(column)) {
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          rows.getObject(column, OffsetDateTime.class);
      case Types.CLOB, Types.LONGVARCHAR, Types.VARCHAR -> rows.getString(column);
      default -> rows.getObject(column);
    };
  }
}
