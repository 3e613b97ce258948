package org.parley.web.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.SmallWorld;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;

/// Requests that somebody's browser is made to send, or that somebody sends who may not.
class ForgeryAttackTest {

  private static final String FOREIGN = "That did not come from a page of Parley";

  /// How a request that changes something can be forged: headers besides those of a browser, and
  /// which token it carries.
  private record Forgery(String name, Token token, Map<String, String> headers, boolean inAddress) {
    Forgery(String name, Token token, Map<String, String> headers) {
      this(name, token, headers, false);
    }
  }

  private enum Token {
    NONE,
    EMPTY,
    ZEROS,
    OF_NOBODY,
    OF_ANOTHER,
    CUT_OFF,
    OWN
  }

  private static final List<Forgery> FORGERIES =
      List.of(
          new Forgery("without a token", Token.NONE, Map.of()),
          new Forgery("with an empty token", Token.EMPTY, Map.of()),
          new Forgery("with a token of zeros", Token.ZEROS, Map.of()),
          new Forgery("with the token of nobody", Token.OF_NOBODY, Map.of()),
          new Forgery("with the token of another session", Token.OF_ANOTHER, Map.of()),
          new Forgery("with half a token", Token.CUT_OFF, Map.of()),
          new Forgery(
              "with the token in the header Cookie alone", Token.NONE, Map.of("X-Token", "1")),
          new Forgery("from another site", Token.OWN, Map.of("Origin", "https://evil.example")),
          new Forgery("from a frame without an origin", Token.OWN, Map.of("Origin", "null")),
          new Forgery("from another port", Token.OWN, Map.of("Origin", "http://127.0.0.1:1")),
          new Forgery(
              "from a name that begins alike",
              Token.OWN,
              Map.of("Origin", "http://127.0.0.1.evil.example")),
          new Forgery(
              "as the browser says, from another site",
              Token.OWN,
              Map.of("Sec-Fetch-Site", "cross-site")),
          new Forgery(
              "as the browser says, from a sister site",
              Token.OWN,
              Map.of("Sec-Fetch-Site", "same-site")),
          new Forgery("typed into the bar", Token.OWN, Map.of("Sec-Fetch-Site", "none")),
          new Forgery("as plain text", Token.NONE, Map.of("Content-Type", "text/plain")),
          new Forgery("as JSON", Token.NONE, Map.of("Content-Type", "application/json")),
          new Forgery(
              "as parts", Token.NONE, Map.of("Content-Type", "multipart/form-data; boundary=x")));

  @TempDir static Path folder;
  private static Target target;

  @BeforeAll
  static void start() throws Exception {
    target = new Target(folder, SmallWorld.build());
  }

  @AfterAll
  static void stop() {
    target.close();
  }

