package org.parley.model.checks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;

/// The ids that a record declares and references, read from its components by reflection. A
/// component `id` declares, every other id references. The same walk visits the texts of the
/// record.
public final class References {

  /// An id in a record.
  ///
  /// @param path the path: component names and list indices
  /// @param id the id
  /// @param visibility the visibility of its location
  /// @param declares whether it is declared here
  public record Mention(List<String> path, Id id, List<Visibility> visibility, boolean declares) {

    /// Those who read its location.
    Visibility readers() {
      Visibility readers = new Visibility.Public();
      for (Visibility each : visibility) {
        readers = readers.and(each);
      }
      return readers;
    }
  }

  /// Receives the texts of a record.
  interface Texts {
    /// Receives a text.
    ///
    /// @param path the path; reused after the call
    void found(List<String> path, String text);
  }

  private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();
  private static final Texts NO_TEXTS = (_, _) -> {};

  private final Texts texts;
  private final List<Mention> found = new ArrayList<>();
  private final List<String> path = new ArrayList<>();
  private List<Visibility> visibility = List.of();

  /// Whether texts are visited as well as ids.
  private final boolean isOfTexts;

  private References(Texts texts, boolean isOfTexts) {
    this.texts = texts;
    this.isOfTexts = isOfTexts;
  }

  /// The ids that records declare: their own, and those of their parts.
  public static Set<String> declared(Collection<? extends CaseRecord> records) {
    Set<String> declared = new HashSet<>();
    for (CaseRecord record : records) {
      for (Mention mention : of((Record) record)) {
        if (mention.declares()) {
          declared.add(mention.id().value());
        }
      }
    }
    return declared;
  }

  /// Every id mentioned in `record`, in the order of its components.
  public static List<Mention> of(Record record) {
    return of(record, new References(NO_TEXTS, false));
  }

  /// The same, and every text on the way.
  static List<Mention> of(Record record, Texts texts) {
    return of(record, new References(texts, true));
  }

  private static List<Mention> of(Record record, References references) {
    references.walkRecord(record);
    return references.found;
  }

  /// A copy of a record with one id renamed in declarations and references.
  public static <R> R renamed(R value, String from, String to) {
    return Renaming.of(value, from, to);
  }

  private void walkRecord(Record record) {
    RecordParts parts = RecordParts.of(record.getClass());
    List<Visibility> outer = visibility;
    for (RecordParts.Part part : parts.visibilities()) {
      if (part.get(record) instanceof Visibility own) {
        visibility = Stream.concat(visibility.stream(), Stream.of(own)).toList();
      }
    }
    for (RecordParts.Part part : isOfTexts ? parts.all() : parts.withIds()) {
      path.add(part.name());
      Object value = part.get(record);
      if (part.declaresId() && value instanceof Id id) {
        found.add(new Mention(List.copyOf(path), id, visibility, true));
      } else {
        walk(value);
      }
      path.removeLast();
    }
    visibility = outer;
  }

  private void walk(@Nullable Object value) {
    switch (value) {
      case Id id -> found.add(new Mention(List.copyOf(path), id, visibility, false));
      case String text -> texts.found(path, text);
      case LocalizedText localized when localized.language() != null ->
          localized
              .byLanguage()
              .forEach(
                  (language, text) -> {
                    path.add(language);
                    texts.found(path, text);
                    path.removeLast();
                  });
      case LocalizedText localized -> texts.found(path, localized.text());
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

  /// The components of a record that can contain an id or a text.
  static RecordComponent[] componentsOf(Record record) {
    return COMPONENTS.computeIfAbsent(
        record.getClass(),
        type ->
            Stream.of(type.getRecordComponents())
                .filter(component -> mayHold(component.getType()))
                .toArray(RecordComponent[]::new));
  }

  /// Whether values of this type can contain an id or a text.
  static boolean mayHold(Class<?> type) {
    return !(type.isPrimitive()
        || type.isEnum()
        || type == Edtf.class
        || Number.class.isAssignableFrom(type));
  }

  static @Nullable Object get(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("reading " + component + " of " + record, e);
    }
  }

  /// The declaration of an id: its record and location.
  record Declaration(int record, Mention mention) {

    /// The one with more readers, so that no id is taken by what is hidden; this if none has more.
    Declaration wider(Declaration other) {
      return other.mention.readers().narrowness() < mention.readers().narrowness() ? other : this;
    }
  }
}
