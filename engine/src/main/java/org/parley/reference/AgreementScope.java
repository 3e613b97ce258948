package org.parley.reference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who concluded an agreement, and about which kind of conflict (PA-X `Agtp`).
public enum AgreementScope {
  /// States, about a conflict between states.
  INTERSTATE("Inter"),
  /// States and others, about a conflict within a state.
  MIXED("InterIntra"),
  /// Parties within a state.
  INTRASTATE("Intra"),
  /// Local parties, about a local conflict.
  LOCAL("IntraLocal");

  private final String code;

  AgreementScope(String code) {
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

  /// The scope with this code.
  public static Optional<AgreementScope> ofCode(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
