package org.parley.web.api.line;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.ParameterizedType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerComponent;
import org.parley.answer.AnswerJson;
import org.parley.casefile.shape.Descriptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schemas of what is sent and answered, read off the records that hold it.
///
/// A record is an object with its components, and no other keys. A component without `@Nullable` is
/// required. An enum is a list of its words. The name of a schema is that of its record, without an
/// ending `Answer`. Each schema and each key has a description.
public final class Types {

  public static final String SCHEMAS = "#/components/schemas/";

  private static final String ENDING = "Answer";

  private final Descriptions descriptions;
  private final Map<String, JsonNode> named = new TreeMap<>();
  private final Map<String, Class<?>> taken = new TreeMap<>();

  /// @param descriptions the meaning of each schema, by its name, and of each of its keys
  public Types(Descriptions descriptions) {
    this.descriptions = descriptions;
  }

  /// The meaning of a schema.
  public String describe(String name) {
    return descriptions.get(name);
  }

  /// Takes a schema that is already there.
  public void put(String name, JsonNode schema) {
    JsonNode before = named.putIfAbsent(name, schema);
    if (before != null && !before.equals(schema)) {
      throw new IllegalArgumentException("two schemas are called " + name);
    }
  }

  /// Takes a schema that stands for a record.
  public void put(Class<?> record, JsonNode schema) {
    taken.put(name(record), record);
    put(name(record), schema);
  }

  /// Takes what a line is sent and answers.
  public void add(Line line) {
    if (line.body() != null) {
      add(line.body());
    }
    add(line.answer());
    if (line.isList()) {
      put(line.schema(), list(reference(line.answer().schema())));
    }
  }

  private void add(LineContent content) {
    if (content.record() != null && content.of() == null) {
      add(content.record());
    } else if (content.record() != null) {
      put(content.schema(), new Reader(this, content.of()).object(content.record()));
    }
  }

  /// Takes a record and everything in it.
  public void add(Class<?> record) {
    String name = name(record);
    Class<?> before = taken.putIfAbsent(name, record);
    if (before == record) {
      return;
    }
    if (before != null) {
      throw new IllegalArgumentException(before + " and " + record + " are both called " + name);
    }
    put(name, object(record));
  }

  /// The schema of an object with the components of a record.
  public ObjectNode object(Class<?> record) {
    return new Reader(this, null).object(record);
  }

  /// The name of the schema of a record.
  public static String name(Class<?> record) {
    String name = record.getSimpleName();
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  /// A reference to the schema of a name.
  public static ObjectNode reference(String name) {
    return node().put("$ref", SCHEMAS + name);
  }

  /// Every schema with a name.
  public Map<String, JsonNode> named() {
    return named;
  }

  private static ObjectNode orNull(ObjectNode schema) {
    if (schema.isEmpty()) {
      return schema;
    }
    ObjectNode either = node();
    either.putArray("anyOf").add(schema).add(node().put("type", "null"));
    return either;
  }

  /// Reads schemas off types.
  ///
  /// @param of what a type parameter stands for; absent where there is none
  private record Reader(Types all, @Nullable Class<?> of) {

    ObjectNode object(Class<?> record) {
      ObjectNode object = node().put("type", "object");
      object.put("description", all.descriptions.get(name(record)));
      ObjectNode properties = object.putObject("properties");
      ArrayNode required = object.putArray("required");
      keys(record, true, properties, required);
      return object.put("additionalProperties", false);
    }

    private void keys(Class<?> record, boolean isThere, ObjectNode properties, ArrayNode required) {
      for (AnswerComponent each : AnswerComponent.list(record)) {
        boolean isRequired = isThere && each.isRequired();
        if (each.isInline()) {
          keys((Class<?>) each.type().getType(), isRequired, properties, required);
          continue;
        }
        ObjectNode schema =
            each.schema().isEmpty() ? schema(each.type()) : reference(each.schema());
        properties.set(
            each.key(),
            (each.isNull() ? orNull(schema) : schema)
                .put("description", all.descriptions.get(name(record), each.key())));
        if (isRequired) {
          required.add(each.key());
        }
      }
    }

    private ObjectNode schema(AnnotatedType annotated) {
      if (annotated instanceof AnnotatedTypeVariable) {
        return all.schema(Objects.requireNonNull(of));
      }
      if (!(annotated instanceof AnnotatedParameterizedType generic)) {
        return all.schema((Class<?>) annotated.getType());
      }
      Class<?> raw = (Class<?>) ((ParameterizedType) generic.getType()).getRawType();
      if (raw.isRecord()) {
        return object(raw);
      }
      AnnotatedType last = generic.getAnnotatedActualTypeArguments()[raw == Map.class ? 1 : 0];
      ObjectNode each =
          last.isAnnotationPresent(Nullable.class) ? orNull(schema(last)) : schema(last);
      ObjectNode holder = node().put("type", raw == Map.class ? "object" : "array");
      holder.set(raw == Map.class ? "additionalProperties" : "items", each);
      return holder;
    }
  }

  /// The schema of a part of a list.
  private ObjectNode list(JsonNode item) {
    ObjectNode list = node().put("type", "object");
    ObjectNode properties = list.putObject("properties");
    for (String each : List.of("total", "offset")) {
      properties.putObject(each).put("type", "integer").put("format", "int64");
    }
    properties.putObject("more").put("type", "boolean");
    properties.putObject("items").put("type", "array").set("items", item);
    properties
        .properties()
        .forEach(
            each ->
                ((ObjectNode) each.getValue())
                    .put("description", descriptions.get("List", each.getKey())));
    list.putArray("required").add("offset").add("more").add("items");
    return list.put("additionalProperties", false);
  }

  private ObjectNode schema(Class<?> type) {
    if (AnswerJson.isText(type)) {
      return node().put("type", "string");
    }
    if (type == LocalDate.class) {
      return node().put("type", "string").put("format", "date");
    }
    if (type == Instant.class) {
      return node().put("type", "string").put("format", "date-time");
    }
    if (type == boolean.class || type == Boolean.class) {
      return node().put("type", "boolean");
    }
    if (type == double.class) {
      return node().put("type", "number").put("format", "double");
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return node().put("type", "integer").put("format", "int64");
    }
    if (type.isEnum()) {
      ObjectNode words = node().put("type", "string");
      ArrayNode all = words.putArray("enum");
      Arrays.stream(type.getEnumConstants())
          .forEach(each -> all.add(AnswerJson.word((Enum<?>) each)));
      return words;
    }
    if (type.isRecord()) {
      add(type);
      return reference(name(type));
    }
    if (type == ObjectNode.class) {
      return node().put("type", "object").put("additionalProperties", true);
    }
    if (JsonNode.class.isAssignableFrom(type)) {
      return node();
    }
    throw new IllegalStateException("no schema for " + type);
  }

  private static ObjectNode node() {
    return JsonMapper.shared().createObjectNode();
  }
}
