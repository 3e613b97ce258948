package org.parley.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.casefile.CaseSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rules of redocly and of ajv in its strict mode that the document could break, so that a
/// build without Node.js holds them too.
class OpenApiRulesTest {

  private static final JsonNode DOCUMENT = Api.document();
  private static final Pattern BRACES = Pattern.compile("\\{([a-z]+)}");

  /// By keyword of JSON Schema, the type that it speaks of.
  private static final Map<String, Set<String>> TYPES =
      Map.of(
          "properties", Set.of("object"),
          "required", Set.of("object"),
          "additionalProperties", Set.of("object"),
          "minProperties", Set.of("object"),
          "items", Set.of("array"),
          "minItems", Set.of("array"),
          "minLength", Set.of("string"),
          "pattern", Set.of("string"),
          "minimum", Set.of("integer", "number"),
          "maximum", Set.of("integer", "number"));

  @Test
  void everyOperationIsComplete() {
    Set<String> wrong = new TreeSet<>();
    int operations = 0;
    for (Map.Entry<String, JsonNode> path : DOCUMENT.get("paths").properties()) {
      for (JsonNode operation : path.getValue()) {
        operations++;
        String name = operation.path("operationId").asString("");
        if (!name.matches("[a-z][A-Za-z]+")) {
          wrong.add(path.getKey() + ": operationId");
        }
        if (operation.path("summary").asString("").isBlank()
            || operation.path("tags").size() != 1) {
          wrong.add(name + ": summary or tag");
        }
        Set<String> inPath = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : operation.get("parameters")) {
          String place = parameter.get("in").stringValue();
          String parameterName = parameter.get("name").stringValue();
          if (!names.add(place + " " + parameterName)) {
            wrong.add(name + ": " + parameterName + " twice");
          }
          if (place.equals("path")) {
            inPath.add(parameterName);
          }
          if (place.equals("path") != parameter.get("required").booleanValue()
              && !place.equals("query")) {
            wrong.add(name + ": " + parameterName + " required");
          }
        }
        Set<String> braces =
            new TreeSet<>(
                BRACES
                    .matcher(path.getKey())
                    .results()
                    .map((MatchResult m) -> m.group(1))
                    .toList());
        if (!inPath.equals(braces)) {
          wrong.add(name + ": parameters of the path");
        }
        Set<String> responses = Set.copyOf(operation.get("responses").propertyNames());
        if (responses.stream().noneMatch(each -> each.startsWith("2"))
            || !responses.containsAll(Set.of("4XX", "5XX"))) {
          wrong.add(name + ": responses " + responses);
        }
      }
    }
    assertEquals(Set.of(), wrong);
    assertTrue(operations > 80, operations + " operations");
  }

  @Test
  void everySchemaIsUsedAndEveryUnionIsToldApart() {
    JsonNode schemas = DOCUMENT.at("/components/schemas");
    Set<String> used = new TreeSet<>();
    references(DOCUMENT, used);
    Set<String> idle = new TreeSet<>(schemas.propertyNames());
    idle.removeAll(used);
    assertEquals(Set.of(), idle, "schemas of nothing");
    for (Map.Entry<String, List<String>> union : Described.unions().entrySet()) {
      JsonNode schema = schemas.get(union.getKey());
      Set<String> forms = new TreeSet<>();
      references(schema.get("oneOf"), forms);
      Set<String> mapped = new TreeSet<>();
      for (Map.Entry<String, JsonNode> each : schema.at("/discriminator/mapping").properties()) {
        String name = each.getValue().stringValue().replace("#/components/schemas/", "");
        mapped.add(name);
        JsonNode kind = schemas.at("/" + name + "/properties/kind/enum");
        assertEquals("[\"" + each.getKey() + "\"]", kind.toString(), name);
        assertTrue(schemas.at("/" + name + "/required").toString().contains("\"kind\""), name);
      }
      assertEquals(forms, mapped, union.getKey());
    }
  }

  private static void references(JsonNode node, Set<String> found) {
    if (node.path("$ref").isString()) {
      found.add(node.get("$ref").stringValue().replace("#/components/schemas/", ""));
    }
    node.forEach(each -> references(each, found));
  }

  @Test
  void everyKeywordSpeaksOfTheTypeOfItsSchema() {
    Set<String> wrong = new TreeSet<>();
    DOCUMENT
        .at("/components/schemas")
        .properties()
        .forEach(each -> check(each.getKey(), each.getValue(), wrong));
    JsonNode ofCases = JsonMapper.shared().readTree(CaseSchema.text());
    check("case file", ofCases, wrong);
    ofCases.get("$defs").properties().forEach(each -> check(each.getKey(), each.getValue(), wrong));
    assertEquals(Set.of(), wrong);
  }

  private static void check(String at, JsonNode schema, Set<String> wrong) {
    String type = schema.path("type").asString("");
    TYPES.forEach(
        (keyword, types) -> {
          if (schema.has(keyword) && !types.contains(type)) {
            wrong.add(at + ": " + keyword + " of \"" + type + "\"");
          }
        });
    for (JsonNode each : schema.path("required")) {
      if (!schema.path("properties").has(each.stringValue())) {
        wrong.add(at + ": " + each + " is required, and no property");
      }
    }
    schema
        .path("properties")
        .properties()
        .forEach(each -> check(at + "." + each.getKey(), each.getValue(), wrong));
    for (String inside : List.of("items", "additionalProperties", "propertyNames")) {
      if (schema.path(inside).isObject()) {
        check(at + "/" + inside, schema.get(inside), wrong);
      }
    }
    for (String inside : List.of("anyOf", "oneOf", "allOf")) {
      schema.path(inside).forEach(each -> check(at + "/" + inside, each, wrong));
    }
  }
}
