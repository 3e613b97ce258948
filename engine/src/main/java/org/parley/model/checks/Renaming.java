package org.parley.model.checks;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.Id;

/// Copies of values in which one id has another name.
final class Renaming {

  private final String from;
  private final String to;

  private Renaming(String from, String to) {
    this.from = from;
    this.to = to;
  }

  @SuppressWarnings("unchecked") // A copy has the type of its original.
  static <R> R of(R value, String from, String to) {
    return (R) new Renaming(from, to).copy(value);
  }

  private Object copy(Object value) {
    return switch (value) {
      case Id id ->
          id.value().equals(from) ? build(id.getClass(), new @Nullable Object[] {to}) : id;
      case List<?> list -> all(list);
      case Set<?> set -> new LinkedHashSet<>(all(List.copyOf(set)));
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((key, each) -> copy.put(copy(key), copy(each)));
        yield copy;
      }
      case Record record -> record(record);
      default -> value;
    };
  }

  private List<Object> all(List<?> list) {
    List<Object> copies = new ArrayList<>();
    list.forEach(each -> copies.add(copy(each)));
    return copies;
  }

  private Record record(Record record) {
    if (References.of(record).stream().noneMatch(each -> each.id().value().equals(from))) {
      return record;
    }
    RecordComponent[] components = record.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      Object value = References.get(components[i], record);
      values[i] = value == null ? null : copy(value);
    }
    return (Record) build(record.getClass(), values);
  }

  static Object build(Class<?> type, @Nullable Object[] values) {
    try {
      Class<?>[] types =
          Stream.of(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      return type.getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("building " + type, e);
    }
  }
}
