package org.parley.notice;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Calls a webhook. Redirects are not followed, and of the answer the status alone is read.
public final class WebhookSender implements AutoCloseable {

  /// The header that carries the signature.
  public static final String SIGNATURE = "X-Parley-Signature";

  /// The header that carries the id of the notice.
  public static final String NOTICE = "X-Parley-Notice";

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private final Webhook hook;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public WebhookSender(Webhook hook) {
    this.hook = hook;
  }

  /// Calls it for a notice.
  public Delivery send(String id, Instant now, URI server) {
    String body = Webhook.body(server);
    HttpRequest request =
        HttpRequest.newBuilder(hook.address())
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Parley")
            .header(NOTICE, id)
            .header(SIGNATURE, hook.signature(now, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      return outcome(answer.statusCode());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new Delivery.Later("the webhook cannot be reached", true);
    } catch (IOException e) {
      return new Delivery.Unknown("the connection to the webhook ended without an answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery.Unknown("the server was stopped during the call of the webhook");
    }
  }

  private static Delivery outcome(int status) {
    if (status >= 200 && status < 300) {
      return new Delivery.Done();
    }
    String why = "the webhook answered " + status;
    if (status >= 300 && status < 400) {
      return new Delivery.Refused(why + "; redirects are not followed");
    }
    return status >= 500 || LATER.contains(status)
        ? new Delivery.Later(why, false)
        : new Delivery.Refused(why);
  }

  @Override
  public void close() {
    client.close();
  }
}
