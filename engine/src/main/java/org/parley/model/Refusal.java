package org.parley.model;

import java.util.Locale;

/// Why something is refused, as a fact: a code, and what words about it need to name. An
/// implementation is an enum, or a record whose components are numbers, names, dates and constants.
///
/// Programs may rely on the code. It comes from the name of the constant or record, so that a
/// renaming shows in the reference of codes.
public interface Refusal {

  /// The code, in words of small letters: `no-such-id`.
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
