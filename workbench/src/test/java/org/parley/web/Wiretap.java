package org.parley.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullMarked;

/// A relay before a server, which keeps every byte that the server sends.
///
/// Ask for answers that are not compressed, or nothing is found in them.
@NullMarked
final class Wiretap implements AutoCloseable {

  private final ServerSocket ear;
  private final int port;
  private final List<ByteArrayOutputStream> heard = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /// Listens before the server of a port of this machine.
  Wiretap(int port) throws IOException {
    this.port = port;
    ear = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::listen);
  }

  String address() {
    return "http://127.0.0.1:" + ear.getLocalPort();
  }

  private void listen() {
    while (!ear.isClosed()) {
      try {
        Socket from = ear.accept();
        Socket to = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(from);
        sockets.add(to);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        heard.add(kept);
        Thread.startVirtualThread(() -> relay(from, to, OutputStream.nullOutputStream()));
        Thread.startVirtualThread(() -> relay(to, from, kept));
      } catch (IOException _) {
        // closed
        return;
      }
    }
  }

  private static void relay(Socket from, Socket to, OutputStream kept) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[16_384];
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        kept.write(bytes, 0, count);
        out.write(bytes, 0, count);
        out.flush();
      }
    } catch (IOException _) {
      // one side went; so does the other
    }
  }

  /// Whether these words were sent in any answer.
  boolean heard(String words) {
    String sought = new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return heard.stream()
        .anyMatch(each -> each.toString(StandardCharsets.ISO_8859_1).contains(sought));
  }

  @Override
  public void close() throws IOException {
    ear.close();
    for (Socket each : sockets) {
      each.close();
    }
  }
}
