package org.parley.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Coverage of a random generator, measured by reflection: what its types allow against what it
/// produced.
///
/// The domain follows from the root types. Of every record reached from them it holds, for each
/// component: every constant of an enum and every form of a sealed type, also inside lists and
/// maps; `true` and `false`; `null` and `present` where `@Nullable`, or an `Optional`; `empty`,
/// `one` and `several` of a collection, a map or an array. Values without structure are sorted into
/// classes: an [org.parley.model.date.Edtf] by precision, a [Period] by unit. A generator's own
/// features are added with [#expect].
///
/// A test counts everything produced, then asserts that [#neverProduced] is empty. What cannot
/// occur is excluded with a reason, and an exclusion that does occur is reported as well.
public final class GeneratorCensus {

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<Class<?>, ValueClasses<?>> classes = new LinkedHashMap<>(ValueClasses.known());
  private final Map<String, String> excluded = new LinkedHashMap<>();
  private final Set<Class<?>> reached = new HashSet<>();
  private final Set<String> references = new LinkedHashSet<>();
  private Function<Id, Collection<String>> ofReference = _ -> List.of();
  private final Map<Class<?>, RecordComponent[]> components = new HashMap<>();

  private GeneratorCensus() {}

  /// The domain of these types: records, sealed interfaces or enums.
  public static GeneratorCensus of(Class<?>... roots) {
    GeneratorCensus census = new GeneratorCensus();
    for (Class<?> root : roots) {
      for (Class<?> form : forms(root)) {
        if (root.isSealed()) {
          census.expect(name(root) + " = " + name(form));
        }
        census.reach(form);
      }
      if (root.isEnum()) {
        census.constants(name(root), root);
      }
    }
    return census;
  }

  /// Sorts the values of a type without structure into classes of its own; call it before [#count].
  ///
  /// @param names every class
  /// @param of the classes of a value
  public <T> GeneratorCensus classify(
      Class<T> type, List<String> names, Function<T, Collection<String>> of) {
    classes.put(type, new ValueClasses<>(names, of));
    if (reached.contains(type)) {
      counts.keySet().removeIf(each -> each.startsWith(name(type) + " = "));
      names.forEach(each -> expect(name(type) + " = " + each));
    }
    return this;
  }

  /// Sorts references, wherever an [Id] other than a record's own can stand; call it before
  /// [#count].
  ///
  /// @param names every class
  /// @param of the classes of a reference to an id
  public GeneratorCensus classifyReferences(
      List<String> names, Function<Id, Collection<String>> of) {
    ofReference = of;
    references.forEach(place -> names.forEach(each -> expect(place + " " + each)));
    return this;
  }

  /// Adds features that types do not show, as a step that is late; [#see] counts them.
  public GeneratorCensus expect(String... features) {
    for (String feature : features) {
      counts.putIfAbsent(feature, 0L);
    }
    return this;
  }

  /// Counts a feature once.
  ///
  /// @throws IllegalArgumentException naming the feature, where it is not in the domain
  public void see(String feature) {
    if (counts.computeIfPresent(feature, (_, count) -> count + 1) == null) {
      throw new IllegalArgumentException(
          "counting \"" + feature + "\", which is not in the domain. Maybe expect it first");
    }
  }

  /// Counts a feature where a condition holds.
  public void see(String feature, boolean holds) {
    if (holds) {
      see(feature);
    }
  }

  /// Leaves a feature out, with the reason: the model rules it out, or no test could use it.
  ///
  /// @throws IllegalArgumentException naming the feature, where it is not in the domain
  public GeneratorCensus exclude(String feature, String reason) {
    if (!counts.containsKey(feature)) {
      throw new IllegalArgumentException(
          "excluding \"" + feature + "\", which is not in the domain. Maybe it was renamed");
    }
    excluded.put(feature, reason);
    return this;
  }

  /// Counts a value with everything in it.
  public void count(Object value) {
    Class<?> type = value.getClass();
    for (Class<?> root : List.copyOf(roots(type))) {
      counts.computeIfPresent(name(root) + " = " + name(type), (_, count) -> count + 1);
    }
    if (value instanceof Enum<?>) {
      tick(name(type), constant(value));
    }
    inside(value);
  }

  /// Every feature and how often it was produced, in the order of the domain.
  public Map<String, Long> counts() {
    return new LinkedHashMap<>(counts);
  }

  /// What was never produced though it should be, and what was produced though it was excluded.
  public List<String> neverProduced() {
    List<String> found = new ArrayList<>();
    counts.forEach(
        (feature, count) -> {
          String reason = excluded.get(feature);
          if (count == 0 && reason == null) {
            found.add(feature);
          } else if (count > 0 && reason != null) {
            found.add(feature + " occurs, and is excluded because " + reason);
          }
        });
    return found;
  }

  // the domain

  private void reach(Class<?> type) {
    if (!reached.add(type)) {
      return;
    }
    ValueClasses<?> own = classes.get(type);
    if (own != null) {
      own.names().forEach(each -> expect(name(type) + " = " + each));
    } else if (type.isRecord()) {
      for (RecordComponent component : componentsOf(type)) {
        String at = name(type) + "." + component.getName();
        if (isNullable(component)) {
          expect(at + " = null", at + " = present");
        }
        reach(at, component.getGenericType());
      }
    }
  }

