package org.parley.store;

import java.time.temporal.ChronoUnit;
import java.util.function.ObjLongConsumer;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/// Tells a listener how long each statement took: its text with names in place of values. Values
/// are never told.
final class StatementTimes implements SqlLogger {

  private volatile ObjLongConsumer<String> listener = (_, _) -> {};

  /// @param next is called with the statement and its nanoseconds, on the thread that asks, and
  ///   must not wait
  void tell(ObjLongConsumer<String> next) {
    listener = next;
  }

  @Override
  public void logAfterExecution(StatementContext statement) {
    listener.accept(
        String.valueOf(statement.getRawSql()), statement.getElapsedTime(ChronoUnit.NANOS));
  }
}
