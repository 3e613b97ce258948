package org.parley.answer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The JSON form of a component. By default it is a key of the same name, left out if there is no
/// value. Of a constant of an enum, its word.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface JsonKey {

  /// The key or word, where Java cannot say it.
  String value() default "";

  /// Whether the keys of the component stand in place of it.
  boolean isInline() default false;

  /// Whether `null` is written where there is no value.
  boolean isNull() default false;

  /// The name of the schema of a component that is a JSON value.
  String schema() default "";
}
