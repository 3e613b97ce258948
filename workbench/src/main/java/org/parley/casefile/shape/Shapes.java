package org.parley.casefile.shape;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.yaml.FileFault;
import org.parley.model.Id;
import org.parley.model.LocalizedText;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.text.PointId;
import org.parley.wording.Complaint;

/// Reads the text form off the classes of the model.
/// - a record is a map whose keys are its components; with one String component it is that text;
/// - an enum is one of its constants in kebab-case; a constant of one letter stays a capital;
/// - a sealed interface is one of its members: a word, one key with a value, or one key with a map.
///   A member called Plain is a bare text; where every member with components is an id, the id
///   alone is written;
/// - a class with a static `of(String)` or `parse(CharSequence)` is a text that it reads;
/// - `@Nullable`, lists, maps, booleans and the types in [Kinds#DEFAULTS] may be absent.
public final class Shapes {

  private static final Map<Type, Shape> KNOWN = new ConcurrentHashMap<>();

  /// Advice for values of JDK types: their own messages name neither the value nor the expected
  /// form.
  private static final Map<Type, String> EXAMPLES =
      Map.of(
          Period.class, "P30D, P6W, P3M or P1Y",
          LocalDate.class, "2025-12-28",
          ZoneId.class, "UTC or Europe/Kyiv");

  /// Forms that keep the word of earlier case files under another name of the class.
  private static final Map<Class<?>, String> WRITTEN =
      Map.of(LogEntry.Fact.ResponseAct.class, "act");

  /// A text that is not a value of a JDK type.
  static final class NotOfTypeException extends IllegalArgumentException {

    private final transient Complaint complaint;

    NotOfTypeException(Complaint complaint, Throwable cause) {
      super(complaint.code() + ": \"" + complaint.value() + "\"", cause);
      this.complaint = complaint;
    }

    Complaint complaint() {
      return complaint;
    }
  }

  private Shapes() {}

  /// The form of a record with keys.
  public static Shape.Structure structure(Class<?> type) {
    return new Shape.Structure(type, constructor(type), () -> keys(type));
  }

  /// The form of a type.
  ///
  /// @throws IllegalStateException when the type has none: a mistake in the model
  public static Shape of(Type type) {
    Shape known = KNOWN.get(type);
    if (known == null) {
      known = read(type);
      KNOWN.put(type, known);
    }
    return known;
  }

