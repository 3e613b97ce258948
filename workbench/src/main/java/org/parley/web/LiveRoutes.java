package org.parley.web;

import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.parley.store.JournalAwayException;
import org.parley.web.access.Authenticator;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.service.CaseService;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;

/// Notifies open browsers of changes that they may see, without content. A hidden change sends
/// nothing; keep-alive messages depend on the clock alone.
final class LiveRoutes implements AutoCloseable {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int BEATS = 8;
  private static final int MOST = 2_000;
  private static final int MOST_EACH = 64;
  private static final int MOST_PUBLIC = 1_000;

  /// Somebody who listens.
  private record Listener(SseClient client, Authenticator.Guest guest, AtomicBoolean news) {
    Visitor visitor() {
      return guest.visitor();
    }
  }

  private final CaseService service;
  private final Authenticator authenticator;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  LiveRoutes(CaseService service, Authenticator authenticator) {
    this.service = service;
    this.authenticator = authenticator;
    Thread.ofVirtual().name("live").start(this::run);
  }

  void addTo(Routes routes) {
    routes.add(
        new Route("GET", Address.EVENTS.path(), Access.READ, Kind.STREAM, "that something changed"),
        (ctx, visitor) -> {
          if (listeners.size() >= MOST || isGreedy(visitor)) {
            ctx.status(503);
          } else {
            Authenticator.Guest guest = authenticator.admit(ctx).orElseThrow();
            service.read(guest.visitor());
            new SseHandler(client -> listen(client, guest)).handle(ctx);
          }
        });
  }

  /// Whether a visitor has so many listeners that too few are left for others.
  private boolean isGreedy(Visitor visitor) {
    long most = visitor.role() == Role.PUBLIC ? MOST_PUBLIC : MOST_EACH;
    return listeners.stream().filter(each -> each.visitor().equals(visitor)).limit(most).count()
        >= most;
  }

  private void listen(SseClient client, Authenticator.Guest guest) {
    AtomicBoolean news = new AtomicBoolean();
    Listener listener = new Listener(client, guest, news);
    CaseService.Watching watching = service.watch(guest.visitor(), () -> news.set(true));
    client.onClose(
        () -> {
          watching.close();
          listeners.remove(listener);
        });
    client.keepAlive();
    client.sendComment("open");
    listeners.add(listener);
  }

  /// Forwards changes at once. Once a second, it polls the case while there are listeners.
  private void run() {
    int beat = 0;
    long next = System.nanoTime() + LOOK.toNanos();
    while (!closed) {
      LockSupport.parkNanos(next - System.nanoTime());
      boolean isBeat = System.nanoTime() - next >= 0;
      if (isBeat) {
        beat = (beat + 1) % BEATS;
        next = System.nanoTime() + LOOK.toNanos();
      }
      List<Listener> gone = new ArrayList<>();
      for (Listener listener : listeners) {
        // between two beats, those who see no news notice nothing
        if ((isBeat || listener.news.get()) && isGone(listener, isBeat ? beat : -1)) {
          gone.add(listener);
        }
      }
      listeners.removeAll(gone);
    }
  }

  /// Tells a listener what there is.
  ///
  /// @param beat -1 between two beats
  /// @return whether nobody listens any more
  private boolean isGone(Listener listener, int beat) {
    try {
      service.read(listener.visitor());
      if (listener.client.terminated() || !mayListen(listener, beat)) {
        listener.client.close();
      } else if (listener.news.getAndSet(false)) {
        // browsers pass over an event without data
        listener.client.sendEvent("changed", "yes");
      } else if (beat == 0) {
        listener.client.sendComment("on");
      }
      return false;
    } catch (JournalAwayException e) {
      // Listeners stay, and are notified once the database is back.
      return false;
    } catch (RuntimeException e) {
      return true;
    }
  }

  /// Whether a listener still has access; checked before each notification, and periodically.
  private boolean mayListen(Listener listener, int beat) {
    return (beat != 0 && !listener.news.get()) || authenticator.isStillIn(listener.guest);
  }

  @Override
  public void close() {
    closed = true;
    listeners.forEach(listener -> listener.client.close());
  }
}
