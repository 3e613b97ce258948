package org.parley.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.casefile.shape.Descriptions;
import org.parley.casefile.shape.FlowText;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.shape.Shapes;
import org.parley.model.Id;
import org.parley.model.LocalizedText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schemas of records in the API (draft 2020-12): every value has one type, a list is
/// always a list. They derive from the same [Shape]s as [CaseSchema].
///
/// There are two families. Requests obey [SchemaLimits] and state defaults; their names end in
/// `Input`. Responses promise types alone, so that a limit may be widened later. Every response is
/// a valid request.
///
/// A choice is an object with exactly one of its keys, or a word. Generated clients cannot tell
/// more forms apart.
public final class RecordSchemas {

  /// Requests or responses.
  public enum Family {
    SENT("Input"),
    ANSWERED("");

    private final String ending;

    Family(String ending) {
      this.ending = ending;
    }

    /// The name of the schema of a class.
    public String name(Class<?> type) {
      return type.getSimpleName() + ending;
    }
  }

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Family family;
  private final String prefix;
  private final Map<String, JsonNode> all = new LinkedHashMap<>();
  private final Map<String, Class<?>> named = new HashMap<>();

  private RecordSchemas(Family family, String prefix) {
    this.family = family;
    this.prefix = prefix;
  }

  /// The schemas of the header, of all kinds of records and of their parts, by name.
  ///
  /// @param prefix the prefix of references between schemas
  public static Map<String, JsonNode> of(Family family, String prefix) {
    RecordSchemas schemas = new RecordSchemas(family, prefix);
    schemas.schema(Kinds.header());
    Kinds.records().values().forEach(schemas::schema);
    return schemas.all;
  }

  private static ObjectNode type(String type) {
    return NODES.objectNode().put("type", type);
  }

  private static ObjectNode words(List<String> words) {
    ObjectNode choice = type("string");
    ArrayNode values = choice.putArray("enum");
    words.forEach(values::add);
    return choice;
  }

  private ObjectNode schema(Shape shape) {
    return switch (shape) {
      case Shape.Text _ -> type("string");
      case Shape.Localized _ -> localized();
      case Shape.Whole whole ->
          type("integer").put("format", whole.type() == long.class ? "int64" : "int32");
      case Shape.Truth _ -> type("boolean");
      case Shape.Word(_, Map<String, Object> values) -> words(List.copyOf(values.keySet()));
      case Shape.Coded(Class<?> type, _) -> coded(type);
      case Shape.Reference _ -> type("string");
      case Shape.Many(Shape element) -> {
        ObjectNode list = type("array");
        list.set("items", schema(element));
        yield list;
      }
      case Shape.Table(_, Shape value) -> {
        ObjectNode table = type("object");
        table.set("additionalProperties", schema(value));
        yield table;
      }
      case Shape.Structure structure -> structure(structure);
      case Shape.Union union -> union(union);
    };
  }

  private ObjectNode coded(Class<?> type) {
    if (type == LocalDate.class) {
      return type("string").put("format", "date");
    }
    if (family == Family.ANSWERED) {
      return type("string");
    }
    String syntax =
        Id.class.isAssignableFrom(type)
            ? "^" + Id.SYNTAX.pattern() + "$"
            : SchemaLimits.SYNTAX.get(type);
    if (syntax == null) {
      throw new IllegalStateException("no pattern for " + type);
    }
    return type("string").put("pattern", syntax);
  }

  /// Reserves the name of a class; false if it is already reserved.
  private boolean take(String name, Class<?> type) {
    Class<?> other = named.putIfAbsent(name, type);
    if (other != null && other != type) {
      throw new IllegalStateException(
          "two schemas are called " + name + ": " + other + ", " + type);
    }
    return other == null;
  }

  private ObjectNode reference(String name) {
    return NODES.objectNode().put("$ref", prefix + name);
  }

  /// A text, or one for each language; the latter is named, since code generators need a name.
  private ObjectNode localized() {
    String name = family.name(LocalizedText.class);
    if (take(name, LocalizedText.class)) {
      String each = "Translations" + family.ending;
      ObjectNode texts = type("object");
      // A map without properties has no type in generated clients.
      texts.put("description", Descriptions.of("localized-text"));
      texts
          .putObject("properties")
          .set("en", type("string").put("description", Descriptions.of("localized-text", "en")));
      texts.set("additionalProperties", type("string"));
      all.put(each, texts);
      ObjectNode either = NODES.objectNode().put("description", Descriptions.of("localized-text"));
      either.putArray("oneOf").add(type("string")).add(reference(each));
      all.put(name, either);
    }
    return reference(name);
  }

