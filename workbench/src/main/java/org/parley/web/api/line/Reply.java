package org.parley.web.api.line;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.web.view.ProblemAnswer;

/// A response.
public sealed interface Reply {

  /// One JSON value.
  ///
  /// @param body a record, or a JSON node
  /// @param location the address of what was made; absent where nothing was
  /// @param tag the strong entity tag; absent where it is made of the bytes, or there is none
  record One(int status, Object body, @Nullable String location, @Nullable String tag)
      implements Reply {}

  /// A problem.
  record Refused(ProblemAnswer problem) implements Reply {}

  /// A response serialised once for equal requests on the same state of the case.
  ///
  /// @param tag the entity tag
  record Ready(ReadyJson json, String tag) implements Reply {

    public Ready(ReadyJson json) {
      this(json, json.tag());
    }
  }

  /// Things one after the other: a part of a list, or all of it as JSON Lines.
  ///
  /// @param total the total number; null if counting is too expensive
  /// @param offset how many were left out before the first
  /// @param more whether there are more after the last
  /// @param items passes each item to a consumer
  record Listed(@Nullable Long total, long offset, boolean more, Consumer<Consumer<Object>> items)
      implements Reply {}

  static Reply of(Object body) {
    return new One(200, body, null, null);
  }

  /// A created resource.
  ///
  /// @param location its address
  static Reply created(String location, Object body) {
    return new One(201, body, location, null);
  }

  /// A version of something, which If-Match can name.
  static Reply versioned(String version, Object body) {
    return new One(200, body, null, "\"" + version + "\"");
  }
}