  private static Shape read(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return new Shape.Many(of(of[0]));
      }
      if (generic.getRawType() == Map.class) {
        Shape key = of(of[0]);
        if (!key.isScalar()) {
          throw new IllegalStateException("the keys of a map must be single values: " + type);
        }
        return new Shape.Table(key, of(of[1]));
      }
    }
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalStateException("no text form for " + type);
    }
    if (plain == String.class) {
      return new Shape.Text();
    }
    if (plain == LocalizedText.class) {
      return new Shape.Localized();
    }
    if (plain == int.class || plain == Integer.class) {
      return new Shape.Whole(plain, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    if (plain == long.class || plain == Long.class) {
      return new Shape.Whole(plain, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return new Shape.Truth();
    }
    if (plain.isEnum()) {
      return word(plain);
    }
    if (plain.isSealed() && plain.isInterface()) {
      return sealed(plain);
    }
    if (plain.isRecord()) {
      RecordComponent[] components = plain.getRecordComponents();
      return components.length == 1 && components[0].getType() == String.class
          ? new Shape.Coded(plain, maker(plain))
          : structure(plain);
    }
    return new Shape.Coded(plain, factory(plain));
  }

  private static Shape word(Class<?> type) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      values.put(kebab((Enum<?>) constant), constant);
    }
    return new Shape.Word(type, values);
  }

  /// The written form of a constant.
  public static String kebab(Enum<?> constant) {
    String name = constant.name();
    return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The written form of a class name: `NotReceived` is `not-received`.
  public static String kebab(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static List<Class<?>> leaves(Class<?> type) {
    List<Class<?>> leaves = new ArrayList<>();
    for (Class<?> member : type.getPermittedSubclasses()) {
      if (member.isSealed() && member.isInterface()) {
        leaves.addAll(leaves(member));
      } else {
        leaves.add(member);
      }
    }
    return leaves;
  }

  private static Shape sealed(Class<?> type) {
    List<Class<?>> members = leaves(type);
    List<Class<?>> ids = members.stream().filter(Id.class::isAssignableFrom).toList();
    if (members.size() == 1 && ids.size() == 1) {
      return of(ids.getFirst());
    }
    boolean reference =
        !ids.isEmpty()
            && members.stream()
                .allMatch(
                    m -> ids.contains(m) || (m.isRecord() && m.getRecordComponents().length == 0));
    if (!reference) {
      return new Shape.Union(type, () -> members.stream().map(Shapes::member).toList());
    }
    Map<String, Object> words = new LinkedHashMap<>();
    for (Class<?> member : members) {
      if (!ids.contains(member)) {
        words.put(kebab(member), structure(member).make(new Object[0]));
      }
    }
    Class<?> otherwise = ids.contains(PointId.class) ? PointId.class : ids.getFirst();
    return new Shape.Reference(type, words, ids, otherwise);
  }

  private static Shape.Member member(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalStateException("a member of a union must be a record: " + type);
    }
    RecordComponent[] components = type.getRecordComponents();
    Shape.Form form =
        switch (components.length) {
          case 0 -> Shape.Form.WORD;
          case 1 ->
              type.getSimpleName().equals("Plain") && components[0].getType() == String.class
                  ? Shape.Form.BARE
                  : Shape.Form.VALUE;
          default -> Shape.Form.MAP;
        };
    return new Shape.Member(WRITTEN.getOrDefault(type, kebab(type)), structure(type), form);
  }

  private static List<Shape.Key> keys(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(c -> key(type, c)).toList();
  }

  private static Shape.Key key(Class<?> owner, RecordComponent component) {
    AnnotatedType annotated = component.getAnnotatedType();
    Shape shape = of(component.getGenericType());
    Method accessor = component.getAccessor();
    boolean required = false;
    Object absent = null;
    if (!annotated.isAnnotationPresent(Nullable.class)) {
      absent =
          switch (shape) {
            case Shape.Many _ -> List.of();
            case Shape.Table _ -> Map.of();
            case Shape.Truth _ -> false;
            default -> Kinds.DEFAULTS.get(component.getType());
          };
      required = absent == null;
    }
    return new Shape.Key(component.getName(), owner, shape, required, absent, accessor);
  }

  private static Constructor<?> constructor(Class<?> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("no constructor of " + type, e);
    }
  }

  private static Function<String, Object> maker(Class<?> type) {
    Shape.Structure structure = structure(type);
    return text -> structure.make(new Object[] {text});
  }

  private static Function<String, Object> factory(Class<?> type) {
    Method found = null;
    for (Method method : type.getMethods()) {
      boolean reads =
          Modifier.isStatic(method.getModifiers())
              && method.getReturnType() == type
              && method.getParameterCount() == 1
              && ((method.getName().equals("of") && method.getParameterTypes()[0] == String.class)
                  || (method.getName().equals("parse")
                      && method.getParameterTypes()[0] == CharSequence.class));
      if (reads) {
        found = method;
      }
    }
    if (found == null) {
      throw new IllegalStateException("no text form for " + type);
    }
    Method factory = found;
    return text -> {
      try {
        return factory.invoke(null, text);
      } catch (InvocationTargetException e) {
        String example = EXAMPLES.get(type);
        if (example == null && e.getCause() instanceof IllegalArgumentException invalid) {
          throw invalid;
        }
        throw new NotOfTypeException(
            new Complaint(
                new FileFault.NotOfType(
                    kebab(type).replace('-', ' '), example == null ? "" : example),
                text),
            e);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("reading a " + type.getSimpleName(), e);
      }
    };
  }
}
