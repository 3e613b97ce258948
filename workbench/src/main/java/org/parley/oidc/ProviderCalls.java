package org.parley.oidc;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calls to the provider, each bounded in time and size. Redirects are not followed.
final class ProviderCalls implements HTTPRequestSender, ResourceRetriever, AutoCloseable {

  /// How long a whole answer may take.
  static final Duration ANSWER = Duration.ofSeconds(10);

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /// The longest answer, in bytes.
  static final int LONGEST = 256 * 1024;

  private static final int OK = 200;

  /// Headers that the client sets by itself.
  private static final Set<String> OWN = Set.of("host", "content-length", "connection");

  private final Duration longest;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// @param longest how long a whole answer may take
  ProviderCalls(Duration longest) {
    this.longest = longest;
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    String body = request.getBody();
    HttpRequest.Builder built =
        HttpRequest.newBuilder(request.getURI())
            .method(
                request.getMethod().name(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    request
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(each -> header(built, name, each)));
    HttpResponse<String> answer = send(built);
    HTTPResponse response = new HTTPResponse(answer.statusCode());
    contentType(answer, response);
    response.setBody(answer.body());
    return response;
  }

  private static void header(HttpRequest.Builder request, String name, String value) {
    if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
      request.header(name, value);
    }
  }

  private static void contentType(HttpResponse<String> answer, HTTPResponse response)
      throws IOException {
    Optional<String> type = answer.headers().firstValue("Content-Type");
    try {
      if (type.isPresent()) {
        response.setContentType(type.get());
      }
    } catch (ParseException e) {
      throw new IOException("the provider answered with a type that cannot be read", e);
    }
  }

  /// A document, with any type.
  @Override
  public Resource retrieveResource(URL address) throws IOException {
    return new Resource(
        document(URI.create(address.toString())), ContentType.APPLICATION_JSON.toString());
  }

  /// The text of a document.
  String document(URI address) throws IOException {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(address).header("Accept", "application/json").GET());
    if (answer.statusCode() != OK) {
      throw new IOException("the provider answered " + answer.statusCode() + " at " + address);
    }
    return answer.body();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(
            request.timeout(longest).header("User-Agent", "Parley").build(),
            BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST));
    try {
      return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("the provider took longer than " + longest.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new IOException("the provider cannot be reached, or its answer is too long", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      InterruptedIOException stopped = new InterruptedIOException("the server was stopped");
      stopped.initCause(e);
      throw stopped;
    }
  }

  /// Ends what is under way.
  @Override
  public void close() {
    client.shutdownNow();
  }
}
