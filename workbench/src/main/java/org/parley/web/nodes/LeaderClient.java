package org.parley.web.nodes;

import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.parley.web.access.RequestId;

/// Asks the leader, and gives up when another leads instead.
final class LeaderClient {

  private static final Duration CONNECTING = Duration.ofSeconds(2);
  private static final long LOOK_MILLIS = 250;

  /// How often the answer is awaited after another leads: the old one may be answering.
  private static final int LAST_LOOKS = 4;

  /// No question takes longer: that is what the longest job may take.
  private static final Duration LONGEST = Duration.ofHours(1);

  /// Headers that are between two neighbours alone (RFC 9110, HTTP Semantics, 2022, section 7.6.1),
  /// and those that the client of HTTP sets by itself.
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /// The answer of the leader, if any.
  sealed interface Answer {

    /// It answered.
    record Given(HttpResponse<InputStream> response) implements Answer {}

    /// It did nothing: it was not reached, or does not lead.
    record Nothing() implements Answer {}

    /// It did not answer, and may have done it.
    record Unknown() implements Answer {}
  }

  /// A request that is being put together.
  static final class Question {

    private final HttpRequest.Builder request;

    Question(URI to, String method, HttpRequest.BodyPublisher body) {
      request = HttpRequest.newBuilder(to).timeout(LONGEST).method(method, body);
    }

    /// A header of the client.
    void header(String name, String value) {
      if (isForwarded(name) && !name.toLowerCase(Locale.ROOT).startsWith("parley-")) {
        request.header(name, value);
      }
    }

    /// A header from this server.
    void own(String name, String value) {
      request.setHeader(name, value);
    }
  }

  private final HttpClient http;
  private final Consumer<String> log;
  private volatile String said = "";

  /// @param trusted whom certificates of other servers are trusted by; null for those Java trusts
  /// @param log takes a line when a certificate is not trusted
  LeaderClient(@Nullable SSLContext trusted, Consumer<String> log) {
    this.log = log;
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER);
    http = (trusted == null ? client : client.sslContext(trusted)).build();
  }

  /// Whether a header goes on to the other side.
  static boolean isForwarded(String name) {
    return !HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT));
  }

  /// Asks.
  ///
  /// @param isLeading whether the one that is asked still leads
  Answer ask(Question question, BooleanSupplier isLeading) {
    CompletableFuture<HttpResponse<InputStream>> asked =
        http.sendAsync(question.request.build(), HttpResponse.BodyHandlers.ofInputStream());
    for (int late = 0; late < LAST_LOOKS; late += isLeading.getAsBoolean() ? 0 : 1) {
      try {
        return given(asked.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        // it is asked again whether it leads
      } catch (ExecutionException e) {
        return unanswered(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    asked.cancel(true);
    return new Answer.Unknown();
  }

  private static Answer given(HttpResponse<InputStream> response) {
    return response.headers().firstValue(Forwarding.NOT_LEADER).isPresent() || isStopped(response)
        ? new Answer.Nothing()
        : new Answer.Given(response);
  }

  /// Whether a server that is being stopped refused it: what it looks at has an id.
  private static boolean isStopped(HttpResponse<InputStream> response) {
    return response.statusCode() == 503
        && response.headers().firstValue(RequestId.HEADER).isEmpty();
  }

  private Answer unanswered(Throwable problem) {
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof SSLHandshakeException) {
        say(
            "The server that leads has a certificate that is not trusted here: "
                + each.getMessage());
      }
      if (each instanceof ConnectException
          || each instanceof HttpConnectTimeoutException
          || each instanceof SSLHandshakeException) {
        return new Answer.Nothing();
      }
    }
    return new Answer.Unknown();
  }

  /// Logs it, unless it was said last.
  private void say(String line) {
    if (!line.equals(said)) {
      said = line;
      log.accept(line);
    }
  }
}
