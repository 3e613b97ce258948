package org.parley.answer;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A component of an answer: one key of its JSON object. Writer and schema follow it, so they
/// cannot disagree.
///
/// @param key how it is written
/// @param type what stands under it
/// @param isRequired whether it is always there
/// @param isNull whether it may be `null`
/// @param isInline whether its own keys stand in place of it
/// @param schema the name of its schema; empty where its type says it
public record AnswerComponent(
    String key,
    AnnotatedType type,
    boolean isRequired,
    boolean isNull,
    boolean isInline,
    String schema,
    Method accessor) {

  private static final ClassValue<List<AnswerComponent>> KNOWN =
      new ClassValue<>() {
        @Override
        protected List<AnswerComponent> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents()).map(AnswerComponent::of).toList();
        }
      };

  /// The components of a record, in order.
  public static List<AnswerComponent> list(Class<?> record) {
    return KNOWN.get(record);
  }

  private static AnswerComponent of(RecordComponent component) {
    JsonKey key = component.getAnnotation(JsonKey.class);
    boolean isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    boolean isNull = isNullable && key != null && key.isNull();
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return new AnswerComponent(
        key == null || key.value().isEmpty() ? component.getName() : key.value(),
        component.getAnnotatedType(),
        !isNullable || isNull,
        isNull,
        key != null && key.isInline(),
        key == null ? "" : key.schema(),
        accessor);
  }

  /// Its value in a record.
  @Nullable Object of(Object record) {
    try {
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("reading " + key + " of " + record, e);
    }
  }
}
