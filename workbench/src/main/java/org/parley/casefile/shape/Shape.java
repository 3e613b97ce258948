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

/// The text form of a type of the model. Read off the classes by [Shapes]; the reader, the writer,
/// the editor and the published schema all follow it, so they cannot disagree.
public sealed interface Shape {

  /// Free text.
  record Text() implements Shape {}

  /// A name or title: a text, or one for each language.
  record Localized() implements Shape {

    /// How one for each language is written.
    public static final Table TEXTS = new Table(new Text(), new Text());

    /// The shape that a text is written in.
    public static Shape of(LocalizedText text) {
      return text.language() == null ? new Text() : TEXTS;
    }

    /// The value that stands for a text in that shape.
    public static Object written(LocalizedText text) {
      return text.language() == null ? text.text() : text.byLanguage();
    }

    /// Texts by language, as they were read.
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

  /// One of a list of words, each with the value it stands for.
  record Word(Class<?> type, Map<String, Object> values) implements Shape {}

  /// A single value with a syntax of its own, written as its `toString` says: a date, an id.
  record Coded(Class<?> type, Function<String, Object> parse) implements Shape {}

  /// A word, or the id of something in the case whose kind the id itself tells.
  record Reference(Class<?> type, Map<String, Object> words, List<Class<?>> ids, Class<?> otherwise)
      implements Shape {}

  /// A list; where it has one element, the element alone may be written.
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

    /// Its keys, in order. Read late, because types may contain themselves.
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

    /// Where a key stands among the others; -1 where there is none.
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

  /// One key of a structure.
  ///
  /// @param name how it is written
  /// @param owner the record it is a component of
  /// @param required whether it must be there
  /// @param absent what its absence means
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

    /// The member written as a bare text, where there is one.
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

  /// How a member of a union is written.
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

    /// Whether its name alone is enough, because nothing else in it must be there.
    public boolean canBeWord() {
      return form != Form.BARE && structure.keys().stream().noneMatch(Key::required);
    }

    /// The member with nothing but what absence means.
    public Object plain() {
      return structure.make(structure.keys().stream().map(Key::absent).toArray());
    }
  }

  /// Whether a value of this shape is written on one line.
  default boolean isScalar() {
    return switch (this) {
      case Text _, Whole _, Truth _, Word _, Coded _, Reference _ -> true;
      case Localized _, Many _, Table _, Structure _, Union _ -> false;
    };
  }

  /// The kind of id this is, where it is one.
  default @Nullable Class<?> idType() {
    return this instanceof Coded(Class<?> type, _) && Id.class.isAssignableFrom(type) ? type : null;
  }
}
