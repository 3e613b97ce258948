package org.parley.model.checks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.Id;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;

/// Which ids a record declares and which it refers to, read off its components: a component called
/// `id` declares, every other id refers.
public final class References {

  /// An id in a record.
  ///
  /// @param path the way to it: component names and list indices
  /// @param id the id
  /// @param visibility who may know of the place it stands in
  /// @param declares whether it is declared here
  public record Mention(List<String> path, Id id, List<Visibility> visibility, boolean declares) {}

  private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();

  private final List<Mention> found = new ArrayList<>();
  private final List<String> path = new ArrayList<>();
  private final List<Visibility> visibility = new ArrayList<>();

  private References() {}

  /// Every id mentioned in `record`, in the order of its components.
  public static List<Mention> of(Record record) {
    References references = new References();
    references.walkRecord(record);
    return references.found;
  }

  /// A record with another name for one id, wherever it declares or mentions it.
  public static <R> R renamed(R value, String from, String to) {
    return Renaming.of(value, from, to);
  }

  private void walkRecord(Record record) {
    RecordComponent[] components = componentsOf(record);
    int outer = visibility.size();
    for (RecordComponent component : components) {
      if (component.getType() == Visibility.class
          && get(component, record) instanceof Visibility own) {
        visibility.add(own);
      }
    }
    for (RecordComponent component : components) {
      path.add(component.getName());
      Object value = get(component, record);
      if (component.getName().equals("id") && value instanceof Id id) {
        found.add(new Mention(List.copyOf(path), id, List.copyOf(visibility), true));
      } else {
        walk(value);
      }
      path.removeLast();
    }
    visibility.subList(outer, visibility.size()).clear();
  }

  private void walk(@Nullable Object value) {
    switch (value) {
      case Id id -> found.add(new Mention(List.copyOf(path), id, List.copyOf(visibility), false));
      case Collection<?> list -> {
        int index = 0;
        for (Object element : list) {
          path.add(Integer.toString(index++));
          walk(element);
          path.removeLast();
        }
      }
      case Map<?, ?> map ->
          map.forEach(
              (key, element) -> {
                path.add(String.valueOf(key));
                walk(key);
                walk(element);
                path.removeLast();
              });
      case Record record -> walkRecord(record);
      case null, default -> {}
    }
  }

  private static RecordComponent[] componentsOf(Record record) {
    return COMPONENTS.computeIfAbsent(
        record.getClass(),
        type ->
            Stream.of(type.getRecordComponents())
                .filter(component -> mayMention(component.getType()))
                .toArray(RecordComponent[]::new));
  }

  /// Whether an id can stand in a value of this type at all.
  private static boolean mayMention(Class<?> type) {
    return !(type.isPrimitive() || type.isEnum() || type == String.class || type == Edtf.class);
  }

  static @Nullable Object get(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("reading " + component + " of " + record, e);
    }
  }

  /// Where an id is declared: in which record, and how.
  record Declaration(int record, Mention mention) {}
}
