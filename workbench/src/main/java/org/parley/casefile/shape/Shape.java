package org.parley.casefile.shape;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.model.Id;
import org.parley.model.LocalizedText;

/// The text form of a type of the model. [Shapes] derives it from the classes; the reader, the
/// writer, the editor and the published schema follow it, so they cannot disagree.
public sealed interface Shape {

  /// Free text.
  record Text() implements Shape {}

  /// A name or title: a text, or one for each language.
  record Localized() implements Shape {

    /// The form with one text per language.
    public static final Table TEXTS = new Table(new Text(), new Text());

    /// The shape of a text.
    public static Shape of(LocalizedText text) {
      return text.language() == null ? new Text() : TEXTS;
    }

    /// The value of a text in that shape.
    public static Object written(LocalizedText text) {
      return text.language() == null ? text.text() : text.byLanguage();
    }

    /// Texts by language, from a parsed map.
    static Map<String, String> texts(Map<?, ?> read) {
      Map<String, String> texts = new LinkedHashMap<>();
      read.forEach((language, text) -> texts.put((String) language, (String) text));
      return texts;
    }
  }

  /// A whole number from `least` to `most`.
  record Whole(Class<?> type, long least, long most) implements Shape {}

  /// `true` or `false`.
  record Truth() implements Shape {}

  /// One of a list of words, with its value.
  record Word(Class<?> type, Map<String, Object> values) implements Shape {}

  /// A single value with its own syntax, written by `toString`: a date, an id.
  record Coded(Class<?> type, Function<String, Object> parse) implements Shape {}

  /// A word, or an id whose kind is resolved in the case.
  record Reference(Class<?> type, Map<String, Object> words, List<Class<?>> ids, Class<?> otherwise)
      implements Shape {}

  /// A list; a single element may stand alone.
  record Many(Shape element) implements Shape {}

  /// A map from single values to values.
  record Table(Shape key, Shape value) implements Shape {}

  /// A map with fixed keys: the components of a record.
  final class Structure implements Shape {

    private final Class<?> type;
    private final Supplier<List<Key>> read;
    private final Constructor<?> constructor;
    private @Nullable List<Key> keys;
    private @Nullable Map<String, Integer> places;

    Structure(Class<?> type, Constructor<?> constructor, Supplier<List<Key>> read) {
      this.type = type;
      this.constructor = constructor;
      this.read = read;
    }

    public Class<?> type() {
      return type;
    }

    /// Its keys, in order. Initialised lazily, since types may be recursive.
    public List<Key> keys() {
      List<Key> known = keys;
      if (known == null) {
        known = read.get();
        keys = known;
      }
      return known;
    }

    public @Nullable Key key(String name) {
      int at = indexOf(name);
      return at < 0 ? null : keys().get(at);
    }

    /// The index of a key; -1 if there is none.
    int indexOf(String name) {
      Map<String, Integer> known = places;
      if (known == null) {
        Map<String, Integer> read = new HashMap<>();
        keys().forEach(key -> read.put(key.name, read.size()));
        known = Map.copyOf(read);
        places = known;
      }
      return known.getOrDefault(name, -1);
    }

    /// The record with these components.
    ///
    /// @throws IllegalArgumentException when the record refuses them
    public Object make(@Nullable Object[] components) {
      try {
        return constructor.newInstance(components);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException refused) {
          throw refused instanceof IllegalArgumentException invalid
              ? invalid
              : new IllegalArgumentException(refused);
        }
        throw new IllegalStateException("making a " + type.getSimpleName(), e);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("making a " + type.getSimpleName(), e);
      }
    }

    @Override
    public String toString() {
      return "Structure[" + type.getSimpleName() + "]";
    }
  }

  /// A key of a structure.
  ///
  /// @param name its written name
  /// @param owner the record it is a component of
  /// @param required whether it is required
  /// @param absent its default value
  record Key(
      String name,
      Class<?> owner,
      Shape shape,
      boolean required,
      @Nullable Object absent,
      Method accessor) {

    public @Nullable Object of(Object record) {
      try {
        return accessor.invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("reading " + name + " of " + record, e);
      }
    }
  }

  /// One of several forms, each with a name.
  final class Union implements Shape {

    private final Class<?> type;
    private final Supplier<List<Member>> read;
    private @Nullable List<Member> members;

    Union(Class<?> type, Supplier<List<Member>> read) {
      this.type = type;
      this.read = read;
    }

    public Class<?> type() {
      return type;
    }

    public List<Member> members() {
      List<Member> known = members;
      if (known == null) {
        known = read.get();
        members = known;
      }
      return known;
    }

    public @Nullable Member member(String name) {
      for (Member member : members()) {
        if (member.name.equals(name)) {
          return member;
        }
      }
      return null;
    }

    /// The member written as a bare text, if any.
    public @Nullable Member bare() {
      for (Member member : members()) {
        if (member.form == Form.BARE) {
          return member;
        }
      }
      return null;
    }

    public Member memberOf(Object value) {
      for (Member member : members()) {
        if (member.structure.type.isInstance(value)) {
          return member;
        }
      }
      throw new IllegalStateException("no form for " + value);
    }

    public List<String> names() {
      List<String> names = new ArrayList<>();
      for (Member member : members()) {
        if (member.form != Form.BARE) {
          names.add(member.name);
        }
      }
      return names;
    }

    @Override
    public String toString() {
      return "Union[" + type.getSimpleName() + "]";
    }
  }

  /// The form of a member of a union.
  enum Form {
    /// As its name: it has no components.
    WORD,
    /// As a text without a name.
    BARE,
    /// As one key with its only component.
    VALUE,
    /// As one key with a map of its components.
    MAP
  }

  /// One form of a union.
  record Member(String name, Structure structure, Form form) {

    /// Whether its name alone is enough, because it has no required keys.
    public boolean canBeWord() {
      return form != Form.BARE && structure.keys().stream().noneMatch(Key::required);
    }

    /// The member with default values.
    public Object plain() {
      return structure.make(structure.keys().stream().map(Key::absent).toArray());
    }
  }

  /// Whether values of this shape are on one line.
  default boolean isScalar() {
    return switch (this) {
      case Text _, Whole _, Truth _, Word _, Coded _, Reference _ -> true;
      case Localized _, Many _, Table _, Structure _, Union _ -> false;
    };
  }

  /// The kind of id, if it is one.
  default @Nullable Class<?> idType() {
    return this instanceof Coded(Class<?> type, _) && Id.class.isAssignableFrom(type) ? type : null;
  }
}
