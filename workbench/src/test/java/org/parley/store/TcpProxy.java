package org.parley.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;

/// Passes connections on to a port of this machine, and can hold or cut them: a network partition.
@NullMarked
public final class TcpProxy implements AutoCloseable {

  private final ServerSocket listening;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private boolean isHeld;

  /// A proxy that listens on a port of its own.
  ///
  /// @param target the port it connects to
  public TcpProxy(int target) throws IOException {
    this.target = target;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /// The port it listens on.
  public int port() {
    return listening.getLocalPort();
  }

  /// Nothing passes from now on, and nobody is told.
  public synchronized void hold() {
    isHeld = true;
  }

  /// Everything passes again, also what was held.
  public synchronized void release() {
    isHeld = false;
    notifyAll();
  }

  /// Ends every connection. New ones pass.
  public void cut() {
    open.forEach(TcpProxy::end);
  }

  private synchronized void await() throws InterruptedException {
    while (isHeld) {
      wait();
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket from = listening.accept();
        Thread.ofVirtual().start(() -> connect(from));
      } catch (IOException e) {
        // closed, or the client is gone
      }
    }
  }

  private void connect(Socket from) {
    Socket to = new Socket();
    open.add(from);
    open.add(to);
    try {
      await();
      to.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
      Thread back = Thread.ofVirtual().start(() -> pass(to, from));
      pass(from, to);
      back.join();
    } catch (IOException | InterruptedException e) {
      // the other side is away, which the client is to see
    } finally {
      end(from);
      end(to);
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[16 << 10];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        await();
        out.write(buffer, 0, n);
      }
    } catch (IOException | InterruptedException e) {
      // either side is gone
    } finally {
      end(from);
      end(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it has ended
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    release();
    cut();
  }
}
