package org.parley.web.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Effort;
import org.parley.casefile.LoadResult;
import org.parley.store.Verification;
import org.parley.web.SmallWorld;
import org.parley.web.access.Route;
import org.parley.web.api.Described;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What programs may send where JSON is expected, at every address of the interface that takes any:
/// texts that are no JSON, and values that are something else than what is expected.
class JsonAttackTest {

  private static final int LONG = 70_000;

  /// Whole bodies of which none is a JSON object that anything takes.
  private static final Map<String, byte[]> BODIES = bodies();

  /// Values of one key.
  private static final Map<String, String> VALUES = values();

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

  private static Map<String, byte[]> bodies() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String each :
        List.of(
            "",
            " ",
            "null",
            "true",
            "1",
            "\"x\"",
            "[]",
            "{",
            "}",
            "{]",
            "{\"a\":}",
            "{a: 1}",
            "{'a': 1}",
            "{\"a\": 1,}",
            "{} {}",
            "{}x",
            "/* x */ {}",
            "NaN",
            "Infinity",
            "{\"a\": NaN}",
            "{\"a\": -Infinity}",
            "{\"a\": 01}",
            "{\"a\": +1}",
            "{\"a\": .5}",
            "{\"a\": 0x1}",
            "{\"a\": undefined}",
            "{\"a\": \"\\x\"}",
            "{\"a\": \"\\ud80\"}",
            "{\"a\": \"\n\"}",
            "<a/>",
            "a=b",
            "{\"__proto__\": {\"a\": 1}}",
            "{\"constructor\": 1}",
            "{\"why\": \"a\", \"why\": \"b\"}",
            "{\"record\": {}, \"record\": {}}",
            "{\"record\": {\"id\": 1, \"id\": 2}}")) {
      texts.put(each, each);
    }
    texts.put("many lists", "[".repeat(200_000));
    texts.put("many objects", "{\"a\":".repeat(150_000));
    texts.put("lists that end", "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    texts.put("a thousand lists", "{\"why\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}");
    texts.put("a long number", "{\"a\":" + "9".repeat(500_000) + "}");
    texts.put("a large power", "{\"a\": 1e999999999}");
    texts.put("a small power", "{\"a\": 1e-999999999}");
    texts.put("a long key", "{\"" + "k".repeat(500_000) + "\": 1}");
    texts.put("many keys", many());
    texts.put("ten megabytes", "{\"why\": \"" + "x".repeat(10 << 20) + "\"}");
    Map<String, byte[]> all = new LinkedHashMap<>();
    texts.forEach((name, text) -> all.put(name, text.getBytes(StandardCharsets.UTF_8)));
    all.put("a mark of order", "\ufeff[]".getBytes(StandardCharsets.UTF_8));
    all.put("sixteen bits", "{\"a\": 1}".getBytes(StandardCharsets.UTF_16));
    all.put("thirty-two bits", "{\"a\": 1}".getBytes(StandardCharsets.UTF_32));
    all.put("no UTF-8", "{\"a\": \"\u00ff\u00fe\u0080\"}".getBytes(StandardCharsets.ISO_8859_1));
    all.put("zero bytes", new byte[1_000]);
    return all;
  }

  private static String many() {
    StringBuilder keys = new StringBuilder("{");
    for (int i = 0; i < 50_000; i++) {
      keys.append("\"k").append(i).append("\":0,");
    }
    return keys.append("\"z\":0}").toString();
  }

  private static Map<String, String> values() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String each :
        List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.5",
            "1e400",
            "-1e400",
            "99999999999999999999",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "[\"a\", 1, null, {}]",
            "{\"a\": {\"a\": {}}}",
            "{\"\": 1}",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u202e\"",
            "\"\\uffff\"",
            "\"\\u0007\\u001b[31m\"",
            "\"\\r\\nX: y\"",
            "\"- {id: x}\\n---\\n&a *a !!x\"",
            "\"'; drop table entry; --\"",
            "\"<script>\"",
            "\"__proto__\"",
            "\"no-such\"",
            "\"2025-02-30\"",
            "\"-0\"",
            "\"NaN\"")) {
      all.put(each, each);
    }
    all.put("a long text", "\"" + "x".repeat(LONG) + "\"");
    all.put("a long list", "[" + "null,".repeat(LONG / 10) + "null]");
    all.put("nested lists", "[".repeat(400) + "]".repeat(400));
    all.put("nested objects", "{\"a\":".repeat(400) + "1" + "}".repeat(400));
    return all;
  }

  private static HttpResponse<String> send(
      Target.Client client, String method, String path, byte[] body) {
    return client.send(
        client
            .request(path)
            .header("Content-Type", "application/json")
            .header("X-Parley-Token", client.token())
            // what is too long is refused before it is sent
            .expectContinue(body.length > 1 << 20)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /// Whether it was refused by an answer that the document describes, and nothing failed.
  private static boolean isCalm(String method, String path, HttpResponse<String> answer) {
    if (answer.statusCode() >= 500) {
      return false;
    }
    if (answer.statusCode() == 413) {
      return true;
    }
    try {
      Described.check(method, path, answer.statusCode(), answer.body());
    } catch (AssertionError e) {
      return false;
    }
    JsonNode advice = JsonMapper.shared().readTree(answer.body()).path("advice");
    return answer.statusCode() < 400 || advice.asString("").startsWith("Maybe");
  }

  private static List<Route> taking() {
    return target.as("ann").server.routes().stream()
        .filter(each -> each.path().startsWith("/api/") && takesJson(each))
        .toList();
  }

  private static boolean takesJson(Route route) {
    return !properties(route).isMissingNode();
  }

  private static JsonNode properties(Route route) {
    return Described.sent(route.method(), route.path()).path("properties");
  }

  @Test
  void whatIsNoJsonIsRefused() {
    Target.Client ann = target.as("ann");
    String before = target.state();
    try (Attacks attacks = new Attacks("malformed JSON")) {
      for (Route route : taking()) {
        String path = Addresses.some(route);
        BODIES.forEach(
            (name, body) -> {
              HttpResponse<String> answer = send(ann, route.method(), path, body);
              attacks.tried(
                  route.method() + " " + path + " " + name,
                  answer.statusCode() >= 400 && isCalm(route.method(), path, answer),
                  answer.statusCode() + " " + answer.body());
            });
      }
    }
    assertEquals(before, target.state());
  }

  /// Each key of what each address takes, with every value that is something else; and each key of
  /// records of several kinds.
  @Test
  void valuesThatAreSomethingElseBreakNothing() throws Exception {
    Target.Client ann = target.as("ann");
    int turn = 0;
    try (Attacks attacks = new Attacks("JSON type confusion")) {
      for (Route route : taking()) {
        String path = Addresses.some(route);
        for (Map.Entry<String, JsonNode> key : properties(route).properties()) {
          some(turn++)
              .forEach(
                  (name, value) -> {
                    String body = "{\"" + key.getKey() + "\": " + value + "}";
                    tried(attacks, ann, route.method(), path, key.getKey() + " = " + name, body);
                  });
        }
      }
      for (String record : List.of("points/p2", "claims/c8", "sources/whisper", "parties/A")) {
        String path = "/api/records/" + record;
        JsonNode whole = JsonMapper.shared().readTree(ann.get(path).body());
        AtomicReference<JsonNode> last = new AtomicReference<>(whole);
        for (Map.Entry<String, JsonNode> key : whole.get("record").properties()) {
          VALUES.forEach(
              (name, value) -> {
                JsonNode now = last.get();
                ObjectNode changed = (ObjectNode) now.get("record").deepCopy();
                changed.put(key.getKey(), "(here)");
                String body =
                    "{\"version\": "
                        + now.get("version")
                        + ", \"record\": "
                        + changed.toString().replace("\"(here)\"", value)
                        + "}";
                int status = tried(attacks, ann, "PUT", path, key.getKey() + " = " + name, body);
                if (status < 400) {
                  last.set(shortened(ann, path, key.getKey(), whole));
                }
              });
        }
      }
    }
    assertInstanceOf(Verification.Intact.class, target.journal.verify(null));
    LoadResult.Loaded loaded =
        assertInstanceOf(LoadResult.Loaded.class, target.journal.contents().read());
    assertInstanceOf(
        LoadResult.Loaded.class,
        org.parley.casefile.CaseReader.read(
            org.parley.casefile.CaseWriter.write(loaded.contents())));
    for (String page : List.of("/", "/claims", "/history", "/api/board", "/brief")) {
      assertEquals(200, ann.get(page).statusCode(), page);
    }
  }

  /// Values of one key: all, or as a rule two of three, in turn.
  private static Map<String, String> some(int turn) {
    Map<String, String> some = new LinkedHashMap<>();
    int at = turn;
    for (Map.Entry<String, String> each : VALUES.entrySet()) {
      if (Effort.isLong() || at++ % 3 > 0) {
        some.put(each.getKey(), each.getValue());
      }
    }
    return some;
  }

  /// The record as it is now. What is long is put back: it was taken, and slows the rest.
  private static JsonNode shortened(Target.Client ann, String path, String key, JsonNode whole) {
    JsonNode now = JsonMapper.shared().readTree(ann.get(path).body());
    if (now.toString().length() < LONG) {
      return now;
    }
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.set("version", now.get("version"));
    ObjectNode record = body.putObject("record");
    record.setAll((ObjectNode) now.get("record"));
    record.set(key, whole.at("/record/" + key));
    assertEquals(
        200, send(ann, "PUT", path, body.toString().getBytes(StandardCharsets.UTF_8)).statusCode());
    return JsonMapper.shared().readTree(ann.get(path).body());
  }

  /// Sends a body, and judges the answer; says its status.
  private static int tried(
      Attacks attacks, Target.Client ann, String method, String path, String name, String body) {
    HttpResponse<String> answer = send(ann, method, path, body.getBytes(StandardCharsets.UTF_8));
    attacks.tried(
        method + " " + path + " " + name,
        isCalm(method, path, answer),
        answer.statusCode() + " " + answer.body());
    return answer.statusCode();
  }
}
