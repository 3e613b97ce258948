package org.parley.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Holds what was answered over the wire against the document that describes it.
@NullMarked
public final class Described {

  private static final ObjectNode DOCUMENT = Api.document();

  /// Where the document stands for the schemas that refer to it.
  private static final String PLACE = "https://parley.example/openapi";

  private static final SchemaRegistry REGISTRY = registry();
  private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();
  private static final Map<String, Pattern> PATHS = new LinkedHashMap<>();

  static {
    DOCUMENT
        .get("paths")
        .propertyNames()
        .forEach(path -> PATHS.put(path, Pattern.compile(path.replaceAll("\\{[a-z]+}", "[^/]+"))));
  }

  private Described() {}

  /// Fails where an answer is not one that the document describes.
  ///
  /// @param address with or without its question
  public static void check(String method, String address, int status, String body) {
    String path = address.replaceAll("\\?.*", "");
    JsonNode operation = operation(method, path);
    if (operation == null) {
      throw new AssertionError(method + " " + path + " is not described");
    }
    JsonNode responses = operation.get("responses");
    JsonNode response = responses.path(Integer.toString(status));
    if (response.isMissingNode()) {
      assertEquals(true, status >= 400, method + " " + path + ": " + status + " is not described");
      response = responses.get(status < 500 ? "4XX" : "5XX");
    }
    String type = status < 400 ? "application/json" : "application/problem+json";
    JsonNode schema = response.get("content").get(type).get("schema");
    assertEquals(
        List.of(),
        compiled(schema).validate(body, InputFormat.JSON).stream().map(Object::toString).toList(),
        method + " " + address + " " + status + " " + body);
  }

  /// A schema that may refer to those of the document.
  static Schema compiled(JsonNode schema) {
    return COMPILED.computeIfAbsent(
        schema.toString(),
        text ->
            REGISTRY.getSchema(text.replace("\"#/components/", "\"" + PLACE + "#/components/")));
  }

  /// The document stands in the registry, so that its components are compiled once for all.
  private static SchemaRegistry registry() {
    ObjectNode components = JsonMapper.shared().createObjectNode();
    ObjectNode schemas = components.putObject("components").putObject("schemas");
    for (ObjectNode document : List.of(DOCUMENT, ServerLines.document())) {
      document
          .at("/components/schemas")
          .properties()
          .forEach(
              each -> {
                JsonNode before = schemas.replace(each.getKey(), each.getValue());
                assertEquals(true, before == null || before.equals(each.getValue()), each.getKey());
              });
    }
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        each -> each.schemas(Map.of(PLACE, components.toString())));
  }

  /// The schema of what an address takes; missing where it takes nothing.
  ///
  /// @param path as the router has it, or with its braces filled
  public static JsonNode sent(String method, String path) {
    JsonNode operation = operation(method, path);
    JsonNode schema =
        operation == null
            ? DOCUMENT.path("none")
            : operation.path("requestBody").path("content").path("application/json").path("schema");
    return schema.has("$ref") ? DOCUMENT.at(schema.get("$ref").stringValue().substring(1)) : schema;
  }

  /// The kinds of every union that is told apart by its `kind`, by the name of its schema.
  public static Map<String, List<String>> unions() {
    Map<String, List<String>> unions = new TreeMap<>();
    DOCUMENT
        .at("/components/schemas")
        .properties()
        .forEach(
            each -> {
              JsonNode by = each.getValue().get("discriminator");
              if (by != null) {
                unions.put(each.getKey(), List.copyOf(by.get("mapping").propertyNames()));
              }
            });
    return unions;
  }

  private static @Nullable JsonNode operation(String method, String path) {
    JsonNode operation = null;
    for (var each : DOCUMENT.get("paths").properties()) {
      boolean literal = operation != null && each.getKey().contains("{");
      if (!literal
          && Objects.requireNonNull(PATHS.get(each.getKey())).matcher(path).matches()
          && each.getValue().has(method.toLowerCase(Locale.ROOT))) {
        operation = each.getValue().get(method.toLowerCase(Locale.ROOT));
      }
    }
    return operation;
  }
}
