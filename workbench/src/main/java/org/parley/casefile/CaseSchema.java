package org.parley.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.shape.Descriptions;
import org.parley.casefile.shape.FlowText;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.shape.Shapes;
import org.parley.model.CaseInfo;
import org.parley.model.Id;
import org.parley.model.date.Edtf;
import org.parley.model.text.Amount;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema of a case file (draft 2020-12), for completion and validation in editors.
///
/// It derives from the same [Shape]s as the reader, and [SchemaLimits]. Every file that `parley
/// check` accepts is valid by it, except unquoted years before 1000, which YAML takes for numbers.
/// References between records and rules across keys are outside its scope.
public final class CaseSchema {

  private final ObjectNode root = JsonMapper.shared().createObjectNode();
  private final Map<Object, ObjectNode> definitions = new LinkedHashMap<>();

  private CaseSchema() {}

  /// The schema, as JSON in lines.
  public static String text() {
    return JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(new CaseSchema().make())
            .replace(System.lineSeparator(), "\n")
        + "\n";
  }

  private ObjectNode make() {
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Parley case file");
    root.put("description", Descriptions.of("case-file"));
    root.put("type", "object");
    ObjectNode properties = root.putObject("properties");
    ObjectNode header = schema(Kinds.header());
    header.put("description", Descriptions.of("case-file.case"));
    addFormat();
    properties.set(Kinds.HEADER, header);
    Kinds.records()
        .forEach(
            (key, shape) -> {
              ObjectNode list = schema(new Shape.Many(shape));
              list.put("description", Descriptions.of("case-file." + key));
              properties.set(key, list);
            });
    root.put("additionalProperties", false);
    ObjectNode all = root.putObject("$defs");
    definitions.values().forEach(each -> all.set(each.get("title").stringValue(), each));
    return root;
  }

  /// The format is not part of the case, and so not a key of a shape.
  private void addFormat() {
    ObjectNode info = Objects.requireNonNull(definitions.get(CaseInfo.class));
    ObjectNode format = ((ObjectNode) info.get("properties")).putObject(CaseFormat.KEY);
    ArrayNode values = format.putArray("enum");
    for (int i = 1; i <= CaseFormat.CURRENT; i++) {
      values.add(i).add(Integer.toString(i));
    }
    format.put("description", Descriptions.of("case-info", CaseFormat.KEY));
    format.put("default", "1");
  }

  private ObjectNode node() {
    return root.objectNode();
  }

  private ObjectNode schema(Shape shape) {
    return switch (shape) {
      case Shape.Text _ -> plain();
      case Shape.Whole whole -> whole(whole, whole.least(), "^[+-]?[0-9]+$");
      case Shape.Truth _ -> {
        ObjectNode truth = node();
        truth.putArray("enum").add(true).add(false).add("true").add("false");
        yield truth;
      }
      case Shape.Word(_, Map<String, Object> values) -> words(List.copyOf(values.keySet()));
      case Shape.Coded(Class<?> type, _) -> Id.class.isAssignableFrom(type) ? id() : coded(type);
      case Shape.Reference reference -> {
        List<String> words = List.copyOf(reference.words().keySet());
        yield words.isEmpty() ? id() : either(words(words), id());
      }
      case Shape.Many(Shape element) -> list(schema(element));
      case Shape.Table(Shape key, Shape value) -> {
        ObjectNode table = node();
        table.put("type", "object");
        if (key.idType() != null) {
          table
              .putObject("propertyNames")
              .put("type", "string")
              .put("pattern", "^" + Id.SYNTAX.pattern() + "$");
        }
        table.set("additionalProperties", schema(value));
        yield table;
      }
      case Shape.Localized _ -> localized("text-or-translations", plain());
      case Shape.Structure structure -> structure(structure);
      case Shape.Union union -> union(union);
    };
  }

  private ObjectNode type(String type) {
    return node().put("type", type);
  }

