package org.parley.check;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;
import org.parley.model.Id;

/// Every way to alter a value in one place: numbers by one either way, other constants and ids,
/// elements dropped, repeated, exchanged and altered, flags turned, one form of a sealed interface
/// instead of another; found by reflection, so that a component added tomorrow is altered too.
public final class Tampering {

  /// An altered value.
  ///
  /// @param value the value
  /// @param where which component was altered, as `cycle[].from`
  /// @param how what was done there
  public record Altered<T>(T value, String where, String how) {}

  private record Change(@Nullable Object to, String where, String how) {}

  /// Ids and texts of the same kind that occur: what a forger would put instead.
  private final Map<Class<?>, Set<Object>> others = new HashMap<>();

  private Tampering() {}

  /// Every alteration of a value; ids and texts are exchanged for others that occur in it or in
  /// `context`.
  @SuppressWarnings("unchecked")
  public static <T> List<Altered<T>> of(T value, Object... context) {
    var tampering = new Tampering();
    tampering.gather(value);
    Arrays.stream(context).forEach(tampering::gather);
    List<Altered<T>> all = new ArrayList<>();
    for (Change change : tampering.alter(value, "")) {
      if (change.to != null
          && change.to.getClass() == value.getClass()
          && !same(change.to, value)) {
        all.add(new Altered<>((T) change.to, change.where, change.how));
      }
    }
    return all;
  }

  /// A copy that shares no array.
  private static boolean same(Object one, Object other) {
    return Objects.deepEquals(one, other);
  }

  private void gather(@Nullable Object value) {
    switch (value) {
      case null -> {}
      case Id id -> others.computeIfAbsent(id.getClass(), _ -> new LinkedHashSet<>()).add(id);
      case String text ->
          others.computeIfAbsent(String.class, _ -> new LinkedHashSet<>()).add(text);
      case Collection<?> all -> all.forEach(this::gather);
      case Map<?, ?> map -> {
        map.keySet().forEach(this::gather);
        map.values().forEach(this::gather);
      }
      case Record each -> components(each).values().forEach(this::gather);
      default -> {}
    }
  }

