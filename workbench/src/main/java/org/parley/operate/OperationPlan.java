package org.parley.operate;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// The log and the metrics that those who run a server want.
///
/// @param format of the log
/// @param level from which on lines are written
/// @param accessLog whether each request has a line
/// @param slowMillis from when on a request or statement is slow; 0 for never
/// @param metrics where metrics are served; null for nowhere
/// @param metricsToken what a program has to send for them; empty for nothing
public record OperationPlan(
    LogFormat format,
    LogLevel level,
    boolean accessLog,
    long slowMillis,
    @Nullable InetSocketAddress metrics,
    String metricsToken) {

  /// From when on a request is slow, unless said otherwise.
  public static final long SLOW_MILLIS = 2_000;

  /// Errors and slow requests as text, and no metrics.
  public static final OperationPlan PLAIN =
      new OperationPlan(LogFormat.TEXT, LogLevel.INFO, false, SLOW_MILLIS, null, "");

  /// Without the token.
  @Override
  public String toString() {
    return "OperationPlan[" + format + ", " + level + ", " + metrics + "]";
  }
}
