package org.parley.store;

import java.time.temporal.ChronoUnit;
import java.util.function.ObjLongConsumer;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/// Tells a listener how long each statement took: its text with names in place of values. Values
/// are never told. Statements about sealed answers are left out: when one was written is secret,
/// too.
final class StatementTimes implements SqlLogger {

  private static final Pattern SEALED =
      Pattern.compile(
          "\\b(sealed_answer|sealed_head|refused_answer|refused_head|dismissed|checkpoint)\\b");

  private volatile ObjLongConsumer<String> listener = (_, _) -> {};

  /// @param next is called with the statement and its nanoseconds, on the thread that asks, and
  ///   must not wait
  void tell(ObjLongConsumer<String> next) {
    listener = next;
  }

  @Override
  public void logAfterExecution(StatementContext statement) {
    String sql = String.valueOf(statement.getRawSql());
    if (!SEALED.matcher(sql).find()) {
      listener.accept(sql, statement.getElapsedTime(ChronoUnit.NANOS));
    }
  }
}
