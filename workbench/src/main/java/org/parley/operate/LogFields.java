package org.parley.operate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A line of the log: what happened, and facts about it in order. Immutable.
///
/// @param event a word: `request`
/// @param values numbers, truth values and texts by their names
public record LogFields(String event, Map<String, Object> values) {

  private static final int MOST_FRAMES = 40;
  private static final int MOST_CAUSES = 5;

  public LogFields {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /// A line without facts.
  public static LogFields of(String event) {
    return new LogFields(event, Map.of());
  }

  /// These, and one more; the same where there is no value.
  public LogFields with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new LogFields(event, more);
  }

  /// These, and where a problem arose. Its message is left out: it may quote a record.
  public LogFields with(Throwable problem) {
    StringBuilder classes = new StringBuilder();
    Throwable last = problem;
    int causes = 0;
    for (Throwable each = problem; each != null && causes < MOST_CAUSES; each = each.getCause()) {
      classes.append(causes == 0 ? "" : " by ").append(each.getClass().getName());
      last = each;
      causes++;
    }
    return with("problem", classes.toString()).with("at", frames(last.getStackTrace()));
  }

  private static String frames(StackTraceElement[] stack) {
    StringBuilder frames = new StringBuilder();
    for (int i = 0; i < Math.min(stack.length, MOST_FRAMES); i++) {
      frames.append(i == 0 ? "" : " < ").append(stack[i]);
    }
    return frames.toString();
  }

  /// The line as text, for whatever prints it.
  @Override
  public String toString() {
    return LogFormat.TEXT.fields(this);
  }
}
