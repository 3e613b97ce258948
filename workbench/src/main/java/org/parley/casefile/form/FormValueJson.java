package org.parley.casefile.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.shape.Shape;
import org.parley.model.CaseInfo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Converts form values to and from JSON, with the keys and values of a case file.
public final class FormValueJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FormValueJson() {}

  /// A record as JSON. Integers are numbers, yes and no are `true` and `false`, all else is text,
  /// as in a case file.
  public static ObjectNode of(RecordForm form, FormValue.Keys written) {
    return keys(form.shape(), written);
  }

  /// The header of a case as JSON.
  public static ObjectNode of(CaseInfo header) {
    return keys(Kinds.header(), (FormValue.Keys) FormValueNodes.of(Kinds.header(), header));
  }

  /// A part of a record as JSON.
  ///
  /// @param path the path: keys, names of elements or indices
  public static JsonNode of(RecordForm form, List<String> path, FormValue part) {
    Shape shape = form.shape();
    for (String step : path) {
      shape =
          shape instanceof Shape.Many(Shape element) ? element : FormValueNodes.below(shape, step);
    }
    return json(shape, part);
  }

  private static ObjectNode keys(Shape shape, FormValue.Keys written) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    written
        .entries()
        .forEach(
            entry ->
                json.set(
                    entry.key(), json(FormValueNodes.below(shape, entry.key()), entry.value())));
    return json;
  }

  private static JsonNode json(Shape shape, FormValue written) {
    return switch (written) {
      case FormValue.Words(String text) -> scalar(shape, text);
      case FormValue.Rows(List<FormValue> items) -> {
        Shape element = shape instanceof Shape.Many(Shape each) ? each : shape;
        ArrayNode array = JsonMapper.shared().createArrayNode();
        items.forEach(item -> array.add(json(element, item)));
        yield array;
      }
      case FormValue.Keys keys -> keys(shape, keys);
    };
  }

  private static JsonNode scalar(Shape shape, String text) {
    return switch (shape) {
      case Shape.Whole _ when text.matches("-?\\d{1,18}") -> NODES.numberNode(Long.parseLong(text));
      case Shape.Truth _ when text.equals("true") || text.equals("false") ->
          NODES.booleanNode(text.equals("true"));
      default -> NODES.stringNode(text);
    };
  }

  /// The form value of JSON, valid or not; keys with `null` are left out.
  public static FormValue read(JsonNode json) {
    if (json.isObject()) {
      return readKeys(json);
    }
    if (json.isArray()) {
      List<FormValue> items = new ArrayList<>();
      json.forEach(item -> items.add(read(item)));
      return new FormValue.Rows(items);
    }
    if (json.isNull()) {
      return new FormValue.Words("");
    }
    if (json.isBigDecimal()) {
      BigDecimal number = json.decimalValue();
      return new FormValue.Words(number.toString());
    }
    return new FormValue.Words(json.asString());
  }

  /// The form value of a JSON object.
  public static FormValue.Keys readKeys(JsonNode json) {
    List<FormValue.Entry> entries = new ArrayList<>();
    json.properties()
        .forEach(
            each -> {
              if (!each.getValue().isNull()) {
                entries.add(new FormValue.Entry(each.getKey(), read(each.getValue())));
              }
            });
    return new FormValue.Keys(entries);
  }
}
