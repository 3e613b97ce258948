package org.parley.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.cases.Case;

/// Copies of values that differ from them in one way: other ids throughout, or another value of one
/// component.
public final class Rewrite {

  private Rewrite() {}

  /// `value` with every id in it, however deep, replaced.
  @SuppressWarnings("unchecked") // a copy has the type of what it is a copy of
  public static <T> T ids(T value, UnaryOperator<String> name) {
    Object copy =
        switch (value) {
          case Id id -> build(id.getClass(), name.apply(id.value()));
          case List<?> list -> all(list, name);
          case Set<?> set -> new LinkedHashSet<>(all(List.copyOf(set), name));
          case Map<?, ?> map -> {
            Map<Object, Object> renamed = new LinkedHashMap<>();
            map.forEach((key, each) -> renamed.put(ids(key, name), ids(each, name)));
            yield renamed;
          }
          case Optional<?> optional -> optional.map(each -> ids(each, name));
          case Record record -> {
            @Nullable Object[] values = values(record);
            for (int i = 0; i < values.length; i++) {
              Object each = values[i];
              values[i] = each == null ? null : ids(each, name);
            }
            yield build(record.getClass(), values);
          }
          default -> value;
        };
    return (T) copy;
  }

  private static List<Object> all(List<?> list, UnaryOperator<String> name) {
    List<Object> renamed = new ArrayList<>();
    list.forEach(each -> renamed.add(ids(each, name)));
    return renamed;
  }

  /// The case with every id in it replaced.
  public static Case ids(Case all, UnaryOperator<String> name) {
    return Case.of(ids(all.info(), name), all.records().stream().map(r -> ids(r, name)).toList());
  }

  /// `record` with another value of `component`; a name may be given as its text.
  @SuppressWarnings("unchecked") // a copy has the type of what it is a copy of
  public static <R extends Record> R with(R record, String component, @Nullable Object value) {
    @Nullable Object[] values = values(record);
    int at = indexOf(record, component);
    values[at] =
        value instanceof String text
                && record.getClass().getRecordComponents()[at].getType() == LocalizedText.class
            ? LocalizedText.of(text)
            : value;
    return (R) build(record.getClass(), values);
  }

  /// The value of `component`.
  public static @Nullable Object get(Record record, String component) {
    return values(record)[indexOf(record, component)];
  }

  private static int indexOf(Record record, String component) {
    return Shape.of(record.getClass()).names.indexOf(component);
  }

  /// How a type of record is read and built.
  private record Shape(List<String> names, List<Method> accessors, Constructor<?> constructor) {

    private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();

    static Shape of(Class<?> type) {
      return KNOWN.computeIfAbsent(type, Shape::read);
    }

    private static Shape read(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      List<String> names = new ArrayList<>();
      List<Method> accessors = new ArrayList<>();
      for (RecordComponent each : components) {
        names.add(each.getName());
        each.getAccessor().setAccessible(true);
        accessors.add(each.getAccessor());
      }
      try {
        Class<?>[] types =
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return new Shape(names, accessors, constructor);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("reading " + type, e);
      }
    }
  }

  private static @Nullable Object[] values(Record record) {
    List<Method> accessors = Shape.of(record.getClass()).accessors;
    @Nullable Object[] values = new Object[accessors.size()];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = accessors.get(i).invoke(record);
      }
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("reading " + record, e);
    }
    return values;
  }

  private static Object build(Class<?> type, @Nullable Object... values) {
    try {
      return Shape.of(type).constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("building " + type, e);
    }
  }
}
