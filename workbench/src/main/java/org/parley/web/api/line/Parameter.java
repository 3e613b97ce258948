package org.parley.web.api.line;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A parameter in the query of an address.
///
/// @param name its name
/// @param schema the JSON Schema of a value
/// @param says what it means, and what is meant where it is left out
/// @param isRequired whether it may not be left out
public record Parameter(String name, ObjectNode schema, String says, boolean isRequired) {

  private Parameter(String name, ObjectNode schema, String says) {
    this(name, schema, says, false);
  }

  /// The same, which may not be left out.
  public Parameter required() {
    return new Parameter(name, schema, says, true);
  }

  private static ObjectNode type(String type) {
    return JsonMapper.shared().createObjectNode().put("type", type);
  }

  /// Words.
  public static Parameter text(String name, String says) {
    return new Parameter(name, type("string").put("maxLength", 200), says);
  }

  /// Words, separated by commas, or the parameter given several times.
  public static Parameter list(String name, String says) {
    return new Parameter(name, type("string"), says);
  }

  /// A day.
  public static Parameter day(String name, String says) {
    return new Parameter(name, type("string").put("format", "date"), says);
  }

  /// A whole number.
  public static Parameter number(String name, int least, int most, String says) {
    return new Parameter(name, type("integer").put("minimum", least).put("maximum", most), says);
  }

  /// One of some words.
  public static Parameter oneOf(String name, List<String> words, String says) {
    ObjectNode schema = type("string");
    ArrayNode choice = schema.putArray("enum");
    words.forEach(choice::add);
    return new Parameter(name, schema, says);
  }
}
