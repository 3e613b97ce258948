package org.parley.reference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The incompatibility at stake (PA-X `Contp`).
public enum ConflictKind {
  /// Who governs.
  GOVERNMENT("Government"),
  /// A territory.
  TERRITORY("Territory"),
  /// Government and territory.
  BOTH("Government/territory"),
  /// Between groups.
  GROUPS("Inter-group"),
  /// None of these.
  OTHER("Other");

  private final String code;

  ConflictKind(String code) {
    this.code = code;
  }

  /// The code in the file.
  public String code() {
    return code;
  }

  /// Its name in answers and messages.
  public String key() {
    return name().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /// The kind with this code.
  public static Optional<ConflictKind> ofCode(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
