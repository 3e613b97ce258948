package org.parley.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Effort;
import org.parley.Eventually;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.cases.Case;
import org.parley.web.SmallWorld;
import org.parley.web.WebServer;
import org.parley.web.api.line.Download;
import org.parley.web.api.line.Line;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Clients that OpenAPI Generator makes of the document, in Java and in Python, read everything
/// that the server answers without loss, and change records.
class GeneratedClientsTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");
  private static final JsonNode DOCUMENT = Api.document();

  /// The audit differs from one request to the next; the document is no answer about a case.
  private static final Set<String> LEFT_OUT = Set.of("audit", "openapi");

  @TempDir static Path folder;

  @BeforeAll
  static void generate() throws Exception {
    GeneratedClient.generate(folder);
  }

  @Test
  void theJavaClientReadsEverythingAndChangesRecords() throws Exception {
    GeneratedClient.compileJava(folder);
    use(2, (address, token) -> GeneratedClient.java(folder, address, token));
  }

  @Test
  void thePythonClientReadsEverythingAndChangesRecords() throws Exception {
    need("", "no Python. Maybe: apt-get install python3");
    GeneratedClient.compilePython(folder);
    need(
        "import dateutil, pydantic, typing_extensions, urllib3",
        "no libraries of the client in Python. Maybe: .ci/clients");
    // as a rule one case: every start reads hundreds of classes
    use(Effort.of(1, 2), (address, token) -> GeneratedClient.python(folder, address, token));
  }

  private static void need(String code, String otherwise) throws Exception {
    assumeTrue(GeneratedClient.withoutPython(folder, code).isEmpty(), otherwise);
  }

  private interface Start {
    GeneratedClient client(String address, String token) throws Exception;
  }

  private static void use(int cases, Start start) throws Exception {
    Case ukraine =
        assertInstanceOf(
                LoadResult.Loaded.class, CaseFolder.of(Path.of("../examples/ukraine-2025")).load())
            .contents();
    for (Case contents : List.of(ukraine, SmallWorld.build()).subList(0, cases)) {
      Path journal = folder.resolve("journal-" + System.nanoTime());
      try (ApiWorld world = new ApiWorld(journal, contents, NOON);
          WebServer server = world.serve()) {
        String address = "http://127.0.0.1:" + server.port();
        String token = world.token();
        try (GeneratedClient client = start.client(address, token)) {
          new Session(world, client, address, token).run(contents.equals(ukraine));
        }
      }
    }
  }

  /// A client and the bare answers beside it.
  private record Session(ApiWorld world, GeneratedClient client, String address, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    void run(boolean isExample) throws Exception {
      Map<String, String> known = new LinkedHashMap<>();
      if (isExample) {
        changes();
        refusals();
      }
      ObjectNode job = node().put("ask", "/api/sequence/knots");
      known.put("job", read("begin", Map.of(), job).get("job").stringValue());
      known.put("text", read("read", Map.of(), example("read")).get("text").stringValue());
      known.put("proposal", "1");
      for (String each : List.of("text", "job")) {
        String operation = each.equals("text") ? "findText" : "findJob";
        Map<String, String> begun = Map.of(each, String.valueOf(known.get(each)));
        Eventually.holds(
            each + " is done",
            () -> read(operation, begun, null).get("state").stringValue().matches("done|read"));
      }
      Map<String, String> wrong = new TreeMap<>();
      int compared = 0;
      for (Line line : Api.lines()) {
        if (!line.route().isSafe() || LEFT_OUT.contains(line.name())) {
          continue;
        }
        Set<String> kinds = new TreeSet<>();
        for (Map<String, String> path : world.paths(line)) {
          if (path.containsKey("id") && !kinds.add(path.getOrDefault("kind", ""))) {
            continue; // one of each kind
          }
          Map<String, Object> arguments = new LinkedHashMap<>();
          path.forEach(
              (name, value) -> {
                if (line.route().path().contains("{" + name + "}")) {
                  arguments.put(name, known.getOrDefault(name, value));
                }
              });
          if (line.has("deadline")) {
            // the same answer twice, however slow the machine is
            arguments.put("deadline", 60_000);
          }
          world
              .needed(line)
              .forEach((name, values) -> arguments.put(name, typed(line, name, values.getFirst())));
          compared += compare(line.name(), line.route().path(), arguments, wrong) ? 1 : 0;
        }
      }
      for (Download each : Download.values()) {
        compared += compare(each.operation(), each.address().path(), Map.of(), wrong) ? 1 : 0;
      }
      StringBuilder all = new StringBuilder();
      wrong.forEach((name, fault) -> all.append(name).append(": ").append(fault).append('\n'));
      assertEquals("", all.toString());
      assertTrue(compared > 90, compared + " answers were compared");
    }

    private static Object typed(Line line, String parameter, String value) {
      return line.parameters().stream()
              .filter(each -> each.name().equals(parameter))
              .anyMatch(each -> each.schema().path("type").stringValue().equals("integer"))
          ? (Object) Long.valueOf(value)
          : value;
    }

    /// Makes, changes and removes a record, alone and among several changes.
    private void changes() throws Exception {
      JsonNode added = read("addRecord", Map.of("kind", "sources"), example("addRecord"));
      JsonNode source = added.get("saved").get(0);
      assertEquals(example("addRecord").get("record"), source.get("record"));
      Map<String, String> path = Map.of("kind", "sources", "id", source.get("id").stringValue());
      ObjectNode change = example("changeRecord");
      change.set("version", source.get("version"));
      JsonNode changed = read("changeRecord", path, change).get("saved").get(0);
      assertEquals("Statement of 28 December", changed.at("/record/title").stringValue());
      assertEquals(changed, read("findRecord", path, null));
      Map<String, String> removal = new LinkedHashMap<>(path);
      removal.put("version", changed.get("version").stringValue());
      JsonNode removed = read("removeRecord", removal, null);
      assertEquals(path.get("id"), removed.get("removed").get(0).stringValue());
      JsonNode again = read("change", Map.of(), example("change"));
      assertEquals(source.get("record"), again.get("saved").get(0).get("record"));
    }

    /// Problems keep their status, code and content.
    private void refusals() throws Exception {
      Map<String, String> nowhere = Map.of("kind", "sources", "id", "nowhere");
      GeneratedClient.Answer missing = client.call("findRecord", nowhere, null);
      assertEquals(404, missing.status());
      assertEquals("not-on-record", problem(missing).get("code").stringValue());
      GeneratedClient.Answer twice =
          client.call("addRecord", Map.of("kind", "sources"), example("addRecord"));
      assertEquals(422, twice.status());
      assertFalse(problem(twice).get("troubles").isEmpty());
    }

    private static JsonNode problem(GeneratedClient.Answer answer) {
      return JsonMapper.shared().readTree(answer.read().stringValue());
    }

    private JsonNode read(String operation, Map<String, ?> arguments, @Nullable JsonNode body)
        throws IOException {
      GeneratedClient.Answer answer = client.call(operation, arguments, body);
      assertEquals(0, answer.status(), () -> operation + ": " + answer.read());
      return answer.read();
    }

    /// Compares what the client read with what was sent to it.
    ///
    /// @return whether there was an answer
    private boolean compare(
        String operation, String template, Map<String, ?> arguments, Map<String, String> wrong)
        throws Exception {
      String path = template;
      StringBuilder query = new StringBuilder();
      for (Map.Entry<String, ?> each : arguments.entrySet()) {
        String value = URLEncoder.encode(each.getValue().toString(), StandardCharsets.UTF_8);
        String filled = path.replace("{" + each.getKey() + "}", value);
        if (filled.equals(path)) {
          query.append(query.isEmpty() ? "?" : "&").append(each.getKey()).append('=').append(value);
        }
        path = filled;
      }
      HttpResponse<byte[]> sent = bytes(path, query.toString());
      GeneratedClient.Answer read = client.call(operation, arguments, null);
      if (sent.statusCode() >= 400) {
        if (read.status() != sent.statusCode()) {
          wrong.putIfAbsent(operation, sent.statusCode() + " was read as " + read);
        }
        return false;
      }
      if (read.status() != 0) {
        wrong.putIfAbsent(operation, arguments + ": " + read);
        return true;
      }
      boolean isJson =
          sent.headers().firstValue("Content-Type").orElse("").matches(".*[/+]json(;.*)?");
      String difference =
          isJson
              ? difference("", JsonMapper.shared().readTree(sent.body()), read.read())
              : change(
                  operation, sent.body(), Base64.getDecoder().decode(read.read().stringValue()));
      if (!difference.isEmpty()) {
        wrong.putIfAbsent(operation, arguments + ": " + difference);
      }
      return true;
    }

    private static String change(String operation, byte[] sent, byte[] read) {
      int at = Arrays.mismatch(sent, read);
      // a briefing names the length of the audit, and each PDF has an id of its own
      boolean isBrief = operation.startsWith("exportBrief");
      return at < 0 || (isBrief && at > 4) ? "" : part(sent, at) + " was read as " + part(read, at);
    }

    private static String part(byte[] file, int at) {
      int begin = Math.max(0, Math.min(at, file.length) - 20);
      int end = Math.min(file.length, at + 20);
      return "\"" + new String(file, begin, end - begin, StandardCharsets.UTF_8) + "\"";
    }

    private HttpResponse<byte[]> bytes(String path, String query) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + path + query))
              .header("Authorization", "Bearer " + token)
              .build();
      try {
        HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        while (answer.statusCode() == 429) {
          Eventually.pause(Duration.ofSeconds(1));
          answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
        return answer;
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(path, e);
      }
    }
  }

  private static ObjectNode node() {
    return JsonMapper.shared().createObjectNode();
  }

  /// The example of what an operation is sent.
  private static ObjectNode example(String operation) {
    for (JsonNode path : DOCUMENT.get("paths")) {
      for (JsonNode each : path) {
        if (each.get("operationId").stringValue().equals(operation)) {
          return each.at("/requestBody/content/application~1json/example").asObject().deepCopy();
        }
      }
    }
    throw new AssertionError(operation);
  }

  /// A moment, which languages write in several ways; the value itself if it is none.
  private static Object moment(JsonNode value) {
    try {
      return value.isString() ? OffsetDateTime.parse(value.stringValue()).toInstant() : value;
    } catch (DateTimeParseException e) {
      return value;
    }
  }

  /// The first place where two values differ; empty if there is none.
  private static String difference(String at, JsonNode expected, JsonNode read) {
    if (expected.isObject() && read.isObject()) {
      Set<String> names = new TreeSet<>(expected.propertyNames());
      names.addAll(read.propertyNames());
      for (String name : names) {
        String inside = difference(at + "/" + name, expected.path(name), read.path(name));
        if (!inside.isEmpty()) {
          return inside;
        }
      }
      return "";
    }
    if (expected.isArray() && read.isArray() && expected.size() == read.size()) {
      for (int i = 0; i < expected.size(); i++) {
        String inside = difference(at + "/" + i, expected.get(i), read.get(i));
        if (!inside.isEmpty()) {
          return inside;
        }
      }
      return "";
    }
    boolean isSame =
        (expected.isNumber() && read.isNumber())
            ? expected.decimalValue().compareTo(read.decimalValue()) == 0
            : expected.equals(read) || moment(expected).equals(moment(read));
    return isSame ? "" : at + ": " + expected + " was read as " + read;
  }
}
