package org.parley.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullMarked;

/// An SMTP server on this machine that keeps what it takes, and answers as it is told (RFC 5321).
@NullMarked
public final class SmallSmtpServer implements AutoCloseable {

  /// A message that was taken.
  ///
  /// @param from the sender of the envelope
  /// @param to the recipients of the envelope
  /// @param text the message as sent, with CRLF
  public record Taken(String from, List<String> to, String text) {}

  private final ServerSocket socket;
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  /// Listens on a free port of the loopback interface.
  public SmallSmtpServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /// Answers a command by a line from now on. `HANGUP` ends the connection instead; `SILENCE` does
  /// so too, once this server is closed. A message that ends so is taken.
  public void answer(String command, String line) {
    answers.put(command, line);
  }

  /// Answers as servers do again.
  public void recover() {
    answers.clear();
  }

  /// The messages taken, in order.
  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  /// Every line that clients sent outside of messages.
  public List<String> said() {
    return List.copyOf(said);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> talk(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = client.getOutputStream()) {
      if (!say(out, "GREETING", "220 small.example.org ESMTP")) {
        return;
      }
      String from = "";
      List<String> to = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        said.add(line);
        String command = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
        switch (command) {
          case "MAIL" -> from = line;
          case "RCPT" -> to.add(line);
          default -> {
            // the others change nothing
          }
        }
        boolean goesOn =
            switch (command) {
              case "EHLO" -> say(out, command, "250-small.example.org\r\n250 AUTH PLAIN");
              case "AUTH" -> say(out, command, "235 2.7.0 Accepted");
              case "DATA" -> data(in, out, from, to);
              case "QUIT" -> {
                say(out, command, "221 Bye");
                yield false;
              }
              default -> say(out, command, "250 OK");
            };
        if (!goesOn) {
          return;
        }
      }
    } catch (IOException e) {
      // the client has gone
    }
  }

  private boolean data(BufferedReader in, OutputStream out, String from, List<String> to)
      throws IOException {
    if (!say(out, "DATA", "354 Go ahead") || answers.containsKey("DATA")) {
      return answers.containsKey("DATA") && !answers.get("DATA").equals("HANGUP");
    }
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    String end = answers.getOrDefault("END", "250 Taken");
    if (end.startsWith("250") || end.equals("HANGUP") || end.equals("SILENCE")) {
      taken.add(new Taken(from, List.copyOf(to), text.toString()));
    }
    to.clear();
    return say(out, "END", "250 Taken");
  }

  /// Answers a command; returns whether the connection goes on.
  private boolean say(OutputStream out, String command, String usual) throws IOException {
    String line = answers.getOrDefault(command, usual);
    if (line.equals("SILENCE")) {
      closed.join();
    }
    if (line.equals("HANGUP") || line.equals("SILENCE")) {
      return false;
    }
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return true;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    closed.complete(null);
  }
}
