package org.parley.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Effort;
import org.parley.answer.AnswerJson;
import org.parley.app.CasesWorld;
import org.parley.casefile.CaseSchema;
import org.parley.casefile.LoadResult;
import org.parley.casefile.RecordSchemas;
import org.parley.casefile.folder.CaseFolder;
import org.parley.casefile.form.FormValueJson;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.shape.Kinds;
import org.parley.model.CaseRecord;
import org.parley.web.SmallWorld;
import org.parley.web.WebServer;
import org.parley.web.access.Route;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Download;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.OpenApi;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.ReadyJson;
import org.parley.web.api.line.Reply;
import org.parley.web.api.line.Types;
import org.parley.web.view.BadQuery;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.ProblemAnswer;
import org.parley.web.view.ProblemCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI document and the code say the same: addresses, parameters, answers.
class ApiDescriptionTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");
  private static final ObjectNode DOCUMENT = Api.document();
  private static final ObjectNode OF_MANY_CASES = ServerLines.document();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /// How many cases are asked what is answered in full, as a rule; of others, what is left.
  private static final int MOST_ASKED = Effort.of(2, Integer.MAX_VALUE);

  @TempDir static Path folder;
  private static final List<ApiWorld> WORLDS = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    WORLDS.add(new ApiWorld(folder.resolve("small"), SmallWorld.build(), NOON));
    for (String name : List.of("ukraine-2025", "snapback-2231", "south-caucasus-2024")) {
      LoadResult.Loaded loaded =
          assertInstanceOf(
              LoadResult.Loaded.class, CaseFolder.of(Path.of("../examples", name)).load());
      WORLDS.add(new ApiWorld(folder.resolve(name), loaded.contents(), NOON));
    }
  }

  @AfterAll
  static void close() {
    WORLDS.forEach(ApiWorld::close);
  }

  @Test
  void everyAddressIsDescribedAndTheReverse() {
    Set<String> described = new TreeSet<>();
    DOCUMENT
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method ->
                            described.add(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
    Set<String> answered = new TreeSet<>();
    try (WebServer server = WebServer.start(WORLDS.getFirst().cases(), 0)) {
      for (Route route : server.routes()) {
        boolean isFile =
            Stream.of(Download.values())
                .anyMatch(each -> each.address().path().equals(route.path()));
        if (route.path().startsWith("/api/") || isFile) {
          answered.add(route.method() + " " + route.path());
        }
      }
    }
    assertEquals(answered, described);
    assertTrue(described.size() > 35, described.toString());
  }

  /// The addresses of a server of many cases: all are described, and each answers as its shape
  /// says.
  @Test
  void aServerOfManyCasesIsDescribedToo() throws Exception {
    try (CasesWorld world =
        new CasesWorld.Plan()
            .person("ann")
            .administrator("root")
            .hosts("river", CasesWorld.river("The river", "upper"))
            .role("river", "ann", "mediator", "")
            .serve(folder)) {
      JsonNode answered =
          JsonMapper.shared().readTree(world.nobody().get("/api/openapi.json").body());
      assertEquals(OF_MANY_CASES, answered);
      Set<String> routes = new TreeSet<>();
      for (Route route : world.server().routes()) {
        if (route.path().startsWith("/api/")) {
          routes.add(route.method() + " " + route.path());
        }
      }
      Set<String> described = new TreeSet<>();
      for (Line line : ServerLines.lines()) {
        described.add(line.route().method() + " " + line.route().path());
        String who = line.route().access() == Route.Access.MEDIATE ? "root" : "ann";
        String body = world.as(who).get(line.route().path() + "?q=dam").body();
        List<String> faults =
            Described.compiled(OpenApi.answer(line)).validate(body, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
        assertEquals(List.of(), faults, line.name());
      }
      assertEquals(routes, described);
      assertEquals(
          described.size(),
          OF_MANY_CASES.get("paths").size(),
          OF_MANY_CASES.get("paths")::toString);
    }
  }

  @Test
  void thePageOfTheReferenceListsEveryAddress() throws Exception {
    String page = Files.readString(Path.of("../docs/reference/api.md"));
    List<Line> lines = Stream.concat(Api.lines().stream(), ServerLines.lines().stream()).toList();
    for (Line line : lines) {
      String address = "`" + line.route().method() + " " + line.route().path() + "`";
      assertTrue(page.contains(address), address);
    }
    for (Download each : Download.values()) {
      String row = "| `GET " + each.address().path() + "` | " + each.shows() + " | `" + each.type();
      assertTrue(page.contains(row), row);
    }
    for (ProblemCode each : ProblemCode.values()) {
      String row = "| `" + each.code() + "` | " + each.status() + " | " + each.meaning() + " |";
      assertTrue(page.contains(row), row);
    }
  }

  @Test
  void namesAreNamedOnceAndEveryShapeIsThere() {
    List<String> names =
        Stream.concat(
                Api.lines().stream().map(Line::name),
                Stream.of(Download.values()).map(Download::operation))
            .toList();
    assertEquals(names.size(), Set.copyOf(names).size(), names.toString());
    Set<String> missing = new TreeSet<>();
    for (ObjectNode document : List.of(DOCUMENT, OF_MANY_CASES)) {
      references(document, missing);
      missing.removeIf(each -> document.get("components").get("schemas").has(each));
      assertEquals(Set.of(), missing);
    }
    assertEquals(
        List.of(),
        REGISTRY
            .getSchema(SchemaOfSchemas.TEXT)
            .validate(DOCUMENT.get("components").get("schemas").toString(), InputFormat.JSON)
            .stream()
            .map(Object::toString)
            .toList());
  }

  /// Nobody guesses from a name: every schema, and every key of what is sent and answered, says its
  /// meaning, and the file of descriptions describes nothing else.
  @Test
  void everySchemaAndEveryKeyIsDescribed() {
    Set<String> missing = new TreeSet<>();
    Set<String> used =
        new TreeSet<>(Set.of("List.total", "List.offset", "List.more", "List.items"));
    Stream.of(DOCUMENT, OF_MANY_CASES)
        .flatMap(each -> each.at("/components/schemas").properties().stream())
        .forEach(
            each -> {
              boolean isList = each.getValue().path("properties").has("items");
              if (!isList && each.getValue().path("description").asString("").isBlank()) {
                missing.add(each.getKey());
              }
              undescribed(each.getKey(), each.getValue(), missing);
              words(each.getValue(), used);
            });
    assertEquals(Set.of(), missing);
    List<String> idle = new ArrayList<>();
    Properties all = new Properties();
    try (InputStream in =
            Api.class.getResourceAsStream("/org/parley/web/api/descriptions.properties");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      all.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    all.forEach(
        (name, text) -> {
          if (!used.contains(name) && !used.contains(text)) {
            idle.add(name + " = " + text);
          }
        });
    assertEquals(List.of(), idle, "descriptions of nothing");
  }

  private static void undescribed(String at, JsonNode schema, Set<String> missing) {
    schema
        .path("properties")
        .properties()
        .forEach(
            each -> {
              if (each.getValue().path("description").asString("").isBlank()) {
                missing.add(at + "." + each.getKey());
              }
            });
    schema.forEach(each -> undescribed(at, each, missing));
  }

  /// Every description in a schema.
  private static void words(JsonNode schema, Set<String> used) {
    if (schema.path("description").isString()) {
      used.add(schema.get("description").stringValue());
    }
    schema.forEach(each -> words(each, used));
  }

  private static void references(JsonNode node, Set<String> found) {
    if (node.path("$ref").isString()) {
      found.add(node.get("$ref").stringValue().replace("#/components/schemas/", ""));
    }
    node.forEach(each -> references(each, found));
  }

  /// Generated clients hold types in files and in modules; so no two names may differ in case
  /// alone.
  @Test
  void namesDifferInMoreThanCase() {
    Map<String, String> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<String> same = new ArrayList<>();
    for (String name : DOCUMENT.get("components").get("schemas").propertyNames()) {
      if (seen.put(name, name) != null) {
        same.add(name);
      }
    }
    assertEquals(List.of(), same);
  }

  /// What is sent is held to more than what is answered promises; so the families are two, and
  /// everything that is answered can be sent.
  @Test
  void whatIsAnsweredCanBeSent() {
    JsonNode schemas = DOCUMENT.get("components").get("schemas");
    Map<String, Schema> families = new TreeMap<>();
    Kinds.records()
        .forEach(
            (kind, shape) -> {
              for (RecordSchemas.Family family : RecordSchemas.Family.values()) {
                families.put(
                    kind + family, Described.compiled(Types.reference(family.name(shape.type()))));
              }
            });
    assertTrue(schemas.has("Claim") && schemas.has("ClaimInput"), "two families");
    List<String> faults = new ArrayList<>();
    int records = 0;
    for (ApiWorld world : WORLDS) {
      for (CaseRecord record : world.records()) {
        RecordForm form = RecordForm.of(record);
        String json = FormValueJson.of(form, form.written(record)).toString();
        for (RecordSchemas.Family family : RecordSchemas.Family.values()) {
          Objects.requireNonNull(families.get(form.kind() + family))
              .validate(json, InputFormat.JSON)
              .forEach(each -> faults.add(family + " " + record.id() + ": " + each));
        }
        records++;
      }
    }
    assertEquals(List.of(), faults.stream().limit(10).toList());
    assertTrue(records > 300, records + " records");
  }

  /// An enumeration of nothing, or a value that belongs to two types, is refused by strict
  /// validators.
  @Test
  void schemasAreStrict() {
    List<String> loose = new ArrayList<>();
    strict("", DOCUMENT.get("components").get("schemas"), loose);
    strict("", JsonMapper.shared().readTree(CaseSchema.text()), loose);
    assertEquals(List.of(), loose);
  }

  private static void strict(String at, JsonNode schema, List<String> loose) {
    boolean isEmpty = schema.path("enum").isArray() && schema.get("enum").isEmpty();
    boolean isSingle = schema.path("anyOf").size() == 1 || schema.path("oneOf").size() == 1;
    boolean isText = schema.has("pattern") || schema.has("minLength");
    if (isEmpty
        || isSingle
        || schema.path("type").isArray()
        || (isText && !schema.path("type").asString("").equals("string"))) {
      loose.add(at + " " + schema);
    }
    if (schema.isObject()) {
      schema.properties().forEach(each -> strict(at + "/" + each.getKey(), each.getValue(), loose));
    } else {
      schema.forEach(each -> strict(at, each, loose));
    }
  }

  /// A schema of schemas, as far as they are used here.
  private static final class SchemaOfSchemas {
    static final String TEXT =
        "{\"additionalProperties\": {\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}}";
  }

  /// Each line is asked with each of its parameters; every answer fits its shape, and the
  /// parameters that were read are those that are described: others cannot be read at all.
  @Test
  void everyParameterIsReadAndEveryAnswerFitsItsShape() throws Exception {
    Map<String, String> wrong = new TreeMap<>();
    int fitting = 0;
    for (Line line : Api.lines()) {
      if (!line.route().isSafe()) {
        continue;
      }
      Schema schema = Described.compiled(OpenApi.answer(line));
      Set<String> described =
          new TreeSet<>(line.parameters().stream().map(Parameter::name).toList());
      described.remove("then"); // read before a line is asked
      Set<String> read = new TreeSet<>();
      boolean answered = false;
      for (int i = 0; i < WORLDS.size(); i++) {
        if (i >= MOST_ASKED && answered && read.equals(described)) {
          break;
        }
        ApiWorld world = WORLDS.get(i);
        for (Asked asked : world.questions(line)) {
          Reply reply;
          try {
            reply = line.handler().answer(asked);
          } catch (Unanswered | NotOnRecord | BadQuery e) {
            continue;
          } finally {
            read.addAll(asked.read());
          }
          answered = true;
          List<String> faults =
              schema.validate(json(reply), InputFormat.JSON).stream()
                  .map(Object::toString)
                  .limit(5)
                  .toList();
          if (faults.isEmpty()) {
            fitting++;
          } else {
            wrong.putIfAbsent(line.route().path(), faults.toString());
          }
        }
      }
      if (!read.equals(described)) {
        wrong.put(line.route().path() + " parameters", "read " + read + " of " + described);
      }
      if (!answered) {
        wrong.put(line.route().path() + " answers", "never");
      }
    }
    StringBuilder all = new StringBuilder();
    wrong.forEach((where, what) -> all.append(where).append(": ").append(what).append('\n'));
    assertEquals("", all.toString());
    assertTrue(fitting > 300, fitting + " answers fit");
  }

  private static String text(ReadyJson ready) {
    try (InputStream bytes = ready.open()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(Reply reply) {
    return switch (reply) {
      case Reply.One(_, Object body, _, _) -> AnswerJson.line(body);
      case Reply.Ready(ReadyJson ready, _) -> text(ready);
      case Reply.Refused(ProblemAnswer problem) -> AnswerJson.line(problem);
      case Reply.Listed listed -> {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        if (listed.total() != null) {
          json.put("total", listed.total());
        }
        json.put("offset", listed.offset()).put("more", listed.more());
        ArrayNode items = json.putArray("items");
        listed.items().accept(item -> items.add(AnswerJson.tree(item)));
        yield json.toString();
      }
    };
  }

  /// JSON Lines are the items of the pages of the same list, one after the other.
  @Test
  void linesAreTheItemsOfAllPages() throws Exception {
    int items = 0;
    int lists = 0;
    for (Line line : Api.lines()) {
      if (!line.isList() || line.route().path().equals("/api/audit")) {
        continue; // the audit grows with every question
      }
      lists++;
      for (ApiWorld world : WORLDS) {
        boolean bargains = world.bargains() || !line.group().equals("packages");
        for (Map<String, String> path :
            bargains ? world.paths(line) : List.<Map<String, String>>of()) {
          List<String> all = new ArrayList<>();
          Reply.Listed lines =
              (Reply.Listed) line.handler().answer(world.lines(line, path, Map.of()));
          lines.items().accept(item -> all.add(AnswerJson.line(item)));
          List<String> pages = new ArrayList<>();
          boolean more = true;
          while (more) {
            Map<String, List<String>> query =
                Map.of("offset", List.of("" + pages.size()), "limit", List.of("7"));
            Reply.Listed page =
                (Reply.Listed) line.handler().answer(world.asked(line, path, query));
            page.items().accept(item -> pages.add(AnswerJson.line(item)));
            more = page.more();
          }
          assertEquals(all, pages, line.route().path());
          items += all.size();
        }
      }
    }
    assertTrue(lists >= 8 && items > 500, lists + " lists, " + items + " items");
  }

  /// A value that the document rules out is refused by name.
  @Test
  void whatTheDocumentRulesOutIsRefused() {
    int refused = 0;
    for (Line line : Api.lines()) {
      for (Parameter parameter : line.parameters()) {
        JsonNode schema = parameter.schema();
        boolean bounded =
            schema.has("enum")
                || schema.has("format")
                || schema.path("type").asString().equals("integer");
        if (!line.route().isSafe() || !bounded || parameter.name().equals("then")) {
          continue;
        }
        for (ApiWorld world : List.of(WORLDS.get(1))) {
          if (world.question(line, Map.of()) == null) {
            continue;
          }
          // a wrong day is refused before the question is made
          BadQuery refusal =
              assertThrows(
                  BadQuery.class,
                  () ->
                      line.handler()
                          .answer(
                              Objects.requireNonNull(
                                  world.question(
                                      line, Map.of(parameter.name(), List.of("no-such"))))),
                  line.route().path() + " " + parameter.name());
          assertTrue(String.valueOf(refusal.getMessage()).contains(parameter.name()));
          assertTrue(refusal.advice().startsWith("Maybe"), refusal.advice());
          refused++;
        }
      }
    }
    assertTrue(refused > 60, refused + " refused");
  }

  @Test
  void aParameterThatIsNotDescribedIsRefused() {
    for (Line line : Api.lines()) {
      BadQuery refusal =
          assertThrows(
              BadQuery.class,
              () -> WORLDS.getFirst().asked(line, Map.of(), Map.of("nonsense", List.of("1"))));
      assertTrue(String.valueOf(refusal.getMessage()).contains("nonsense"));
    }
  }
}
