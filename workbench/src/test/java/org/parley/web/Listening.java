package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.parley.Eventually;

/// Somebody who listens to what is new.
@SuppressWarnings("JdkObsolete") // one thread reads what another writes
@NullMarked
final class Listening implements AutoCloseable {
  private final StringBuffer heard = new StringBuffer();
  private final InputStream in;

  Listening(Team.Client client) throws Exception {
    HttpResponse<InputStream> answer =
        TwinServers.HTTP.send(
            client.request("/events").header("Accept", "text/event-stream").GET().build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertEquals(200, answer.statusCode());
    in = answer.body();
    Thread.ofPlatform().daemon().start(this::read);
  }

  private void read() {
    byte[] buffer = new byte[512];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        heard.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      heard.append("(ended)");
    }
  }

  /// Waits until so many events came, and says what was heard by then.
  String await(int events) throws Exception {
    Eventually.holds(events + " lines of news", () -> news().lines().count() >= events);
    return news();
  }

  /// What was heard, in its order, but for what keeps the line open.
  String news() {
    return heard
        .toString()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith(":"))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
