package org.parley.exchange.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.exact.Rational;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.Decimals;

/// One value of a JSON file.
public sealed interface JsonValue {

  /// Its position.
  Place place();

  /// The position of a value.
  ///
  /// @param file the file it stands in
  /// @param line its first line, from 1
  /// @param path the path of keys, joined by dots; empty for the whole file
  record Place(String file, int line, String path) {

    Place below(String key, int atLine) {
      return new Place(file, atLine, path.isEmpty() ? key : path + "." + key);
    }
  }

  /// An object: values by key, in the order of the file.
  record Members(Place place, Map<String, JsonValue> values) implements JsonValue {
    public Members {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<JsonValue> find(String key) {
      return Optional.ofNullable(values.get(key));
    }

    /// The value of the first of these keys that is there and not null.
    public Optional<JsonValue> findFirst(String... keys) {
      for (String key : keys) {
        JsonValue value = values.get(key);
        if (value != null && !(value instanceof Null)) {
          return Optional.of(value);
        }
      }
      return Optional.empty();
    }

    public JsonValue get(String key) throws BadFileException {
      JsonValue value = values.get(key);
      if (value == null) {
        throw wrong("there is no \"" + key + "\" in it", "add it");
      }
      return value;
    }
  }

  /// An array.
  record Items(Place place, List<JsonValue> values) implements JsonValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  /// A string.
  record Text(Place place, String value) implements JsonValue {}

  /// A number, as written.
  record Digits(Place place, String value) implements JsonValue {}

  /// True or false.
  record Truth(Place place, boolean value) implements JsonValue {}

  /// Null.
  record Null(Place place) implements JsonValue {}

  /// The value as an object.
  default Members members() throws BadFileException {
    if (this instanceof Members members) {
      return members;
    }
    throw wrong("it should be an object", "write {...}");
  }

  /// The value as an array.
  default List<JsonValue> items() throws BadFileException {
    if (this instanceof Items items) {
      return items.values;
    }
    throw wrong("it should be an array", "write [...]");
  }

  /// The value as a name: a string, or a number as it is written.
  default String name() throws BadFileException {
    return switch (this) {
      case Text text -> text.value;
      case Digits digits -> digits.value;
      default -> throw wrong("it should be a string", "write \"...\"");
    };
  }

  /// The value as an exact number, also if written as a string.
  default Rational decimal() throws BadFileException {
    Optional<Rational> number =
        switch (this) {
          case Digits digits -> Decimals.parse(digits.value);
          case Text text -> Decimals.parse(text.value);
          default -> Optional.empty();
        };
    if (number.isEmpty()) {
      throw wrong("it should be a decimal number", "write it as 0.25");
    }
    return number.get();
  }

  /// A fault of this value.
  ///
  /// @param what a sentence about the value, after its path
  /// @param advice the advice, without the leading "Maybe"
  default BadFileException wrong(String what, String advice) {
    String path = place().path.isEmpty() ? "" : "\"" + place().path + "\"";
    return new BadFileException(
        place().file, place().line, 0, path, new SaidFault(what, advice), "");
  }
}
