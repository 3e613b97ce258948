package org.parley.web.api.line;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is answered.
public sealed interface Reply {

  /// One JSON value.
  ///
  /// @param body a JSON node, or maps, lists, words and numbers
  record One(int status, Object body) implements Reply {}

  /// What was written once for all who ask the same of the case as it stands.
  record Ready(ReadyJson json) implements Reply {}

  /// Things one after the other: a part of a list, or all of it as JSON Lines.
  ///
  /// @param total how many there are in all; absent where counting them would cost too much
  /// @param offset how many were left out before the first
  /// @param more whether there are more after the last
  /// @param items gives each to whoever takes it
  record Listed(@Nullable Long total, long offset, boolean more, Consumer<Consumer<JsonNode>> items)
      implements Reply {}

  static Reply of(Object body) {
    return new One(200, body);
  }
}
