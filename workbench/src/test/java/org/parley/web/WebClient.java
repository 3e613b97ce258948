package org.parley.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.Eventually;

/// Somebody who asks a server; follows no redirect, and remembers its cookie and the token of forms
/// as a browser does.
@NullMarked
public class WebClient {
  private static final Pattern TOKEN = Pattern.compile("X-Parley-Token.{1,24}?([0-9a-f]{32})");
  static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public final WebServer server;
  public @Nullable String cookie;
  public @Nullable String device;

  /// What it keeps while somebody is at a provider of identities.
  public @Nullable String attempt;

  /// What stands for the right password until the second factor is shown.
  public @Nullable String step;

  /// What it keeps while a passkey is asked.
  public @Nullable String passkey;

  /// The cookie of the view in which a mediator looks.
  public @Nullable String view;

  private @Nullable String language;
  public @Nullable String bearer;
  public @Nullable String token;

  /// Whether to wait and ask again where the server was asked too much at once.
  public boolean isPatient;

  public WebClient(WebServer server) {
    this.server = server;
  }

  /// A request with whatever says who asks.
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    String cookies =
        Stream.of(cookie, device, attempt, step, passkey, view, language)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("; "));
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies);
    }
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return request;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      while (isPatient && answer.statusCode() == 429) {
        Eventually.pause(
            Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(1)));
        answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      }
      answer.headers().allValues("Set-Cookie").forEach(each -> keep(each.split(";", 2)[0]));
      Matcher found = TOKEN.matcher(answer.body());
      if (found.find()) {
        token = found.group(1);
      }
      return answer;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(request.build().uri().toString(), e);
    }
  }

  private void keep(String given) {
    if (given.contains("-device=")) {
      device = given;
    } else if (given.contains("-oidc=")) {
      attempt = given.endsWith("=") ? null : given;
    } else if (given.contains("-step=")) {
      step = given;
    } else if (given.contains("-passkey=")) {
      passkey = given;
    } else if (given.startsWith("parley-view=")) {
      view = given;
    } else if (given.startsWith("parley-language=")) {
      language = given;
    } else if (!given.startsWith("parley-incident-words=") && !given.startsWith("parley-wrote=")) {
      cookie = given;
    }
  }

  public HttpResponse<String> signIn(String name, String password) {
    get("/sign-in");
    HttpResponse<String> answer = form("/sign-in", Map.of("name", name, "password", password));
    token = null;
    get("/sign-in");
    return answer;
  }

  /// Sends a form, with the token the last page held where it has none of its own.
  public HttpResponse<String> form(String path, Map<String, String> fields) {
    return send(posting(path, fields));
  }

  /// Sends a form as the scripts of a page do.
  public HttpResponse<String> formByScript(String path, Map<String, String> fields) {
    return send(posting(path, fields).header("HX-Request", "true"));
  }

  private HttpRequest.Builder posting(String path, Map<String, String> fields) {
    String body = encoded(fields);
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                token == null || fields.containsKey("token") ? body : body + "&token=" + token));
  }

  /// Sends JSON, with the token the last page held.
  public HttpResponse<String> json(String method, String path, String body) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("X-Parley-Token", token);
    }
    return send(request);
  }

  public static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
