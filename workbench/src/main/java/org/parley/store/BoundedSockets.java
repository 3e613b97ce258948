package org.parley.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/// Sockets with a write timeout. A socket of the JDK bounds its reads alone. A hanging server would
/// block a long write for ever once the buffers are full.
public final class BoundedSockets extends SocketFactory {

  private static final ScheduledThreadPoolExecutor WATCH = watch();

  private final int seconds;

  /// Called by the PostgreSQL driver by reflection.
  ///
  /// @param seconds the write timeout
  public BoundedSockets(String seconds) {
    this.seconds = Integer.parseInt(seconds);
  }

  private static ScheduledThreadPoolExecutor watch() {
    ScheduledThreadPoolExecutor watch =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("sockets").daemon().factory());
    watch.setRemoveOnCancelPolicy(true);
    return watch;
  }

  @Override
  public Socket createSocket() {
    return new Bounded(seconds);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new IOException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw new IOException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw new IOException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw new IOException("the driver connects by itself");
  }

  private static final class Bounded extends Socket {

    private final int seconds;

    Bounded(int seconds) {
      this.seconds = seconds;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          Future<?> end = WATCH.schedule(Bounded.this::end, seconds, TimeUnit.SECONDS);
          try {
            out.write(bytes, from, length);
          } catch (IOException e) {
            throw end.isDone() ? timeout(e) : e;
          } finally {
            end.cancel(false);
          }
        }
      };
    }

    private IOException timeout(IOException e) {
      SocketTimeoutException timeout =
          new SocketTimeoutException("nothing was taken for " + seconds + " s");
      timeout.initCause(e);
      return timeout;
    }

    private void end() {
      try {
        close();
      } catch (IOException e) {
        // Already closed.
      }
    }
  }
}