  private ObjectNode structure(Shape.Structure structure) {
    String name = family.name(structure.type());
    if (take(name, structure.type())) {
      String key = Shapes.kebab(structure.type());
      ObjectNode map = type("object");
      all.put(name, map);
      map.put("description", Descriptions.of(key));
      properties(map, key, structure.keys());
    }
    return reference(name);
  }

  private void properties(ObjectNode map, String owner, List<Shape.Key> keys) {
    ObjectNode properties = map.putObject("properties");
    List<String> required = new ArrayList<>();
    for (Shape.Key key : keys) {
      ObjectNode value = schema(key.shape());
      if (family == Family.SENT) {
        limit(value, owner + "." + key.name(), key);
      }
      value.put("description", Descriptions.of(owner, key.name()));
      properties.set(key.name(), value);
      if (key.required() || SchemaLimits.isRequiredList(owner + "." + key.name())) {
        required.add(key.name());
      }
    }
    ArrayNode names = map.putArray("required");
    required.forEach(names::add);
    map.put("additionalProperties", false);
  }

  private static void limit(ObjectNode value, String name, Shape.Key key) {
    String pattern = SchemaLimits.PATTERNS.get(name);
    if (pattern != null) {
      ObjectNode text = value.get("items") instanceof ObjectNode items ? items : value;
      text.put("pattern", pattern);
    }
    if (SchemaLimits.NOT_BLANK.contains(name) && key.shape() instanceof Shape.Text) {
      value.put("minLength", 1);
    }
    Integer least = SchemaLimits.LEAST.get(name);
    if (least != null && key.shape() instanceof Shape.Whole) {
      value.put("minimum", least);
    }
    Integer elements = SchemaLimits.ELEMENTS.get(name);
    if (elements != null) {
      value.put("minItems", elements);
    }
    if (key.absent() instanceof Boolean truth) {
      value.put("default", truth);
    } else if (key.absent() != null && key.shape() instanceof Shape.Word) {
      value.put("default", FlowText.of(key.shape(), key.absent(), false));
    }
  }

  private ObjectNode union(Shape.Union union) {
    String name = family.name(union.type());
    if (take(name, union.type())) {
      String key = Shapes.kebab(union.type());
      ObjectNode choice = NODES.objectNode();
      all.put(name, choice);
      choice.put("description", Descriptions.of(key));
      List<ObjectNode> forms = new ArrayList<>();
      List<String> words =
          union.members().stream()
              .filter(each -> each.canBeWord() && !SchemaLimits.needsElements(each))
              .filter(each -> family == Family.SENT || each.form() == Shape.Form.WORD)
              .map(Shape.Member::name)
              .toList();
      if (union.bare() != null) {
        forms.add(type("string"));
      } else if (!words.isEmpty()) {
        forms.add(words(words));
      }
      ObjectNode keyed = type("object");
      ObjectNode properties = keyed.putObject("properties");
      for (Shape.Member member : union.members()) {
        if (member.form() == Shape.Form.VALUE || member.form() == Shape.Form.MAP) {
          properties.set(member.name(), member(key, member));
        }
      }
      keyed.put("minProperties", 1).put("maxProperties", 1).put("additionalProperties", false);
      if (properties.isEmpty()) {
        choice.setAll(forms.getFirst());
      } else if (forms.isEmpty()) {
        choice.setAll(keyed);
      } else {
        keyed.put("description", Descriptions.of(key));
        all.put("Keyed" + name, keyed);
        choice.putArray("oneOf").add(forms.getFirst()).add(reference("Keyed" + name));
      }
    }
    return reference(name);
  }

  private ObjectNode member(String union, Shape.Member member) {
    ObjectNode value;
    if (member.form() == Shape.Form.VALUE) {
      Shape.Key only = member.structure().keys().getFirst();
      value = schema(only.shape());
      if (family == Family.SENT) {
        limit(value, member.name() + "." + only.name(), only);
      }
    } else {
      value = structure(member.structure());
    }
    return value.put("description", Descriptions.of(union, member.name()));
  }
}
