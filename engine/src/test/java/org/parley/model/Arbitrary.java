package org.parley.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Records at random, read off their types: a component that is added tomorrow is filled too.
/// Values without structure, and ids, are drawn from what is given; what a record refuses is drawn
/// anew.
public final class Arbitrary {

  private static final int DEEPEST = 3;
  private static final int TRIES = 200;

  private final RandomGenerator random;
  private final Map<Class<?>, List<?>> values = new HashMap<>();
  private final Map<String, List<?>> named = new HashMap<>();

  Arbitrary(RandomGenerator random) {
    this.random = random;
    values.put(boolean.class, List.of(true, false));
    values.put(int.class, List.of(1, 2, 3));
    values.put(long.class, List.of(0L, 1L, 5_000L));
    values.put(Long.class, List.of(0L, 1L, 5_000L));
    values.put(String.class, List.of("one", "two", "three", "four"));
  }

  /// Draws values of a type from these.
  <T> Arbitrary with(Class<T> type, List<? extends T> from) {
    values.put(type, List.copyOf(from));
    return this;
  }

  /// Draws the component of this name, `Guarantee.Calendar.zone`, from these.
  Arbitrary withNamed(String component, List<?> from) {
    named.put(component, List.copyOf(from));
    return this;
  }

  /// A record of a type, with this id.
  <T extends Record> T record(Class<T> type, Id id) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<T> built = build(type, id, 0);
      if (built.isPresent()) {
        return built.get();
      }
    }
    throw new AssertionError("no " + type + " in " + TRIES + " tries");
  }

  private <T> Optional<T> build(Class<T> type, @Nullable Id id, int depth) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      return built(type, components, id, depth);
    } catch (NothingToDraw e) {
      return Optional.empty();
    }
  }

  private <T> Optional<T> built(
      Class<T> type, RecordComponent[] components, @Nullable Id id, int depth) {
    @Nullable Object[] arguments = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      types[i] = component.getType();
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (component.getName().equals("id") && id != null) {
        arguments[i] = id;
      } else if (!nullable || random.nextBoolean()) {
        String name = type.getSimpleName() + "." + component.getName();
        arguments[i] =
            named.containsKey(name)
                ? one(named.get(name))
                : value(component.getGenericType(), depth);
      }
    }
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return Optional.of(constructor.newInstance(arguments));
    } catch (InvocationTargetException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /// There is no value of a type in this world.
  private static final class NothingToDraw extends RuntimeException {
    NothingToDraw() {
      super("nothing to draw from", null, false, false);
    }
  }

  private Object one(@Nullable List<?> from) {
    if (from == null || from.isEmpty()) {
      throw new NothingToDraw();
    }
    return from.get(random.nextInt(from.size()));
  }

  private Object value(Type type, int depth) {
    Class<?> raw =
        type instanceof ParameterizedType generic
            ? (Class<?>) generic.getRawType()
            : (Class<?>) type;
    if (values.containsKey(raw)) {
      return one(values.get(raw));
    }
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      return Map.class.isAssignableFrom(raw) ? map(of[0], of[1], depth) : list(of[0], depth);
    }
    if (raw.isEnum()) {
      return one(List.of(raw.getEnumConstants()));
    }
    if (raw.isSealed()) {
      return value((Class<?>) one(List.of(raw.getPermittedSubclasses())), depth);
    }
    if (!raw.isRecord()) {
      throw new AssertionError("nothing to draw a " + raw + " from");
    }
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<?> built = build(raw, null, depth + 1);
      if (built.isPresent()) {
        return built.get();
      }
    }
    throw new AssertionError("no " + raw + " in " + TRIES + " tries");
  }

  private boolean isMissing(Type type) {
    List<?> from = type instanceof Class<?> plain ? values.get(plain) : null;
    return from != null && from.isEmpty();
  }

  /// None to three, each once.
  private List<Object> list(Type of, int depth) {
    Set<Object> all = new LinkedHashSet<>();
    for (int count = depth > DEEPEST ? 0 : random.nextInt(4); count > 0; count--) {
      if (!isMissing(of)) {
        all.add(value(of, depth + 1));
      }
    }
    return List.copyOf(all);
  }

  private Map<Object, Object> map(Type key, Type of, int depth) {
    Map<Object, Object> all = new LinkedHashMap<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      if (!isMissing(key) && !isMissing(of)) {
        all.put(value(key, depth + 1), value(of, depth + 1));
      }
    }
    return all;
  }

  /// Every order of some things.
  static <T> List<List<T>> orders(Collection<T> things, RandomGenerator random) {
    List<List<T>> orders = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      List<T> order = new ArrayList<>(things);
      for (int at = order.size() - 1; at > 0; at--) {
        Collections.swap(order, at, random.nextInt(at + 1));
      }
      orders.add(List.copyOf(order));
    }
    return orders;
  }
}
