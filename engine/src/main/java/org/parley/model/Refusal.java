package org.parley.model;

import java.util.Locale;

/// The reason for a refusal: a code, and the values that its message names. An implementation is an
/// enum, or a record with numbers, names, dates and constants as components.
///
/// The code is stable for programs. It derives from the name of the constant or record, so that a
/// renaming shows in the reference of codes.
public interface Refusal {

  /// The code, in kebab case: `no-such-id`.
  default String code() {
    return this instanceof Enum<?> constant
        ? constant.name().replace('_', '-').toLowerCase(Locale.ROOT)
        : codeOf(getClass());
  }

  /// The code of every record of a class.
  static String codeOf(Class<?> form) {
    return form.getSimpleName().replaceAll("(?<!^)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
