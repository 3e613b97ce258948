package org.parley.casefile.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is written for a value, right or wrong: words, several of them, or keys with values.
public sealed interface Written {

  /// A single value.
  record Words(String text) implements Written {}

  /// A list.
  record Rows(List<Written> items) implements Written {
    public Rows {
      items = List.copyOf(items);
    }
  }

  /// Keys with values, in order.
  record Keys(List<Entry> entries) implements Written {

    /// Nothing is written.
    public static final Keys NOTHING = new Keys(List.of());

    public Keys {
      entries = List.copyOf(entries);
    }

    /// The value of the first entry with this key; absent where there is none.
    public @Nullable Written get(String key) {
      for (Entry entry : entries) {
        if (entry.key.equals(key)) {
          return entry.value;
        }
      }
      return null;
    }

    /// The words of a key that holds a single value; empty where it holds none.
    public String words(String key) {
      return get(key) instanceof Words(String text) ? text : "";
    }

    /// The same with another value for a key; absent takes the key away.
    public Keys with(String key, @Nullable Written value) {
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
  record Entry(String key, Written value) {}

  /// Whether nothing at all is written in it.
  default boolean isBlank() {
    return switch (this) {
      case Words(String text) -> text.isBlank();
      case Rows(List<Written> items) -> items.stream().allMatch(Written::isBlank);
      case Keys(List<Entry> entries) ->
          entries.stream().allMatch(entry -> entry.key.isBlank() && entry.value.isBlank());
    };
  }

  /// Every word in it, for searching: the values, not the keys.
  default List<String> allWords() {
    List<String> all = new ArrayList<>();
    collect(this, all);
    return all;
  }

  private static void collect(Written written, List<String> all) {
    switch (written) {
      case Words(String text) -> all.add(text);
      case Rows(List<Written> items) -> items.forEach(item -> collect(item, all));
      case Keys(List<Entry> entries) -> entries.forEach(entry -> collect(entry.value, all));
    }
  }
}