  private static Map<String, @Nullable Object> components(Record value) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        all.put(component.getName(), component.getAccessor().invoke(value));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
    return all;
  }

  private List<Change> alter(@Nullable Object value, String where) {
    List<Change> all = new ArrayList<>();
    switch (value) {
      case null -> {}
      case Long number ->
          numbers(number).forEach(to -> all.add(new Change(to, where, number + " as " + to)));
      case Integer number -> {
        all.add(new Change(number + 1, where, number + " and 1"));
        all.add(new Change(number - 1, where, number + " less 1"));
      }
      case BigInteger number -> {
        all.add(new Change(number.add(BigInteger.ONE), where, number + " and 1"));
        all.add(new Change(number.subtract(BigInteger.ONE), where, number + " less 1"));
      }
      case Rational number -> {
        all.add(new Change(number.plus(Rational.ONE), where, number + " and 1"));
        all.add(new Change(number.minus(Rational.ONE), where, number + " less 1"));
      }
      case Boolean flag -> all.add(new Change(!flag, where, "turned"));
      case Enum<?> constant ->
          Arrays.stream(constant.getDeclaringClass().getEnumConstants())
              .filter(each -> each != constant)
              .forEach(each -> all.add(new Change(each, where, constant + " as " + each)));
      case Id id -> exchanged(id, id.getClass(), where, all);
      case String text -> exchanged(text, String.class, where, all);
      case List<?> list -> list(list, where, all);
      case Set<?> set -> set(set, where, all);
      case Map<?, ?> map -> map(map, where, all);
      case Record each -> record(each, where, all);
      default -> {
        if (value.getClass().isArray()) {
          array(value, where, all);
        }
      }
    }
    return all;
  }

  private static List<Long> numbers(long number) {
    return number == Long.MAX_VALUE || number == Long.MIN_VALUE
        ? List.of(0L)
        : List.of(number + 1, number - 1);
  }

  private void exchanged(Object value, Class<?> type, String where, List<Change> all) {
    others.getOrDefault(type, Set.of()).stream()
        .filter(each -> !each.equals(value))
        .limit(3)
        .forEach(each -> all.add(new Change(each, where, value + " as " + each)));
  }

  private void list(List<?> list, String where, List<Change> all) {
    for (int i = 0; i < list.size(); i++) {
      List<@Nullable Object> dropped = new ArrayList<>(list);
      dropped.remove(i);
      all.add(new Change(dropped, where, "without the one at " + i));
      List<@Nullable Object> repeated = new ArrayList<>(list);
      repeated.add(i, list.get(i));
      all.add(new Change(repeated, where, "twice the one at " + i));
      if (i > 0) {
        List<@Nullable Object> exchanged = new ArrayList<>(list);
        Collections.swap(exchanged, i - 1, i);
        all.add(new Change(exchanged, where, "exchanged at " + i));
      }
      for (Change change : alter(list.get(i), where + "[]")) {
        List<@Nullable Object> altered = new ArrayList<>(list);
        altered.set(i, change.to);
        all.add(new Change(altered, change.where, change.how + " at " + i));
      }
    }
  }

  private void set(Set<?> set, String where, List<Change> all) {
    for (Object each : set) {
      Set<@Nullable Object> dropped = new HashSet<>(set);
      dropped.remove(each);
      all.add(new Change(dropped, where, "without " + each));
      for (Change change : alter(each, where + "[]")) {
        Set<@Nullable Object> altered = new HashSet<>(dropped);
        altered.add(change.to);
        all.add(new Change(altered, change.where, change.how));
        Set<@Nullable Object> more = new HashSet<>(set);
        more.add(change.to);
        all.add(new Change(more, where, "and " + change.to));
      }
    }
  }

  private void map(Map<?, ?> map, String where, List<Change> all) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Map<Object, @Nullable Object> dropped = new HashMap<>(map);
      dropped.remove(entry.getKey());
      all.add(new Change(dropped, where, "without " + entry.getKey()));
      for (Change change : alter(entry.getKey(), where + "{key}")) {
        Map<Object, @Nullable Object> altered = new HashMap<>(dropped);
        altered.putIfAbsent(Objects.requireNonNull(change.to), entry.getValue());
        all.add(new Change(altered, change.where, change.how));
      }
      for (Change change : alter(entry.getValue(), where + "{}")) {
        Map<Object, @Nullable Object> altered = new HashMap<>(map);
        altered.put(entry.getKey(), change.to);
        all.add(new Change(altered, change.where, change.how));
      }
    }
  }

  private void array(Object array, String where, List<Change> all) {
    for (int i = 0; i < Array.getLength(array); i++) {
      for (Change change : alter(Array.get(array, i), where + "[]")) {
        Object copy = copy(array);
        Array.set(copy, i, change.to);
        all.add(new Change(copy, change.where, change.how + " at " + i));
      }
    }
  }

  private static Object copy(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, copy, 0, length);
    return copy;
  }

  private void record(Record value, String where, List<Change> all) {
    Map<String, @Nullable Object> components = components(value);
    for (String name : components.keySet()) {
      String here = where.isEmpty() ? name : where + "." + name;
      for (Change change : alter(components.get(name), here)) {
        Map<String, @Nullable Object> altered = new LinkedHashMap<>(components);
        altered.put(name, change.to);
        build(value.getClass(), altered.values())
            .ifPresent(to -> all.add(new Change(to, change.where, change.how)));
      }
    }
    for (Class<?> other : otherForms(value.getClass())) {
      build(other, components.values())
          .ifPresent(
              to -> all.add(new Change(to, where, "as " + other.getSimpleName() + " instead")));
    }
  }

  /// The other records of a sealed interface.
  private static Set<Class<?>> otherForms(Class<?> type) {
    Set<Class<?>> forms = new LinkedHashSet<>();
    for (Class<?> parent : type.getInterfaces()) {
      Class<?>[] permitted = parent.getPermittedSubclasses();
      if (permitted != null) {
        Arrays.stream(permitted)
            .filter(each -> each.isRecord() && each != type)
            .forEach(forms::add);
      }
    }
    return forms;
  }

  /// A record of these components; none where it refuses them or has others.
  private static Optional<Object> build(
      Class<?> type, Collection<? extends @Nullable Object> components) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return Optional.of(constructor.newInstance(components.toArray()));
    } catch (InvocationTargetException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /// Counts, by the component that was altered, what a check refused and what it let pass.
  public static final class Tally {
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> passed = new TreeMap<>();

    public Tally() {}

    /// Takes note of a verdict on an alteration.
    public void note(Altered<?> altered, boolean isRefused) {
      (isRefused ? refused : passed).merge(altered.where, 1, Integer::sum);
    }

    /// The components of which no alteration was ever refused.
    public Set<String> neverRefused() {
      Set<String> never = new LinkedHashSet<>(passed.keySet());
      never.removeAll(refused.keySet());
      return never;
    }

    public int refused() {
      return refused.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
      return "refused " + refused + ", passed " + passed;
    }
  }
}