  private void reach(String at, Type type) {
    Class<?> raw = raw(type);
    if (raw == null) {
      return;
    }
    boolean many = Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw);
    if (many || raw.isArray()) {
      expect(at + " = empty", at + " = one", at + " = several");
    } else if (raw == Optional.class) {
      expect(at + " = null", at + " = present");
    }
    if (raw.isArray()) {
      reach(at, raw.getComponentType());
    } else if (type instanceof ParameterizedType generic && (many || raw == Optional.class)) {
      for (Type argument : generic.getActualTypeArguments()) {
        reach(at, argument);
      }
    } else if (raw == boolean.class || raw == Boolean.class) {
      expect(at + " = true", at + " = false");
    } else if (raw.isEnum()) {
      constants(at, raw);
    } else {
      for (Class<?> form : forms(raw)) {
        if (raw.isSealed()) {
          expect(at + " = " + name(form));
        }
        if (Id.class.isAssignableFrom(form) && !at.endsWith(".id")) {
          references.add(at + " = " + name(form));
        }
        reach(form);
      }
    }
  }

  private void constants(String at, Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      expect(at + " = " + constant(constant));
    }
  }

  /// The concrete types a value of this type can have; itself where it is not sealed.
  private static Set<Class<?>> forms(Class<?> type) {
    Set<Class<?>> forms = new LinkedHashSet<>();
    if (type.isSealed() && !type.isEnum()) {
      for (Class<?> form : type.getPermittedSubclasses()) {
        forms.addAll(forms(form));
      }
    } else {
      forms.add(type);
    }
    return forms;
  }

  private static @Nullable Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> plain -> plain;
      case ParameterizedType generic -> raw(generic.getRawType());
      default -> null;
    };
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  // values

  private void inside(Object value) {
    Class<?> type = value.getClass();
    for (Map.Entry<Class<?>, ValueClasses<?>> known : classes.entrySet()) {
      if (known.getKey().isInstance(value)) {
        String at = name(known.getKey());
        known.getValue().classesOf(value).forEach(each -> tick(at, each));
        return;
      }
    }
    if (value instanceof Record) {
      for (RecordComponent component : componentsOf(type)) {
        at(name(type) + "." + component.getName(), get(component, value));
      }
    } else {
      many(value).forEach(this::inside);
    }
  }

  private void at(String place, @Nullable Object value) {
    if (value == null || value.equals(Optional.empty())) {
      tick(place, "null");
      return;
    }
    tick(place, "present");
    if (value instanceof Boolean) {
      tick(place, value.toString());
    } else if (value instanceof Enum<?>) {
      tick(place, constant(value));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(each -> element(place, each));
    } else if (value instanceof Collection<?> || value instanceof Map || type(value).isArray()) {
      int size = value instanceof Map<?, ?> map ? map.size() : many(value).size();
      tick(place, size == 0 ? "empty" : size == 1 ? "one" : "several");
      many(value).forEach(each -> element(place, each));
    } else {
      element(place, value);
    }
  }

  private void element(String place, Object value) {
    if (value instanceof Boolean || value instanceof Enum<?>) {
      tick(place, value instanceof Boolean ? value.toString() : constant(value));
      return;
    }
    tick(place, name(type(value)));
    if (value instanceof Id id) {
      ofReference.apply(id).forEach(each -> tick(place, name(type(value)) + " " + each));
    }
    inside(value);
  }

  private static Class<?> type(Object value) {
    return value.getClass();
  }

  /// The elements of a collection or an array, the keys and values of a map.
  private static List<Object> many(Object value) {
    List<Object> all = new ArrayList<>();
    switch (value) {
      case Collection<?> collection -> all.addAll(collection);
      case Map<?, ?> map -> {
        all.addAll(map.keySet());
        all.addAll(map.values());
      }
      case Object[] array -> all.addAll(Arrays.asList(array));
      case int[] array -> Arrays.stream(array).forEach(all::add);
      case long[] array -> Arrays.stream(array).forEach(all::add);
      default -> {
        // a value without structure
      }
    }
    all.removeIf(each -> each == null);
    return all;
  }

  private void tick(String place, String what) {
    counts.computeIfPresent(place + " = " + what, (_, count) -> count + 1);
  }

  private RecordComponent[] componentsOf(Class<?> type) {
    return components.computeIfAbsent(type, Class::getRecordComponents);
  }

  private static @Nullable Object get(RecordComponent component, Object record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("reading " + component + " of " + record, e);
    }
  }

  // names

  /// The sealed types above a class, as far as they go.
  private static Set<Class<?>> roots(Class<?> type) {
    Set<Class<?>> above = new LinkedHashSet<>();
    for (Class<?> each : type.getInterfaces()) {
      if (each.isSealed()) {
        above.add(each);
        above.addAll(roots(each));
      }
    }
    return above;
  }

  private static String constant(Object value) {
    return ((Enum<?>) value).name();
  }

  /// The name of a type without its package: `Guarantee.Trigger.Happens`.
  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return (outer == null ? "" : name(outer) + ".") + type.getSimpleName();
  }
}
