package org.parley.web.operate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;
import org.parley.operate.LogFields;
import org.parley.operate.RequestEnd;
import org.parley.operate.ServerLog;
import org.parley.operate.StatusBoard;
import org.parley.web.access.RequestId;
import org.parley.web.access.Route;
import org.parley.web.access.Routes;
import org.parley.web.nodes.Nodes;

/// Those who are told of every request once it was answered. Jetty tells of all of them, also of
/// those that it refuses itself. Thread-safe.
public final class Operation {

  private final List<Consumer<RequestEnd>> listeners;
  private final StatusBoard status;
  private volatile @Nullable GracefulHandler requests;

  /// @param listeners are called on the threads of requests, and must not wait
  /// @param status how the server is
  public Operation(List<Consumer<RequestEnd>> listeners, StatusBoard status) {
    this.listeners = List.copyOf(listeners);
    this.status = status;
  }

  /// Where nobody is told.
  public static Operation unwatched() {
    return new Operation(List.of(), StatusBoard.begun(InstantSource.system()));
  }

  /// How the server is.
  public StatusBoard status() {
    return status;
  }

  /// Has a server tell of its requests.
  ///
  /// @param counting the handler of all requests
  public void addTo(Server server, GracefulHandler counting) {
    requests = counting;
    if (!listeners.isEmpty()) {
      server.setRequestLog(this::tell);
    }
  }

  /// Refuses new requests with 503, and waits until those that were begun are answered.
  public void finish(Duration longest) {
    GracefulHandler counting = requests;
    if (counting != null) {
      try {
        counting.shutdown().get(longest.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        ServerLog.warn(LogFields.of("cut-off").with("requests", inFlight()));
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// How many requests are being answered.
  public long inFlight() {
    GracefulHandler counting = requests;
    return counting == null ? 0 : counting.getCurrentRequestCount();
  }

  private void tell(Request request, Response response) {
    @Nullable Route route = (Route) request.getAttribute(Routes.ROUTE);
    boolean isForwarded = request.getAttribute(Nodes.FORWARDED) != null;
    RequestEnd end =
        new RequestEnd(
            String.valueOf(request.getAttribute(RequestId.ATTRIBUTE)),
            request.getMethod(),
            isForwarded ? RequestEnd.FORWARDED : route == null ? RequestEnd.NO_ROUTE : route.path(),
            isForwarded || (route != null && Routes.isSecret(route)),
            route != null && route.kind() == Route.Kind.STREAM,
            response.getStatus(),
            System.nanoTime() - request.getBeginNanoTime(),
            Response.getContentBytesWritten(response),
            (String) request.getAttribute(Routes.ACCOUNT));
    listeners.forEach(each -> each.accept(end));
  }
}
