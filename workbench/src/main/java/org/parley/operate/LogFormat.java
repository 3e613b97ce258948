package org.parley.operate;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How lines of the log are written. Whatever a value holds, a line stays one line: control
/// characters, line separators and marks of direction are escaped, and long values are cut.
public enum LogFormat {
  /// Words for people: `2026-01-02T03:04:05Z info access request method=GET status=200`.
  TEXT {
    @Override
    String line(Instant at, String level, String logger, @Nullable String request, LogFields line) {
      return at
          + " "
          + level
          + " "
          + logger
          + " "
          + fields(request == null ? line : line.with("request", request));
    }

    @Override
    String written(String value) {
      return PLAIN.matcher(value).matches() ? value : quoted(value);
    }

    @Override
    String fields(LogFields line) {
      StringBuilder text = new StringBuilder(line.event());
      line.values()
          .forEach((name, value) -> text.append(' ').append(name).append('=').append(of(value)));
      return text.toString();
    }
  },
  /// JSON Lines, for programs.
  JSON {
    @Override
    String line(Instant at, String level, String logger, @Nullable String request, LogFields line) {
      LogFields all =
          LogFields.of(line.event())
              .with("time", at.toString())
              .with("level", level)
              .with("logger", logger)
              .with("event", line.event())
              .with("request", request);
      for (Map.Entry<String, Object> each : line.values().entrySet()) {
        all = all.with(each.getKey(), each.getValue());
      }
      return fields(all);
    }

    @Override
    String written(String value) {
      return quoted(value);
    }

    @Override
    String fields(LogFields line) {
      StringBuilder text = new StringBuilder("{");
      line.values()
          .forEach(
              (name, value) ->
                  text.append(text.length() == 1 ? "" : ",")
                      .append(quoted(name))
                      .append(':')
                      .append(of(value)));
      return text.append('}').toString();
    }
  };

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/{}+*()$<>-]{1,200}");
  private static final int LONGEST = 4_000;

  /// A line, without its end.
  ///
  /// @param request the id of the request it belongs to; null for none
  abstract String line(
      Instant at, String level, String logger, @Nullable String request, LogFields line);

  abstract String fields(LogFields line);

  abstract String written(String value);

  /// The word of a format: `json`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String of(Object value) {
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : written(value.toString());
  }

  private static String quoted(String value) {
    StringBuilder text = new StringBuilder("\"");
    value.codePoints().limit(LONGEST).forEach(each -> append(text, each));
    return text.append('"').toString();
  }

  private static void append(StringBuilder text, int point) {
    if (point == '"' || point == '\\') {
      text.append('\\').append((char) point);
    } else if (isSafe(point)) {
      text.appendCodePoint(point);
    } else {
      for (char each : Character.toChars(point)) {
        text.append("\\u").append(HexFormat.of().toHexDigits(each));
      }
    }
  }

  private static boolean isSafe(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