  private ObjectNode either(ObjectNode... forms) {
    ObjectNode either = node();
    either.putArray("anyOf").addAll(List.of(forms));
    return either;
  }

  /// A whole number, also as a text.
  private ObjectNode whole(Shape.Whole whole, long least, String pattern) {
    ObjectNode number = type("integer");
    boolean isShort = whole.type() == int.class || whole.type() == Integer.class;
    if (isShort || least > whole.least()) {
      number.put("minimum", least);
    }
    if (isShort) {
      number.put("maximum", whole.most());
    }
    return either(number, type("string").put("pattern", pattern));
  }

  /// A single value, taken literally.
  private ObjectNode scalar(ObjectNode text, ObjectNode number) {
    return either(text, number, type("boolean"));
  }

  private ObjectNode plain() {
    return named(
        "text", () -> scalar(type("string").put("pattern", SchemaLimits.TEXT), type("number")));
  }

  private ObjectNode id() {
    return named(
        "id",
        () ->
            scalar(
                type("string").put("pattern", "^" + Id.SYNTAX.pattern() + "$"),
                type("number").put("minimum", 0)));
  }

  /// A value with its own syntax.
  private ObjectNode coded(Class<?> type) {
    String syntax = SchemaLimits.SYNTAX.get(type);
    if (syntax == null) {
      throw new IllegalStateException("no pattern for " + type);
    }
    return named(
        type == Edtf.class ? "date" : Shapes.kebab(type),
        () -> patterned(syntax, type == Amount.class, SchemaLimits.AS_NUMBER.get(type)));
  }

  /// A text with a pattern; with a range, also a number in it: an integer, or a decimal.
  private ObjectNode patterned(String pattern, boolean isDecimal, long @Nullable [] range) {
    ObjectNode text = type("string").put("pattern", pattern);
    return range == null
        ? text
        : either(
            text,
            type(isDecimal ? "number" : "integer")
                .put("minimum", range[0])
                .put("maximum", range[1]));
  }

  /// A reference to a definition, created on first use.
  private ObjectNode named(String name, Supplier<ObjectNode> make) {
    definitions.computeIfAbsent(name, _ -> make.get().put("title", name));
    return reference(name);
  }

  /// The schema of the value of a key.
  private ObjectNode value(String owner, Shape.Key key) {
    String name = owner + "." + key.name();
    String pattern = SchemaLimits.PATTERNS.get(name);
    Integer least = SchemaLimits.LEAST.get(name);
    ObjectNode value =
        switch (key.shape()) {
          case Shape.Text _ when pattern != null -> patterned(pattern, false, null);
          case Shape.Text _ when SchemaLimits.NOT_BLANK.contains(name) -> said();
          case Shape.Localized _ when SchemaLimits.NOT_BLANK.contains(name) ->
              localized("words-or-translations", said());
          case Shape.Coded _ when pattern != null && least != null ->
              patterned(pattern, false, new long[] {least, 999_999_999_999_999_999L});
          case Shape.Whole whole when least != null ->
              whole(whole, least, least > 0 ? "^[+]?0*[1-9][0-9]*$" : "^(?:[+]?[0-9]+|-0+)$");
          case Shape.Many(Shape.Text _) when pattern != null ->
              list(patterned(pattern, false, null));
          default -> schema(key.shape());
        };
    Integer elements = SchemaLimits.ELEMENTS.get(name);
    if (value.get("anyOf") instanceof ArrayNode forms && key.shape() instanceof Shape.Many) {
      ObjectNode list = (ObjectNode) forms.get(0);
      if (elements != null) {
        list.put("minItems", elements);
      }
      if (SchemaLimits.ONCE.contains(name)) {
        list.put("uniqueItems", true);
      }
      if (elements != null && elements > 1) {
        return list;
      }
    }
    if (key.name().equals("assumed") && value.get("type") != null) {
      ArrayNode keys = value.putObject("propertyNames").putArray("enum");
      Shapes.structure(key.owner()).keys().forEach(each -> keys.add(each.name()));
      value.set("additionalProperties", said());
    }
    return value;
  }

