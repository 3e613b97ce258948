package org.parley.exchange.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormValueJson;
import org.parley.casefile.form.FormVisibility;
import org.parley.casefile.shape.Shape;
import org.parley.model.Visibility;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Values as texts of single cells, and back without loss.
///
/// Several words are separated by semicolons. Values with parts are JSON. A text that would be read
/// as something else follows `!!str` as a JSON string.
final class CellText {

  private static final String STRING = "!!str ";
  private static final Pattern SEVERAL = Pattern.compile("\\s*[;\\n]\\s*");
  private static final Pattern READERS =
      Pattern.compile("(?i)(party|parties|partie)\\s*:\\s*(.*)", Pattern.DOTALL);

  private CellText() {}

  /// The text of a value.
  static String of(Shape shape, FormValue value) {
    return switch (value) {
      case FormValue.Words(String text) -> word(text);
      case FormValue.Rows(List<FormValue> items)
          when items.size() == 1
              && items.getFirst() instanceof FormValue.Words(String text)
              && shape instanceof Shape.Many(Shape element)
              && !element.isScalar() ->
          word(text);
      case FormValue.Rows(List<FormValue> items) when isSimple(items) ->
          String.join("; ", items.stream().map(each -> ((FormValue.Words) each).text()).toList());
      case FormValue.Keys keys when isVisibility(shape) -> readers(keys);
      default -> json(value).toString();
    };
  }

  private static String word(String text) {
    boolean isAsRead = text.equals(text.strip()) && text.indexOf('\r') < 0 && !text.isEmpty();
    return isAsRead && !text.startsWith(STRING) && !isJson(text)
        ? text
        : STRING + JsonNodeFactory.instance.stringNode(text);
  }

  private static boolean isJson(String text) {
    return text.startsWith("{") || text.startsWith("[");
  }

  private static boolean isSimple(List<FormValue> items) {
    return !items.isEmpty()
        && items.stream()
            .allMatch(
                each ->
                    each instanceof FormValue.Words(String text)
                        && !text.isEmpty()
                        && text.equals(text.strip())
                        && text.indexOf(';') < 0
                        && text.lines().count() == 1
                        && !isJson(text)
                        && !text.startsWith(STRING));
  }

  private static boolean isVisibility(Shape shape) {
    return shape instanceof Shape.Union union && union.type() == Visibility.class;
  }

  private static String readers(FormValue.Keys keys) {
    FormValue some = keys.get(FormVisibility.SOME);
    return some == null
        ? FormVisibility.ONE + ": " + keys.words(FormVisibility.ONE)
        : FormVisibility.SOME + ": " + String.join(", ", some.allWords());
  }

  /// A value with parts as JSON.
  static JsonNode json(FormValue value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case FormValue.Words(String text) -> nodes.stringNode(text);
      case FormValue.Rows(List<FormValue> items) -> {
        var array = nodes.arrayNode();
        items.forEach(each -> array.add(json(each)));
        yield array;
      }
      case FormValue.Keys(List<FormValue.Entry> entries) -> {
        var object = nodes.objectNode();
        entries.forEach(each -> object.set(each.key(), json(each.value())));
        yield object;
      }
    };
  }

  /// The value of a text; words for what cannot be read, which the form refuses.
  static FormValue read(Shape shape, String text) {
    if (text.startsWith(STRING)) {
      return parsed(text.substring(STRING.length()))
          .filter(FormValue.Words.class::isInstance)
          .orElse(new FormValue.Words(text));
    }
    Matcher readers = READERS.matcher(text);
    if (isVisibility(shape) && readers.matches()) {
      return readers(readers.group(2));
    }
    return switch (shape) {
      case Shape.Text _ -> new FormValue.Words(text);
      case Shape.Many(Shape element) -> list(element, text);
      default ->
          isJson(text) ? parsed(text).orElse(new FormValue.Words(text)) : new FormValue.Words(text);
    };
  }

  private static FormValue readers(String named) {
    List<FormValue> ids = new ArrayList<>();
    for (String each : named.split("[,;\\s]+", -1)) {
      if (!each.isEmpty()) {
        ids.add(new FormValue.Words(each));
      }
    }
    return ids.size() == 1
        ? key(FormVisibility.ONE, ids.getFirst())
        : key(FormVisibility.SOME, new FormValue.Rows(ids));
  }

  static FormValue.Keys key(String name, FormValue value) {
    return new FormValue.Keys(List.of(new FormValue.Entry(name, value)));
  }

  private static FormValue list(Shape element, String text) {
    if (isJson(text)) {
      Optional<FormValue> parsed = parsed(text);
      if (parsed.isPresent()) {
        return parsed.get() instanceof FormValue.Rows rows
            ? rows
            : new FormValue.Rows(List.of(parsed.get()));
      }
    }
    if (!element.isScalar()) {
      return new FormValue.Rows(List.of(new FormValue.Words(text)));
    }
    List<FormValue> items = new ArrayList<>();
    for (String each : SEVERAL.split(text)) {
      if (!each.isEmpty()) {
        items.add(new FormValue.Words(each));
      }
    }
    return new FormValue.Rows(items);
  }

  private static Optional<FormValue> parsed(String text) {
    try {
      return Optional.of(FormValueJson.read(JsonMapper.shared().readTree(text)));
    } catch (JacksonException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