  private static HttpResponse<String> send(
      Target.Client client, Route route, Forgery forgery, String own) {
    String token =
        switch (forgery.token) {
          case NONE -> null;
          case EMPTY -> "";
          case ZEROS -> "0".repeat(32);
          case OF_NOBODY -> target.nobody().token();
          case OF_ANOTHER -> target.as("al").token();
          case CUT_OFF -> own.substring(0, 16);
          case OWN -> own;
        };
    String body = "_do=save&_why=x" + (token == null ? "" : "&token=" + token);
    HttpRequest.Builder request =
        client
            .request(Addresses.some(route))
            .method(route.method(), HttpRequest.BodyPublishers.ofString(body));
    if (!forgery.headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    forgery.headers.forEach(request::header);
    return client.send(request);
  }

  @Test
  void nothingIsChangedByWhatDidNotComeFromHere() {
    String before = target.state();
    int routes = 0;
    try (Attacks attacks = new Attacks("CSRF")) {
      for (Route route : target.team.routes()) {
        if (route.isSafe()) {
          continue;
        }
        routes++;
        Target.Client ann = target.as("ann");
        String own = ann.token();
        for (Forgery forgery : FORGERIES) {
          HttpResponse<String> answer = send(ann, route, forgery, own);
          attacks.tried(
              route.method() + " " + route.path() + " " + forgery.name,
              answer.statusCode() == 415
                  || (answer.statusCode() == 403 && answer.body().contains("did not come from")),
              answer.statusCode() + " " + answer.body());
        }
        HttpRequest.Builder inAddress =
            ann.request(Addresses.some(route) + "?token=" + own)
                .method(route.method(), HttpRequest.BodyPublishers.ofString("{}"));
        HttpResponse<String> answer = ann.send(inAddress);
        attacks.tried(
            route.path() + " with the token in the address", // which logs and histories keep
            answer.statusCode() == 403,
            answer.statusCode() + " " + answer.body());
        for (Forgery forgery : FORGERIES.subList(0, 3)) {
          HttpResponse<String> local = send(target.local(), route, forgery, target.local().token());
          attacks.tried(
              "local " + route.path() + " " + forgery.name,
              local.statusCode() == 403 || local.statusCode() == 404 || local.statusCode() == 405,
              local.statusCode() + " " + local.body());
        }
      }
      assertTrue(routes >= 6, "routes that write");
      assertEquals(before, target.state(), "nothing was changed");
    }
    // the same with all that a form carries is not refused as foreign
    for (Route route : target.team.routes()) {
      if (!route.isSafe() && route.path().startsWith("/edit/")) {
        Target.Client ann = target.as("ann");
        HttpResponse<String> answer =
            send(ann, route, new Forgery("as a form", Token.OWN, Map.of()), ann.token());
        assertFalse(answer.body().contains(FOREIGN), route.path() + " " + answer.body());
      }
    }
  }

  @Test
  void whoMayNotIsRefusedBeforeAnythingIsRead() {
    String before = target.state();
    try (Attacks attacks = new Attacks("privilege escalation")) {
      for (Route route : target.team.routes()) {
        if (route.kind() == Route.Kind.STREAM && route.access() == Access.READ) {
          continue; // it goes on; who may look may listen
        }
        for (String who : List.of("", "ob", "mo", "al")) {
          boolean may =
              switch (route.access()) {
                case EVERYONE, PUBLIC -> true;
                case ADDRESS -> false; // the secret opens it, and not the session
                case READ -> !who.isEmpty();
                case WRITE -> who.equals("mo") || who.equals("al");
                case CLAIM -> who.equals("al");
                case MEDIATE -> false;
              };
          if (may) {
            continue;
          }
          Target.Client client = who.isEmpty() ? target.nobody() : target.as(who);
          String token = client.token();
          HttpRequest.Builder request =
              client
                  .request(Addresses.some(route))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .method(
                      route.method(),
                      route.isSafe()
                          ? HttpRequest.BodyPublishers.noBody()
                          : HttpRequest.BodyPublishers.ofString("token=" + token));
          HttpResponse<String> answer = client.send(request);
          boolean refused =
              route.access() == Access.ADDRESS
                  ? List.of(404, 429).contains(answer.statusCode())
                  : who.isEmpty()
                      ? List.of(303, 401).contains(answer.statusCode())
                      : answer.statusCode() == 403;
          attacks.tried(
              (who.isEmpty() ? "nobody" : who) + " " + route.method() + " " + route.path(),
              refused && !answer.body().contains("The river treaty is"),
              answer.statusCode() + "");
        }
      }
      assertEquals(before, target.state(), "nothing was changed");
    }
  }

  /// Methods that a line of the router does not name, and headers that would exchange the method.
  @Test
  void aMethodIsWhatTheRequestLineSays() throws Exception {
    String before = target.state();
    Set<String> known =
        target.team.routes().stream()
            .map(each -> each.method() + " " + Addresses.some(each))
            .collect(Collectors.toSet());
    try (Attacks attacks = new Attacks("method tampering")) {
      for (String method :
          List.of("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND", "JUNK")) {
        for (Route route : target.team.routes()) {
          String path = Addresses.some(route);
          if (known.contains(method + " " + path)) {
            continue;
          }
          Target.Client ann = target.as("ann");
          HttpResponse<String> answer =
              ann.send(
                  ann.request(path)
                      .method(method, HttpRequest.BodyPublishers.ofString("token=" + ann.token())));
          attacks.tried(
              method + " " + path,
              answer.statusCode() >= 400
                  && answer.statusCode() <= 501
                  && answer.statusCode() != 500
                  && !answer.body().contains("JUNK HTTP"),
              answer.statusCode() + " " + answer.body());
        }
      }
      for (String name :
          List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method")) {
        for (Route route : target.team.routes()) {
          if (!route.isSafe()) {
            Target.Client ann = target.as("ann");
            String path = Addresses.some(route);
            HttpResponse<String> answer =
                ann.send(
                    ann.request(path + "?_method=" + route.method() + "&token=" + ann.token())
                        .header(name, route.method())
                        .GET());
            attacks.tried(
                name + " " + route.method() + " " + path,
                answer.statusCode() != 500,
                answer.statusCode() + "");
          }
        }
      }
      for (Route route : target.team.routes()) {
        if (route.isSafe() && route.kind() != Route.Kind.STREAM) {
          String head =
              Target.raw(
                  target.team.port(),
                  "HEAD "
                      + Addresses.some(route)
                      + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
          String body =
              head.contains("\r\n\r\n") ? head.substring(head.indexOf("\r\n\r\n") + 4) : head;
          attacks.tried("HEAD " + route.path() + " by nobody", body.isEmpty(), head);
        }
      }
      assertEquals(before, target.state(), "nothing was changed");
    }
  }
}