  private ObjectNode said() {
    return named(
        "words",
        () -> {
          ObjectNode text = type("string").put("pattern", SchemaLimits.TEXT);
          text.putArray("allOf")
              .addObject()
              .put("type", "string")
              .put("pattern", SchemaLimits.SAID);
          return scalar(text, type("number"));
        });
  }

  /// A text, or one for each language.
  private ObjectNode localized(String name, ObjectNode text) {
    return named(
        name,
        () -> {
          ObjectNode texts = type("object").put("minProperties", 1);
          texts.set("propertyNames", type("string").put("pattern", SchemaLimits.LANGUAGE));
          texts.set("additionalProperties", text.deepCopy());
          return either(text, texts).put("description", Descriptions.of("localized-text"));
        });
  }

  /// A list; a single element may stand alone.
  private ObjectNode list(ObjectNode element) {
    ObjectNode list = type("array");
    list.set("items", element);
    return either(list, element.deepCopy());
  }

  private ObjectNode words(List<String> words) {
    ObjectNode choice = node();
    ArrayNode values = choice.putArray("enum");
    words.forEach(values::add);
    return choice;
  }

  private ObjectNode reference(String name) {
    return node().put("$ref", "#/$defs/" + name);
  }

  private ObjectNode structure(Shape.Structure structure) {
    String name = Shapes.kebab(structure.type());
    if (!definitions.containsKey(structure.type())) {
      ObjectNode map = node();
      definitions.put(structure.type(), map);
      map.put("title", name);
      map.put("description", Descriptions.of(name));
      map.put("type", "object");
      ObjectNode properties = map.putObject("properties");
      ArrayNode required = map.putArray("required");
      for (Shape.Key key : structure.keys()) {
        ObjectNode property = value(name, key);
        property.put("description", Descriptions.of(name, key.name()));
        if (key.absent() != null
            && !(key.absent() instanceof List)
            && !(key.absent() instanceof Map)) {
          if (key.absent() instanceof Boolean truth) {
            property.put("default", truth);
          } else {
            property.put("default", FlowText.of(key.shape(), key.absent(), false));
          }
        }
        properties.set(key.name(), property);
        if (key.required() || SchemaLimits.isRequiredList(name + "." + key.name())) {
          required.add(key.name());
        }
      }
      map.put("additionalProperties", false);
    }
    return reference(name);
  }

  private ObjectNode union(Shape.Union union) {
    String name = Shapes.kebab(union.type());
    if (!definitions.containsKey(union.type())) {
      ObjectNode choice = node();
      definitions.put(union.type(), choice);
      choice.put("title", name);
      choice.put("description", Descriptions.of(name));
      ArrayNode forms = choice.putArray("anyOf");
      for (Shape.Member member : union.members()) {
        String description = Descriptions.of(name, member.name());
        if (member.form() == Shape.Form.BARE) {
          forms.add(plain().put("description", description));
          continue;
        }
        if (member.canBeWord() && !SchemaLimits.needsElements(member)) {
          forms.addObject().put("const", member.name()).put("description", description);
        }
        if (member.form() != Shape.Form.WORD) {
          ObjectNode map = forms.addObject();
          map.put("type", "object");
          ObjectNode value =
              member.form() == Shape.Form.VALUE
                  ? value(member.name(), member.structure().keys().getFirst())
                  : structure(member.structure());
          value.put("description", description);
          map.putObject("properties").set(member.name(), value);
          map.putArray("required").add(member.name());
          map.put("additionalProperties", false);
        }
      }
      if (forms.size() == 1) {
        only(choice);
      }
    }
    return reference(name);
  }

  /// A choice of one form is that form: strict validators refuse an `anyOf` of one.
  private static void only(ObjectNode choice) {
    JsonNode forms = choice.remove("anyOf");
    if (forms.get(0) instanceof ObjectNode form) {
      choice.setAll(form);
    }
  }
}
