package org.parley.web.api.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Shapes of JSON, written as `Cell = {party: id, claims: id[], readings?: map<text>}`.
///
/// Words: `text`, `id`, `day`, `moment`, `whole` (a whole number), `number`, `truth`, `null`,
/// `any`, `"a word"`, the name of another shape, `shape[]`, `map<shape>`, `one | other`, `(shape)`.
/// A key with `?` may be absent; no other keys are there.
public final class Types {

  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\"[^\"]*\"|[A-Za-z][A-Za-z0-9-]*|\\[]|[{}<>()|:,?=]|\\S)");
  public static final String SCHEMAS = "#/components/schemas/";

  private final Map<String, JsonNode> named = new TreeMap<>();

  /// Takes shapes with names, one after the other.
  ///
  /// @throws IllegalArgumentException where a shape is not written as it should be
  public Types add(String shapes) {
    Reader reader = new Reader(shapes);
    while (!reader.isDone()) {
      String name = reader.next();
      reader.expect("=");
      put(name, reader.union());
    }
    return this;
  }

  /// Takes a shape that is already JSON Schema.
  public void put(String name, JsonNode schema) {
    JsonNode before = named.putIfAbsent(name, schema);
    if (before != null && !before.equals(schema)) {
      throw new IllegalArgumentException("two shapes are called " + name);
    }
  }

  /// The JSON Schema of one shape.
  public static JsonNode schema(String shape) {
    Reader reader = new Reader(shape);
    JsonNode schema = reader.union();
    if (!reader.isDone()) {
      throw new IllegalArgumentException("more after the shape: " + shape);
    }
    return schema;
  }

  /// A reference to the shape of a name.
  static ObjectNode reference(String name) {
    return JsonMapper.shared().createObjectNode().put("$ref", SCHEMAS + name);
  }

  /// Every shape with a name.
  public Map<String, JsonNode> named() {
    return named;
  }

  /// Reads shapes from left to right.
  private static final class Reader {
    private final List<String> tokens = new ArrayList<>();
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
      Matcher token = TOKEN.matcher(text);
      while (token.find()) {
        tokens.add(token.group(1));
      }
    }

    boolean isDone() {
      return at == tokens.size();
    }

    String peek() {
      return isDone() ? "" : tokens.get(at);
    }

    String next() {
      if (isDone()) {
        throw new IllegalArgumentException("a shape ends too early: " + text);
      }
      return tokens.get(at++);
    }

    boolean take(String token) {
      boolean there = peek().equals(token);
      at += there ? 1 : 0;
      return there;
    }

    void expect(String token) {
      if (!take(token)) {
        throw new IllegalArgumentException(
            "reading a shape: \"" + peek() + "\" where \"" + token + "\" should be, in " + text);
      }
    }

    JsonNode union() {
      List<JsonNode> all = new ArrayList<>(List.of(many()));
      while (take("|")) {
        all.add(many());
      }
      if (all.size() == 1) {
        return all.getFirst();
      }
      ObjectNode choice = node();
      boolean words = all.stream().allMatch(each -> each.has("enum"));
      if (words) {
        choice.put("type", "string");
      }
      ArrayNode forms = choice.putArray(words ? "enum" : "anyOf");
      all.forEach(each -> forms.add(words ? each.get("enum").get(0) : each));
      return choice;
    }

    private JsonNode many() {
      JsonNode schema = single();
      while (take("[]")) {
        ObjectNode array = node().put("type", "array");
        array.set("items", schema);
        schema = array;
      }
      return schema;
    }

    private JsonNode single() {
      String token = next();
      if (token.equals("{")) {
        return object();
      }
      if (token.equals("(")) {
        JsonNode inner = union();
        expect(")");
        return inner;
      }
      if (token.equals("map")) {
        expect("<");
        ObjectNode map = node().put("type", "object");
        map.set("additionalProperties", union());
        expect(">");
        return map;
      }
      if (token.startsWith("\"")) {
        ObjectNode word = node().put("type", "string");
        word.putArray("enum").add(token.substring(1, token.length() - 1));
        return word;
      }
      return switch (token) {
        case "text", "id" -> node().put("type", "string");
        case "day" -> node().put("type", "string").put("format", "date");
        case "moment" -> node().put("type", "string").put("format", "date-time");
        case "whole" -> node().put("type", "integer").put("format", "int64");
        case "number" -> node().put("type", "number").put("format", "double");
        case "truth" -> node().put("type", "boolean");
        case "null" -> node().put("type", "null");
        case "any" -> node();
        default -> {
          if (!token.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException(
                "reading a shape: \"" + token + "\" is none, in " + text);
          }
          yield reference(token);
        }
      };
    }

    private JsonNode object() {
      ObjectNode object = node().put("type", "object");
      ObjectNode properties = object.putObject("properties");
      ArrayNode required = object.putArray("required");
      while (!take("}")) {
        String name = next();
        if (name.startsWith("\"")) {
          name = name.substring(1, name.length() - 1);
        }
        if (!take("?")) {
          required.add(name);
        }
        expect(":");
        properties.set(name, union());
        take(",");
      }
      object.put("additionalProperties", false);
      return object;
    }

    private static ObjectNode node() {
      return JsonMapper.shared().createObjectNode();
    }
  }
}
