package org.parley.model.checks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.Id;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;

/// The components of a class of records that a walk visits, found once for each class. A case has
/// some hundred classes and a million records.
///
/// @param all those that can contain an id or a text
/// @param withIds those that can contain an id
/// @param visibilities those that say who reads the record
record RecordParts(List<Part> all, List<Part> withIds, List<Part> visibilities) {

  private static final Map<Class<?>, RecordParts> KNOWN = new ConcurrentHashMap<>();

  /// A component.
  record Part(String name, Method accessor) {

    private static Part of(RecordComponent component) {
      Method accessor = component.getAccessor();
      // spares a check at each call
      var _ = accessor.trySetAccessible();
      return new Part(component.getName(), accessor);
    }

    /// Its value in a record.
    @Nullable Object get(Record record) {
      try {
        return accessor.invoke(record);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("reading " + accessor + " of " + record, e);
      }
    }

    boolean declaresId() {
      return name.equals("id");
    }
  }

  static RecordParts of(Class<?> type) {
    RecordParts known = KNOWN.get(type);
    return known != null ? known : KNOWN.computeIfAbsent(type, RecordParts::read);
  }

  private static RecordParts read(Class<?> type) {
    List<RecordComponent> components =
        Stream.of(type.getRecordComponents()).filter(each -> mayHold(each.getType())).toList();
    return new RecordParts(
        components.stream().map(Part::of).toList(),
        components.stream()
            .filter(each -> mayHoldId(each.getGenericType(), new HashSet<>()))
            .map(Part::of)
            .toList(),
        components.stream()
            .filter(each -> each.getType() == Visibility.class)
            .map(Part::of)
            .toList());
  }

  /// Whether values of this type can contain an id or a text.
  private static boolean mayHold(Class<?> type) {
    return References.mayHold(type)
        && (type == String.class
            || type.isRecord()
            || Id.class.isAssignableFrom(type)
            || !Modifier.isFinal(type.getModifiers()));
  }

  /// Whether values of this type can contain an id; true where that cannot be told.
  ///
  /// @param seen the classes of records that were looked into
  private static boolean mayHoldId(Type type, Set<Class<?>> seen) {
    return switch (type) {
      case ParameterizedType of when isContainer(of.getRawType()) ->
          Stream.of(of.getActualTypeArguments()).anyMatch(each -> mayHoldId(each, seen));
      case ParameterizedType of -> mayHoldId(of.getRawType(), seen);
      case Class<?> plain -> mayHoldId(plain, seen);
      default -> true;
    };
  }

  private static boolean isContainer(Type raw) {
    return raw instanceof Class<?> type
        && (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type));
  }

  private static boolean mayHoldId(Class<?> type, Set<Class<?>> seen) {
    if (Id.class.isAssignableFrom(type)) {
      return true;
    }
    if (type == String.class || type == LocalizedText.class || !mayHold(type)) {
      return false;
    }
    if (type.isRecord()) {
      return seen.add(type)
          && Stream.of(type.getRecordComponents())
              .anyMatch(each -> mayHoldId(each.getGenericType(), seen));
    }
    return !type.isSealed()
        || Stream.of(type.getPermittedSubclasses()).anyMatch(each -> mayHoldId(each, seen));
  }
}
