package org.parley.exchange.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads a JSON file into a tree of [JsonValue]s. Duplicate keys are an error.
public final class JsonReader {

  private static final int MOST_VALUES = 2_000_000;
  private static final int DEEPEST = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(100)
                  .maxTokenCount(2L * MOST_VALUES)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final JsonParser parser;
  private final InputFile file;

  private JsonReader(JsonParser parser, InputFile file) {
    this.file = file;
    this.parser = parser;
  }

  /// The value of the file.
  ///
  /// @throws BadFileException if it is not JSON, or exceeds the limits of size or depth
  public static JsonValue read(InputFile file) throws BadFileException {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), file.text())) {
      JsonReader reader = new JsonReader(parser, file);
      JsonToken first = parser.nextToken();
      JsonValue.Place top = new JsonValue.Place(file.name(), reader.line(), "");
      if (first == null) {
        throw SaidFault.at(file.name(), 0, "the file is empty", "name another file");
      }
      JsonValue value = reader.value(top);
      if (parser.nextToken() != null) {
        throw SaidFault.at(file.name(), reader.line(), "something follows the end", "take it out");
      }
      return value;
    } catch (JacksonException problem) {
      throw malformed(file, problem);
    }
  }

  private static BadFileException malformed(InputFile file, JacksonException problem) {
    int line = problem.getLocation() == null ? 0 : problem.getLocation().getLineNr();
    return SaidFault.at(
        file.name(),
        Math.max(0, line),
        "this is no JSON that can be read: "
            + String.valueOf(problem.getOriginalMessage()).lines().findFirst().orElse(""),
        "look for a comma or bracket that is missing");
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  /// The text of the token, a key or a value.
  private String text() throws BadFileException {
    String text = parser.getString();
    file.refuseEscaped(text, line(), parser.currentTokenLocation().getColumnNr());
    return text;
  }

  private JsonValue value(JsonValue.Place place) throws BadFileException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> members(place);
      case START_ARRAY -> items(place);
      case VALUE_STRING -> new JsonValue.Text(place, text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Digits(place, parser.getString());
      case VALUE_TRUE -> new JsonValue.Truth(place, true);
      case VALUE_FALSE -> new JsonValue.Truth(place, false);
      default -> new JsonValue.Null(place);
    };
  }

  private JsonValue members(JsonValue.Place place) throws BadFileException {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = text();
      JsonValue.Place below = place.below(key, line());
      parser.nextToken();
      values.put(key, value(below));
    }
    return new JsonValue.Members(place, values);
  }

  private JsonValue items(JsonValue.Place place) throws BadFileException {
    List<JsonValue> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(place.below(Integer.toString(values.size() + 1), line())));
    }
    return new JsonValue.Items(place, values);
  }
}
