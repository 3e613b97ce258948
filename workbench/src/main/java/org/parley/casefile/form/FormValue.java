package org.parley.casefile.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The input for a value, valid or not: words, several of them, or keys with values.
public sealed interface FormValue {

  /// A single value.
  record Words(String text) implements FormValue {}

  /// A list.
  record Rows(List<FormValue> items) implements FormValue {
    public Rows {
      items = List.copyOf(items);
    }
  }

  /// Keys with values, in order.
  record Keys(List<Entry> entries) implements FormValue {

    /// No input.
    public static final Keys NOTHING = new Keys(List.of());

    public Keys {
      entries = List.copyOf(entries);
    }

    /// The value of the first entry with this key; null if there is none.
    public @Nullable FormValue get(String key) {
      for (Entry entry : entries) {
        if (entry.key.equals(key)) {
          return entry.value;
        }
      }
      return null;
    }

    /// The words of a key with a single value; empty if there are none.
    public String words(String key) {
      return get(key) instanceof Words(String text) ? text : "";
    }

    /// The same with another value for a key; null removes the key.
    public Keys with(String key, @Nullable FormValue value) {
      List<Entry> changed = new ArrayList<>();
      boolean there = false;
      for (Entry entry : entries) {
        if (!entry.key.equals(key)) {
          changed.add(entry);
        } else if (value != null && !there) {
          changed.add(new Entry(key, value));
          there = true;
        }
      }
      if (value != null && !there) {
        changed.add(new Entry(key, value));
      }
      return new Keys(changed);
    }
  }

  /// A key and its value.
  record Entry(String key, FormValue value) {}

  /// Whether it contains no input at all.
  default boolean isBlank() {
    return switch (this) {
      case Words(String text) -> text.isBlank();
      case Rows(List<FormValue> items) -> items.stream().allMatch(FormValue::isBlank);
      case Keys(List<Entry> entries) ->
          entries.stream().allMatch(entry -> entry.key.isBlank() && entry.value.isBlank());
    };
  }

  /// All values, without keys, for searching.
  default List<String> allWords() {
    List<String> all = new ArrayList<>();
    collect(this, all);
    return all;
  }

  private static void collect(FormValue written, List<String> all) {
    switch (written) {
      case Words(String text) -> all.add(text);
      case Rows(List<FormValue> items) -> items.forEach(item -> collect(item, all));
      case Keys(List<Entry> entries) -> entries.forEach(entry -> collect(entry.value, all));
    }
  }
}
