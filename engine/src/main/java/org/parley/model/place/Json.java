package org.parley.model.place;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.model.InvalidValueException;

/// Reads JSON (RFC 8259) into maps, lists, decimals and texts. Nesting and the length of numbers
/// are limited. Cost: linear in the text.
final class Json {

  /// A value without meaning for geometries: true, false, null.
  enum Word {
    TRUE,
    FALSE,
    NULL
  }

  private static final int DEEPEST = 24;
  private static final int LONGEST_NUMBER = 40;
  private static final int LARGEST_EXPONENT = 30;
  private static final int SHOWN = 24;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE]([-+]?\\d{1,3}))?");

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /// The value of a text.
  ///
  /// @throws InvalidValueException if it is not JSON
  static Object read(String text) {
    Json json = new Json(text);
    Object value = json.value(0);
    json.space();
    if (json.at < text.length()) {
      throw json.wrong();
    }
    return value;
  }

  private InvalidValueException wrong() {
    String rest = text.substring(Math.min(at, text.length())).lines().findFirst().orElse("");
    return new InvalidValueException(
        new GeometryFault.BrokenJson(at + 1),
        rest.length() <= SHOWN ? rest : rest.substring(0, rest.offsetByCodePoints(0, SHOWN / 2)));
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char next() {
    space();
    if (at >= text.length()) {
      throw wrong();
    }
    return text.charAt(at);
  }

  private void take(char expected) {
    if (next() != expected) {
      throw wrong();
    }
    at++;
  }

  private Object value(int depth) {
    if (depth > DEEPEST) {
      throw wrong();
    }
    return switch (next()) {
      case '{' -> members(depth);
      case '[' -> items(depth);
      case '"' -> string();
      case 't' -> word("true", Word.TRUE);
      case 'f' -> word("false", Word.FALSE);
      case 'n' -> word("null", Word.NULL);
      default -> number();
    };
  }

  private Word word(String written, Word word) {
    if (!text.startsWith(written, at)) {
      throw wrong();
    }
    at += written.length();
    return word;
  }

  private Map<String, Object> members(int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    take('{');
    if (next() == '}') {
      at++;
      return members;
    }
    while (true) {
      if (next() != '"') {
        throw wrong();
      }
      int start = at;
      String key = string();
      take(':');
      Object value = value(depth + 1);
      if (members.putIfAbsent(key, value) != null) {
        at = start;
        throw wrong();
      }
      if (next() == '}') {
        at++;
        return members;
      }
      take(',');
    }
  }

  private List<Object> items(int depth) {
    List<Object> items = new ArrayList<>();
    take('[');
    if (next() == ']') {
      at++;
      return items;
    }
    while (true) {
      items.add(value(depth + 1));
      if (next() == ']') {
        at++;
        return items;
      }
      take(',');
    }
  }

  /// A string; escapes stay as written, because no text of a geometry is kept.
  private String string() {
    take('"');
    int start = at;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) < ' ') {
        throw wrong();
      }
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length()) {
      at = text.length();
      throw wrong();
    }
    return text.substring(start, at++);
  }

  private BigDecimal number() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt() || number.end() - at > LONGEST_NUMBER) {
      throw wrong();
    }
    String exponent = number.group(1);
    if (exponent != null && Math.abs(Integer.parseInt(exponent)) > LARGEST_EXPONENT) {
      throw wrong();
    }
    at = number.end();
    return new BigDecimal(number.group());
  }
}
