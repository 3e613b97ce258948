package org.parley.web.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.SmallWorld;
import org.parley.web.access.Route;

/// What is tried below the pages: headers, bodies and connections that are not as they should be.
class WireAttackTest {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");

  @TempDir static Path folder;
  private static Target target;
  private static String session;

  @BeforeAll
  static void start() throws Exception {
    target = new Target(folder, SmallWorld.build());
    session = String.valueOf(target.as("ann").cookie);
  }

  @AfterAll
  static void stop() {
    target.close();
  }

  private static List<String> statuses(String answer) {
    List<String> all = new ArrayList<>();
    Matcher found = STATUS.matcher(answer);
    while (found.find()) {
      all.add(found.group(1));
    }
    return all;
  }

  private static String head(String first, String... headers) {
    return first + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
  }

  /// Requests in which a proxy in front might see another end than the server does. None may be
  /// taken for two, or for one that is acted on.
  @Test
  void noRequestHidesInAnother() throws IOException {
    String inner = "GET /audit HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    String host = "Host: 127.0.0.1";
    Map<String, String> requests = new LinkedHashMap<>();
    requests.put(
        "length and chunks",
        head("POST /sign-in HTTP/1.1", host, "Content-Length: 6", "Transfer-Encoding: chunked")
            + "0\r\n\r\n"
            + inner);
    requests.put(
        "chunks and length",
        head("POST /sign-in HTTP/1.1", host, "Transfer-Encoding: chunked", "Content-Length: 4")
            + "5c\r\nGPOST / HTTP/1.1\r\n\r\n0\r\n\r\n"
            + inner);
    requests.put(
        "two lengths",
        head("POST /sign-in HTTP/1.1", host, "Content-Length: 0", "Content-Length: 44") + inner);
    requests.put(
        "a list of lengths", head("POST /sign-in HTTP/1.1", host, "Content-Length: 0, 44") + inner);
    requests.put(
        "a negative length", head("POST /sign-in HTTP/1.1", host, "Content-Length: -1") + inner);
    requests.put(
        "a signed length", head("POST /sign-in HTTP/1.1", host, "Content-Length: +44") + inner);
    requests.put(
        "a hexadecimal length",
        head("POST /sign-in HTTP/1.1", host, "Content-Length: 0x2c") + inner);
    requests.put(
        "a length beyond counting",
        head("POST /sign-in HTTP/1.1", host, "Content-Length: 99999999999999999999") + inner);
    requests.put(
        "chunked by another name",
        head("POST /sign-in HTTP/1.1", host, "Transfer-Encoding: xchunked") + "0\r\n\r\n" + inner);
    requests.put(
        "chunked twice",
        head(
                "POST /sign-in HTTP/1.1",
                host,
                "Transfer-Encoding: chunked",
                "Transfer-Encoding: identity")
            + "0\r\n\r\n"
            + inner);
    requests.put(
        "a space before the colon",
        head("POST /sign-in HTTP/1.1", host, "Transfer-Encoding : chunked") + "0\r\n\r\n" + inner);
    requests.put(
        "a vertical tab before the name",
        head("POST /sign-in HTTP/1.1", host, "\u000bTransfer-Encoding: chunked")
            + "0\r\n\r\n"
            + inner);
    requests.put(
        "a folded header",
        head("POST /sign-in HTTP/1.1", host, "X: y", " Transfer-Encoding: chunked") + inner);
    requests.put(
        "a name of two lines",
        head("POST /sign-in HTTP/1.1", host, "X\nTransfer-Encoding: chunked")
            + "0\r\n\r\n"
            + inner);
    requests.put("a zero byte in a header", head("GET / HTTP/1.1", host, "X: a\u0000b"));
    requests.put(
        "a chunk of size -1",
        head("POST /sign-in HTTP/1.1", host, "Transfer-Encoding: chunked") + "-1\r\n" + inner);
    requests.put(
        "a chunk beyond counting",
        head("POST /sign-in HTTP/1.1", host, "Transfer-Encoding: chunked")
            + "ffffffffffffffff1\r\n"
            + inner);
    requests.put("no host", head("GET / HTTP/1.1", "X: y"));
    requests.put("an empty host", head("GET / HTTP/1.1", "Host: "));
    requests.put("two hosts", head("GET / HTTP/1.1", host, "Host: evil.example"));
    requests.put("a host with a user", head("GET / HTTP/1.1", "Host: 127.0.0.1@evil.example"));
    requests.put("a host of two lines", head("GET / HTTP/1.1", "Host: 127.0.0.1\r evil.example"));
    requests.put("another address than the host", head("GET http://evil.example/ HTTP/1.1", host));
    requests.put("a tunnel", head("CONNECT evil.example:443 HTTP/1.1", "Host: evil.example:443"));
    requests.put("the first version", "GET /\r\n\r\n");
    requests.put("a version to come", head("GET / HTTP/9.9", host));
    requests.put("another protocol", head("GET / FTP/1.1", host));
    requests.put("the preface of another version", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    requests.put(
        "an upgrade",
        head(
            "GET / HTTP/1.1",
            host,
            "Connection: Upgrade, HTTP2-Settings",
            "Upgrade: h2c",
            "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"));
    requests.put(
        "a socket of messages",
        head(
            "GET /events HTTP/1.1",
            host,
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Version: 13"));
    requests.put(
        "a greeting in TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003");
    requests.put("a method without end", "G".repeat(20_000) + " / HTTP/1.1\r\n\r\n");
    requests.put("an address with a space", head("GET /a b HTTP/1.1", host));
    requests.put("an address with a fragment", head("GET /#/audit HTTP/1.1", host));
    requests.put(
        "an expectation",
        head("POST /sign-in HTTP/1.1", host, "Expect: 200-ok", "Content-Length: 0"));
    try (Attacks attacks = new Attacks("request smuggling")) {
      for (Map.Entry<String, String> each : requests.entrySet()) {
        for (int port : List.of(target.team.port(), target.local.port())) {
          String answer =
              Target.raw(port, each.getValue().getBytes(StandardCharsets.ISO_8859_1), 600);
          List<String> statuses = statuses(answer);
          boolean refused =
              statuses.size() <= 1
                  && statuses.stream()
                      .allMatch(s -> s.startsWith("4") || s.startsWith("5") || s.equals("303"))
                  && !statuses.contains("500");
          attacks.tried(each.getKey(), refused, answer);
        }
      }
    }
  }

  /// Headers that a proxy or a browser sets, sent by somebody else.
  @Test
  void headersAreNotBelieved() throws IOException {
    String ann = "Cookie: " + session;
    try (Attacks attacks = new Attacks("header injection")) {
      for (String host :
          List.of(
              "evil.example",
              "evil.example:80",
              "127.0.0.1.evil.example",
              "[::2]",
              "localhost.",
              "parley.example.org.evil.example",
              "0.0.0.0",
              "2130706433",
              "127.1",
              "-",
              "*",
              "parley.example.org%00",
              "parley.example.org/..")) {
        String answer =
            Target.raw(
                target.team.port(),
                head("GET / HTTP/1.1", "Host: " + host, ann, "Connection: close"));
        attacks.tried(
            "Host: " + host,
            List.of("421", "400").contains(String.join("", statuses(answer)))
                && !answer.contains("river"),
            answer);
      }
      for (String header :
          List.of(
              "X-Forwarded-Host: evil.example",
              "X-Forwarded-Proto: ftp",
              "X-Forwarded-Port: 1",
              "X-Forwarded-Prefix: //evil.example",
              "Forwarded: host=evil.example;proto=http",
              "X-Original-URL: /audit",
              "X-Rewrite-URL: /audit",
              "X-Host: evil.example",
              "X-Forwarded-Server: evil.example",
              "X-Real-IP: 127.0.0.1",
              "X-Remote-User: ann",
              "Remote-User: ann",
              "X-User: ann",
              "X-Forwarded-User: ann",
              "X-Custom-IP-Authorization: 127.0.0.1",
              "True-Client-IP: 127.0.0.1",
              "Authorization: Basic YW5uOmNvcnJlY3QgaG9yc2UgYmF0dGVyeQ==",
              "Authorization: Bearer ",
              "Authorization: Bearer null",
              "Authorization: Digest username=\"ann\"",
              "Cookie: __Host-parley=",
              "Cookie: parley=" + session.substring(session.indexOf('=') + 1),
              "Cookie: " + session.toLowerCase(java.util.Locale.ROOT) + "x",
              "Cookie: $Version=1; __Host-parley=x",
              "Referer: http://127.0.0.1/audit",
              "Via: 1.1 127.0.0.1",
              "X-Parley-Token: x")) {
        for (String path : List.of("/", "/audit", "/events")) {
          String answer =
              Target.raw(
                  target.team.port(),
                  head(
                      "GET " + path + " HTTP/1.1", "Host: 127.0.0.1", header, "Connection: close"));
          attacks.tried(
              path + " " + header,
              List.of("303", "401", "400").contains(String.join("", statuses(answer)))
                  && !answer.contains("evil.example")
                  && !answer.contains("ftp://"),
              answer);
        }
      }
      for (Route route : target.team.routes()) {
        if (route.isSafe() && route.kind() != Route.Kind.STREAM) {
          HttpRequest.Builder asked =
              target
                  .as("ann")
                  .request(
                      Addresses.some(route)
                          + "?next=//evil.example&url=https://evil.example&return=https://evil.example")
                  .header("X-Forwarded-Host", "evil.example")
                  .header("X-Forwarded-Prefix", "/evil")
                  .header("Forwarded", "host=evil.example")
                  .GET();
          HttpResponse<String> answer = target.as("ann").send(asked);
          String to = answer.headers().firstValue("Location").orElse("/");
          attacks.tried(
              route.path() + " leads elsewhere",
              to.startsWith("/")
                  && !to.startsWith("//")
                  && !answer.body().contains("href=\"//evil"),
              answer.headers().toString());
          attacks.tried(
              route.path() + " is shown within another site",
              answer.headers().firstValue("X-Frame-Options").orElse("").equals("DENY")
                  && answer
                      .headers()
                      .firstValue("Content-Security-Policy")
                      .orElse("")
                      .contains("frame-ancestors 'none'")
                  && answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty()
                  && answer.headers().firstValue("Server").isEmpty()
                  && answer.headers().firstValue("Set-Cookie").isEmpty(),
              answer.headers().toString());
        }
      }
      for (String split :
          List.of(
              "%0d%0aSet-Cookie:x=1",
              "%0aSet-Cookie:x=1",
              "%E5%98%8D%E5%98%8ASet-Cookie:x=1",
              "%0d%0a%0d%0a%3Cxss-tag%3E")) {
        for (String path :
            List.of(
                "/claims?q=",
                "/?asOf=",
                "/export/",
                "/packages?keep=",
                "/then/1/claims?q=",
                "/history/")) {
          HttpResponse<String> answer = target.local().get(path + split);
          attacks.tried(
              path + split,
              answer.headers().firstValue("Set-Cookie").isEmpty() && answer.statusCode() < 500,
              answer.headers().toString());
        }
      }
    }
  }

  @Test
  void whatIsTooLargeIsNotTaken() throws IOException {
    Target.Client local = target.local();
    String token = local.token();
    String before = target.state();
    int port = target.local.port();
    String host = "Host: 127.0.0.1:" + port;
    try (Attacks attacks = new Attacks("oversized requests")) {
      Map<String, String> answers = new LinkedHashMap<>();
      answers.put(
          "an address of 20,000",
          Target.raw(
              port,
              head("GET /?q=" + "a".repeat(20_000) + " HTTP/1.1", host, "Connection: close")));
      answers.put(
          "a header of 20,000",
          Target.raw(
              port, head("GET / HTTP/1.1", host, "X: " + "a".repeat(20_000), "Connection: close")));
      answers.put(
          "2,000 headers",
          Target.raw(
              port, "GET / HTTP/1.1\r\n" + host + "\r\n" + "X: y\r\n".repeat(2_000) + "\r\n"));
      answers.put(
          "a cookie of 20,000",
          Target.raw(port, head("GET / HTTP/1.1", host, "Cookie: parley=" + "a".repeat(20_000))));
      for (Route route : target.local.routes()) {
        if (!route.isSafe()) {
          String path = Addresses.some(route);
          answers.put(
              "a body said to be of 8 GB to " + path,
              Target.raw(
                  port,
                  head(
                          route.method() + " " + path + " HTTP/1.1",
                          host,
                          "X-Parley-Token: " + token,
                          "Content-Type: application/x-www-form-urlencoded",
                          "Content-Length: 8589934592",
                          "Connection: close")
                      + "a=1"));
        }
      }
      answers.forEach(
          (name, answer) ->
              attacks.tried(
                  name,
                  statuses(answer).size() <= 1
                      && statuses(answer).stream().allMatch(s -> s.startsWith("4"))
                      && !answer.contains("(silent)"),
                  answer));
      for (Route route : target.local.routes()) {
        if (!route.isSafe()) {
          for (Map.Entry<String, String> body : bodies().entrySet()) {
            HttpResponse<String> answer;
            try {
              answer =
                  local.send(
                      local
                          .request(Addresses.some(route))
                          .header("X-Parley-Token", token)
                          .header(
                              "Content-Type",
                              body.getKey().startsWith("{")
                                  ? "application/json"
                                  : "application/x-www-form-urlencoded")
                          .method(
                              route.method(),
                              HttpRequest.BodyPublishers.ofString(body.getValue())));
            } catch (IllegalStateException e) {
              attacks.tried(route.path() + " " + body.getKey(), true, "cut off");
              continue;
            }
            attacks.tried(
                route.path() + " " + body.getKey(),
                (answer.statusCode() >= 400 && answer.statusCode() != 500)
                    || (answer.statusCode() == 200 && !body.getKey().startsWith("2 MB")),
                answer.statusCode() + " " + answer.body().replaceAll("(?s)<head>.*?</head>", ""));
          }
        }
      }
      assertEquals(before, target.state(), "nothing was changed");
    }
  }

  private static Map<String, String> bodies() {
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put("2 MB in one field", "_do=save&quote=" + "a".repeat(2 << 20));
    bodies.put("2 MB of fields", "a=1&".repeat(1 << 19));
    bodies.put(
        "50,000 fields",
        "_do=save&"
            + java.util.stream.IntStream.range(0, 50_000)
                .mapToObj(i -> "f" + i + "=1")
                .collect(java.util.stream.Collectors.joining("&")));
    bodies.put(
        "rows without end",
        "_do=save&"
            + java.util.stream.IntStream.range(0, 900)
                .mapToObj(i -> "options/" + i + "/title=1")
                .collect(java.util.stream.Collectors.joining("&")));
    bodies.put(
        "names within names",
        "_do=save&" + "texts/0/text/0/bracket/alternatives/0/".repeat(2_000) + "x=1");
    bodies.put("percent signs", "_do=save&a=%zz&b=%");
    bodies.put("{ JSON within JSON", "{\"a\":".repeat(20_000));
    return bodies;
  }

  /// Many who hold a line and say next to nothing: the others are answered as before.
  @Test
  void theSlowDoNotStopTheOthers() throws Exception {
    List<Socket> slow = new ArrayList<>();
    int port = target.local.port();
    String host = "Host: 127.0.0.1:" + port + "\r\n";
    try (Attacks attacks = new Attacks("slow clients")) {
      for (String begun :
          List.of(
              "",
              "GET / HT",
              "GET / HTTP/1.1\r\n" + host + "X-a: ",
              "POST /edit/claims HTTP/1.1\r\n"
                  + host
                  + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na",
              "POST /edit/claims HTTP/1.1\r\n"
                  + host
                  + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\na",
              "GET /events HTTP/1.1\r\nAccept: text/event-stream\r\n" + host + "\r\n",
              "GET /claims HTTP/1.1\r\n"
                  + host
                  + "\r\n".repeat(1)
                  + "GET /claims HTTP/1.1\r\n"
                  + host
                  + "\r\n".repeat(1))) {
        for (int i = 0; i < 150; i++) {
          Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
          socket.getOutputStream().write(begun.getBytes(StandardCharsets.ISO_8859_1));
          slow.add(socket);
        }
        HttpResponse<String> answer = target.local().get("/claims/c8");
        attacks.tried(
            "150 who begin: " + begun, answer.statusCode() == 200, answer.statusCode() + "");
      }
      assertTrue(slow.size() > 1_000);
      String answer =
          Target.raw(port, "GET /events HTTP/1.1\r\nAccept: text/event-stream\r\n" + host + "\r\n");
      attacks.tried("the 151st line to /events", statuses(answer).equals(List.of("503")), answer);
    } finally {
      for (Socket each : slow) {
        each.close();
      }
    }
    assertEquals(200, target.local().get("/").statusCode());
  }
}
