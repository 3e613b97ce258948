package org.parley.proof;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.frontier.FrontierLayers;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes records as JSON by their components, and reads them back.
/// - A record is an object; one whose only component is a text is that text.
/// - A value of a sealed interface names its record under `type`.
/// - A map is a list of pairs, since keys may be records. Large whole numbers are texts.
///
/// Files written before a component was added leave it out. A collection that is left out is empty,
/// and a flag is false.
///
/// Reading builds every record by its constructor, so that what the constructor forbids is refused.
public final class RecordJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// Interfaces that are not sealed, and the record each is written as.
  private static final Map<Class<?>, Class<?>> WRITTEN_AS =
      Map.of(FrontierLayers.class, FrontierLayers.Listed.class);

  /// The form of a record by reflection, asked once: asking costs more than writing.
  private record Shape(
      String name, List<RecordComponent> components, Constructor<?> constructor, boolean isForm) {

    private static final ClassValue<Shape> KNOWN =
        new ClassValue<>() {
          @Override
          protected Shape computeValue(Class<?> type) {
            return of(type);
          }
        };

    private static Shape of(Class<?> type) {
      List<RecordComponent> components = List.of(type.getRecordComponents());
      try {
        Constructor<?> constructor =
            type.getDeclaredConstructor(
                components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        for (RecordComponent each : components) {
          each.getAccessor().setAccessible(true);
        }
        return new Shape(RecordJson.name(type), components, constructor, RecordJson.isForm(type));
      } catch (NoSuchMethodException e) {
        throw new LinkageError("reading the form of " + type, e);
      }
    }

    /// Whether the record is written as the text that is its only component.
    boolean isText() {
      return components.size() == 1 && components.getFirst().getType() == String.class && !isForm;
    }
  }

  private RecordJson() {}

  /// Writes a value.
  ///
  /// @throws IllegalArgumentException if it is of a type without a form
  public static JsonNode write(@Nullable Object value, Class<?> declared) {
    return switch (value) {
      case null -> NODES.nullNode();
      case String text -> NODES.stringNode(text);
      case Boolean flag -> NODES.booleanNode(flag);
      case Integer number -> NODES.numberNode(number);
      case Long number -> NODES.numberNode(number);
      case BigInteger number -> NODES.stringNode(number.toString());
      case Enum<?> constant -> NODES.stringNode(constant.name());
      case LocalDate day -> NODES.stringNode(day.toString());
      case ZoneId zone -> NODES.stringNode(zone.getId());
      case Edtf date -> NODES.stringNode(date.toString());
      case Set<?> all ->
          sorted(all.stream().<JsonNode>map(each -> write(each, Object.class)).toList());
      case Collection<?> all -> {
        ArrayNode array = NODES.arrayNode();
        all.forEach(each -> array.add(write(each, Object.class)));
        yield array;
      }
      case Map<?, ?> map -> {
        List<JsonNode> pairs = new ArrayList<>();
        map.forEach(
            (key, each) ->
                pairs.add(
                    NODES
                        .arrayNode()
                        .add(write(key, Object.class))
                        .add(write(each, Object.class))));
        yield sorted(pairs);
      }
      case Record each -> record(each);
      default -> {
        if (!value.getClass().isArray()) {
          throw new IllegalArgumentException(
              "writing " + declared + ": " + value.getClass() + " has no form in JSON");
        }
        ArrayNode array = NODES.arrayNode();
        for (int at = 0; at < Array.getLength(value); at++) {
          array.add(write(Array.get(value, at), Object.class));
        }
        yield array;
      }
    };
  }

  /// Unordered collections are sorted, so that a finding has one canonical file.
  private static JsonNode sorted(List<JsonNode> all) {
    ArrayNode array = NODES.arrayNode();
    all.stream().sorted(Comparator.comparing(JsonNode::toString)).forEach(array::add);
    return array;
  }

  private static JsonNode record(Record value) {
    Shape shape = Shape.KNOWN.get(value.getClass());
    ObjectNode json = NODES.objectNode();
    if (shape.isForm) {
      json.put("type", shape.name);
    }
    for (RecordComponent component : shape.components) {
      try {
        JsonNode written = write(component.getAccessor().invoke(value), component.getType());
        if (shape.isText()) {
          return written;
        }
        if (!written.isNull()) {
          json.set(component.getName(), written);
        }
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("writing " + component, e);
      }
    }
    return json;
  }

  /// Whether a record is one form of a sealed interface of several, so that it says which.
  private static boolean isForm(Class<?> type) {
    return Arrays.stream(type.getInterfaces())
        .anyMatch(
            each ->
                each.isSealed()
                    && (each == Visibility.class
                        || !each.getPackageName().equals("org.parley.model")));
  }

  /// The name without the types it is nested in, which need not be at hand.
  private static String name(Class<?> type) {
    String name = type.getName();
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  /// Reads a value.
  ///
  /// @throws BadFindingException if a part is missing or has another form
  public static <T> T read(JsonNode json, Class<T> type) throws BadFindingException {
    Object value = read(json, type, Map.of(), name(type));
    if (value == null) {
      throw new BadFindingException(name(type), "is missing");
    }
    return type.cast(value);
  }

  private static @Nullable Object read(
      @Nullable JsonNode json, Type type, Map<TypeVariable<?>, Type> bound, String where)
      throws BadFindingException {
    if (type instanceof TypeVariable<?> variable) {
      Type known = bound.get(variable);
      if (known == null) {
        throw new BadFindingException(where, "has a type that is not known");
      }
      return read(json, known, bound, where);
    }
    List<Type> arguments =
        type instanceof ParameterizedType of
            ? Arrays.stream(of.getActualTypeArguments())
                .map(
                    each ->
                        each instanceof TypeVariable<?> one ? bound.getOrDefault(one, each) : each)
                .toList()
            : List.of();
    Class<?> raw = (Class<?>) (type instanceof ParameterizedType of ? of.getRawType() : type);
    if (json == null || json.isNull()) {
      if (raw == boolean.class) {
        return false;
      }
      if (Map.class.isAssignableFrom(raw)) {
        return SortedMap.class.isAssignableFrom(raw) ? new TreeMap<>() : new LinkedHashMap<>();
      }
      if (Collection.class.isAssignableFrom(raw)) {
        return SortedSet.class.isAssignableFrom(raw)
            ? new TreeSet<>()
            : Set.class.isAssignableFrom(raw) ? new LinkedHashSet<>() : new ArrayList<>();
      }
      if (raw.isPrimitive()) {
        throw new BadFindingException(where, "is missing");
      }
      return null;
    }
    try {
      if (raw.isArray()) {
        return array(list(json, where), raw.getComponentType(), where);
      }
      if (Collection.class.isAssignableFrom(raw)) {
        List<@Nullable Object> all = new ArrayList<>();
        for (JsonNode each : list(json, where)) {
          all.add(read(each, arguments.getFirst(), bound, where + "[" + all.size() + "]"));
        }
        return SortedSet.class.isAssignableFrom(raw)
            ? new TreeSet<>(all)
            : Set.class.isAssignableFrom(raw) ? new LinkedHashSet<>(all) : all;
      }
      if (Map.class.isAssignableFrom(raw)) {
        Map<@Nullable Object, @Nullable Object> all =
            SortedMap.class.isAssignableFrom(raw) ? new TreeMap<>() : new LinkedHashMap<>();
        for (JsonNode each : list(json, where)) {
          all.put(
              read(each.get(0), arguments.getFirst(), bound, where + "{key}"),
              read(each.get(1), arguments.getLast(), bound, where + "{}"));
        }
        return all;
      }
      return raw.isInterface()
          ? form(json, raw, arguments, where)
          : raw.isRecord() ? record(json, raw, arguments, where) : leaf(json, raw, where);
    } catch (BadFindingException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new BadFindingException(where, String.valueOf(e.getMessage()));
    }
  }

  private static Object leaf(JsonNode json, Class<?> type, String where)
      throws BadFindingException {
    if (type == long.class || type == Long.class) {
      return whole(json, where).longValueExact();
    }
    if (type == int.class || type == Integer.class) {
      return whole(json, where).intValueExact();
    }
    if (type == boolean.class || type == Boolean.class) {
      if (!json.isBoolean()) {
        throw new BadFindingException(where, "is not true or false");
      }
      return json.booleanValue();
    }
    String text = text(json, where);
    if (type == String.class) {
      return text;
    }
    if (type == BigInteger.class) {
      return new BigInteger(text);
    }
    if (type == LocalDate.class) {
      return LocalDate.parse(text);
    }
    if (ZoneId.class.isAssignableFrom(type)) {
      return ZoneId.of(text);
    }
    if (type == Edtf.class) {
      return Edtf.of(text);
    }
    for (Object constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
      if (((Enum<?>) constant).name().equals(text)) {
        return constant;
      }
    }
    throw new BadFindingException(where, "is \"" + text + "\", which is none");
  }

  private static BigInteger whole(JsonNode json, String where) throws BadFindingException {
    if (!json.isIntegralNumber()) {
      throw new BadFindingException(where, "is not a whole number");
    }
    return json.bigIntegerValue();
  }

  private static String text(JsonNode json, String where) throws BadFindingException {
    if (!json.isString()) {
      throw new BadFindingException(where, "is not a text");
    }
    return json.stringValue();
  }

  private static Iterable<JsonNode> list(JsonNode json, String where) throws BadFindingException {
    if (!json.isArray()) {
      throw new BadFindingException(where, "is not a list");
    }
    return json;
  }

  private static Object array(Iterable<JsonNode> json, Class<?> type, String where)
      throws BadFindingException {
    List<@Nullable Object> all = new ArrayList<>();
    for (JsonNode each : json) {
      all.add(read(each, type, Map.of(), where + "[" + all.size() + "]"));
    }
    Object array = Array.newInstance(type, all.size());
    for (int at = 0; at < all.size(); at++) {
      Array.set(array, at, all.get(at));
    }
    return array;
  }

  private static Object form(JsonNode json, Class<?> type, List<Type> arguments, String where)
      throws BadFindingException {
    Class<?> written = WRITTEN_AS.get(type);
    if (written != null) {
      return record(json, written, arguments, where);
    }
    JsonNode named = json.get("type");
    if (named == null && type == Visibility.class && json.isEmpty()) {
      // Version 1 left the form out. No check depends on who sees a record.
      return new Visibility.Public();
    }
    String name = named == null ? "" : text(named, where + ".type");
    List<Class<?>> open = new ArrayList<>(List.of(type));
    while (!open.isEmpty()) {
      Class<?> next = open.removeLast();
      if (next.isRecord() && name(next).equals(name)) {
        return record(json, next, arguments, where);
      }
      if (next.isSealed()) {
        open.addAll(Arrays.asList(next.getPermittedSubclasses()));
      }
    }
    throw new BadFindingException(where, "has the type \"" + name + "\", which is none");
  }

  private static Object record(JsonNode json, Class<?> type, List<Type> arguments, String where)
      throws BadFindingException {
    Shape shape = Shape.KNOWN.get(type);
    Map<TypeVariable<?>, Type> bound = new HashMap<>();
    for (int at = 0; at < type.getTypeParameters().length && at < arguments.size(); at++) {
      bound.put(type.getTypeParameters()[at], arguments.get(at));
    }
    @Nullable Object[] values = new Object[shape.components.size()];
    for (int at = 0; at < values.length; at++) {
      String name = shape.components.get(at).getName();
      values[at] =
          read(
              shape.isText() ? json : json.get(name),
              shape.components.get(at).getGenericType(),
              bound,
              where + "." + name);
    }
    try {
      return shape.constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new BadFindingException(where, String.valueOf(e.getCause()));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("reading " + type, e);
    }
  }
}
