package org.parley.operate;

import java.util.function.Consumer;

/// Writes a line for each request, if wanted, and one for each that was slow. Requests that would
/// tell of sealed words by their mere existence have none, as they have none in the audit.
///
/// @param isOn whether each request has a line
/// @param slowMillis from when on a request is slow; 0 for never
/// @param node the id of this server
public record AccessLog(boolean isOn, long slowMillis, String node)
    implements Consumer<RequestEnd> {

  @Override
  public void accept(RequestEnd end) {
    if (end.isSealed()) {
      return;
    }
    if (isOn) {
      ServerLog.access(line("request", end));
    }
    if (slowMillis > 0 && !end.isStream() && end.millis() >= slowMillis) {
      ServerLog.warn(line("slow-request", end));
    }
  }

  private LogFields line(String event, RequestEnd end) {
    return LogFields.of(event)
        .with("request", end.id())
        .with("method", end.method())
        .with("route", end.route())
        .with("status", end.status())
        .with("millis", end.millis())
        .with("bytes", end.bytes())
        .with("account", end.account() == null ? "-" : end.account())
        .with("node", node);
  }
}
